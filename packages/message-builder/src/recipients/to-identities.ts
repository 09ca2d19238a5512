import type { ChannelIdentities, ChannelRecipientIdentity } from '@convapi/core';
import type { Channel } from '../internal/channel.ts';
import { isFilled, refuseUnfilled } from '../internal/is-filled.ts';
import { refuse } from '../internal/refuse.ts';

/** The address of a person by channel: a phone number, or the channel's user id. What is `undefined` is left out. */
export type IdentitiesByChannel = { readonly [C in Channel]?: string | undefined };

/**
 * A recipient given by addresses on channels, in the order in which to try the channels.
 *
 * @param identities One address by channel, tried in the order of the keys; or a list, which may name a channel more than once.
 * @throws {@link MessageError} when there is no address, or an empty one.
 *
 * @example
 * ```ts
 * import { toIdentities } from '@convapi/message-builder';
 *
 * const phone = '+46701234567';
 * const recipient = toIdentities({ RCS: phone, SMS: phone });
 * const twoNumbers = toIdentities([
 *   { channel: 'SMS', identity: phone },
 *   { channel: 'SMS', identity: '+46707654321' },
 * ]);
 * ```
 */
export function toIdentities(identities: IdentitiesByChannel | readonly ChannelRecipientIdentity[]): { identified_by: ChannelIdentities } {
  const list: ChannelRecipientIdentity[] = [];
  if (isList(identities)) {
    for (const { channel, identity } of identities) add(list, channel, identity);
  } else {
    // The type closes the keys over the channels, which Object.keys forgets.
    for (const channel of Object.keys(identities) as Channel[]) {
      const identity = identities[channel];
      if (identity !== undefined) add(list, channel, identity);
    }
  }
  if (list.length === 0) refuse(PATH, 'has no address', 'Pass at least one, e.g. { SMS: "+46701234567" }.');
  return { identified_by: { channel_identities: list } };
}

const PATH = 'identified_by.channel_identities';

function add(list: ChannelRecipientIdentity[], channel: ChannelRecipientIdentity['channel'], identity: string): void {
  if (!isFilled(identity))
    refuseUnfilled(`${PATH}[${list.length}].identity`, identity, `Pass the address on ${channel}, or leave the channel out.`);
  list.push({ channel, identity });
}

/** Array.isArray does not tell a readonly array from the other member of the union. */
function isList(identities: IdentitiesByChannel | readonly ChannelRecipientIdentity[]): identities is readonly ChannelRecipientIdentity[] {
  return Array.isArray(identities);
}
