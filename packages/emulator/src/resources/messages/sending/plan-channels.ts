import type { ChannelIdentity, ConversationChannel, Reason, ReasonCode, Recipient } from '@convapi/core';
import { type AppRecord, channelsOf } from '../../apps/index.ts';
import { identityOn, toStored } from '../../contacts/index.ts';
import type { Party } from '../../conversations/index.ts';

/** The addresses to try, first to last, or why none is. */
export type ChannelPlan = { addresses: ChannelIdentity[] } | { refusal: Reason; address: ChannelIdentity };

/** In which order the addresses of a recipient are tried: by the message, by the recipient, or by conversation, contact and app. */
export function planChannels(app: AppRecord, party: Party, recipient: Recipient, order: readonly ConversationChannel[] = []): ChannelPlan {
  const configured = channelsOf(app);
  const given = recipient.identified_by?.channel_identities.map((one) => toStored({ ...one, app_id: app.id }));
  // One unknown channel spoils the message, even behind one that works: observed, though the API text says that the call is refused.
  const unknown = [...order, ...(given ?? []).map((one) => one.channel)].find((channel) => !configured.includes(channel));
  if (unknown !== undefined) {
    const address = given?.find((one) => one.channel === unknown) ?? { channel: unknown, identity: '', app_id: '' };
    return refuse('CHANNEL_CONFIGURATION_MISSING', `Channel ${unknown} is not configured on app ${app.id}`, address);
  }
  const addresses = given ? byOrder(given, order) : ofContact(app, party, order);
  const [first] = addresses;
  if (first) return { addresses };
  const address = given?.[0] ?? { channel: order[0] ?? 'CHANNEL_UNSPECIFIED', identity: '', app_id: '' };
  return refuse('NO_CHANNEL_IDENTITY_FOR_CONTACT', 'The recipient has no identity on the channels to be tried', address);
}

function byOrder(given: readonly ChannelIdentity[], order: readonly string[]): ChannelIdentity[] {
  return order.length === 0 ? [...given] : order.flatMap((channel) => given.filter((one) => one.channel === channel));
}

function ofContact(app: AppRecord, { contact, conversation }: Party, order: readonly string[]): ChannelIdentity[] {
  if (!contact) return [];
  const own = [conversation?.active_channel ?? '', ...(contact.channel_priority ?? []), ...channelsOf(app)];
  const channels = order.length > 0 ? order : own.filter((channel) => channelsOf(app).includes(channel));
  return [...new Set(channels)].flatMap((channel) => identityOn(contact, channel, app.id) ?? []);
}

function refuse(code: ReasonCode, description: string, address: ChannelIdentity): ChannelPlan {
  return { refusal: { code, description, sub_code: 'UNSPECIFIED_SUB_CODE' }, address };
}
