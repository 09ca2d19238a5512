import type { ChannelIdentities, ChannelRecipientIdentity } from '@convapi/core';
import type { Channel } from '../internal/channel.ts';
import { need } from '../internal/need.ts';
import { needChannels } from '../internal/need-by-channel.ts';
import { needFilled } from '../internal/need-filled.ts';
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
  const list: ChannelRecipientIdentity[] = isList(identities) ? Array.from(identities, fromEntry) : fromKeys(identities);
  if (list.length === 0) refuse(PATH, 'has no address', `Pass ${WANTED}.`);
  return { identified_by: { channel_identities: list } };
}

const PATH = 'toIdentities.identities';
const WANTED = 'addresses by channel, e.g. { SMS: "+46701234567" }';

function fromKeys(identities: IdentitiesByChannel): ChannelRecipientIdentity[] {
  need(PATH, identities, 'object', WANTED);
  return needChannels(PATH, identities).flatMap((channel) => {
    const identity = identities[channel];
    return identity === undefined ? [] : [toIdentity(`${PATH}.${channel}`, channel, identity)];
  });
}

function fromEntry(entry: ChannelRecipientIdentity, at: number): ChannelRecipientIdentity {
  const { channel, identity } = need(`${PATH}[${at}]`, entry, 'object', 'an object with channel and identity');
  return toIdentity(`${PATH}[${at}].identity`, channel, identity);
}

function toIdentity(path: string, channel: ChannelRecipientIdentity['channel'], identity: string): ChannelRecipientIdentity {
  // Which channels there are is left to checkSend: new ones come, but none in small letters.
  if (typeof channel !== 'string' || !/^[A-Z]+$/.test(channel)) refuse(path, 'is for no channel', 'Name a channel in capitals, e.g. SMS.');
  return { channel, identity: needFilled(path, identity, `the address on ${channel}, or leave the channel out`) };
}

/** Array.isArray does not tell a readonly array from the other member of the union. */
function isList(identities: IdentitiesByChannel | readonly ChannelRecipientIdentity[]): identities is readonly ChannelRecipientIdentity[] {
  return Array.isArray(identities);
}
