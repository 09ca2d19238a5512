import { REASON_CODES } from '@convapi/core';
import type { ChannelAnswer } from './channel-answer.ts';

/**
 * Numbers that always behave one way, on every channel. They belong to a range that the Swedish regulator keeps for books and films.
 *
 * A reason code: no message arrives, and that is why. `READ`: all is read at once. `SILENT`: nothing is heard after QUEUED_ON_CHANNEL.
 * `SMS_ONLY`: reached by SMS and MMS, RECIPIENT_NOT_REACHABLE on all other channels.
 *
 * @example
 * ```ts
 * import { MAGIC_IDENTITIES } from '@convapi/emulator';
 *
 * console.log(MAGIC_IDENTITIES.RECIPIENT_NOT_REACHABLE); // 46701740609
 * ```
 */
export const MAGIC_IDENTITIES = {
  UNKNOWN: '46701740605',
  INTERNAL_ERROR: '46701740606',
  RATE_LIMITED: '46701740607',
  RECIPIENT_INVALID_CHANNEL_IDENTITY: '46701740608',
  RECIPIENT_NOT_REACHABLE: '46701740609',
  RECIPIENT_NOT_OPTED_IN: '46701740610',
  OUTSIDE_ALLOWED_SENDING_WINDOW: '46701740611',
  CHANNEL_FAILURE: '46701740612',
  CHANNEL_BAD_CONFIGURATION: '46701740613',
  CHANNEL_CONFIGURATION_MISSING: '46701740614',
  MEDIA_TYPE_UNSUPPORTED: '46701740615',
  MEDIA_TOO_LARGE: '46701740616',
  MEDIA_NOT_REACHABLE: '46701740617',
  NO_CHANNELS_LEFT: '46701740618',
  TEMPLATE_NOT_FOUND: '46701740619',
  TEMPLATE_INSUFFICIENT_PARAMETERS: '46701740620',
  TEMPLATE_NON_EXISTING_LANGUAGE_OR_VERSION: '46701740621',
  DELIVERY_TIMED_OUT: '46701740622',
  DELIVERY_REJECTED_DUE_TO_POLICY: '46701740623',
  CONTACT_NOT_FOUND: '46701740624',
  BAD_REQUEST: '46701740625',
  UNKNOWN_APP: '46701740626',
  NO_CHANNEL_IDENTITY_FOR_CONTACT: '46701740627',
  CHANNEL_REJECT: '46701740628',
  NO_PERMISSION: '46701740629',
  NO_PROFILE_AVAILABLE: '46701740630',
  UNSUPPORTED_OPERATION: '46701740631',
  INACTIVE_CREDENTIAL: '46701740632',
  MESSAGE_EXPIRED: '46701740633',
  MESSAGE_SPLIT_REQUIRED: '46701740634',
  DELIVERY_REPORT_TIME_OUT: '46701740635',
  READ: '46701740640',
  SILENT: '46701740641',
  SMS_ONLY: '46701740642',
} as const;

/** What the numbers of {@link MAGIC_IDENTITIES} stand for. */
export type MagicIdentity = keyof typeof MAGIC_IDENTITIES;

/** Says how a channel answers an address, if it is one of the numbers above. */
export function createMagicAnswers(): (channel: string, identity: string) => ChannelAnswer | undefined {
  const names = new Map<string, MagicIdentity>();
  for (const [name, identity] of Object.entries(MAGIC_IDENTITIES)) names.set(identity, name as MagicIdentity);
  return (channel, identity) => {
    const name = names.get(identity.replace(/^\+/, ''));
    return name && toAnswer(name, channel);
  };
}

function toAnswer(name: MagicIdentity, channel: string): ChannelAnswer | undefined {
  if (name === 'READ') return { status: 'READ' };
  if (name === 'SILENT') return { status: 'QUEUED_ON_CHANNEL' };
  if (name === 'SMS_ONLY') {
    return channel === 'SMS' || channel === 'MMS' ? { status: 'DELIVERED' } : { status: 'FAILED', reason: 'RECIPIENT_NOT_REACHABLE' };
  }
  const reason = REASON_CODES.find((code) => code === name);
  return reason && { status: 'FAILED', reason };
}
