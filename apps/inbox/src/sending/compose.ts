import type { AppMessage, Recipient, SendMessageRequest } from '@convapi/core';
import { CHANNELS } from '@convapi/core';
import { type CheckIssue, check, LIMITS, toContact, toIdentities } from '@convapi/message-builder';
import type { Database } from '../database/database.ts';
import { addressesOf, contactOf, type ReplyAddress } from '../store/conversations.ts';

type Channel = (typeof CHANNELS)[number];

/** A request to send, or why there is none: a problem in words, with the issues of the message where it has some. */
export type Composed = { request: Omit<SendMessageRequest, 'message_metadata'> } | { problem: string; issues?: CheckIssue[] };

/** What a message to a conversation is made of. */
export interface Draft {
  appId: string;
  conversationId: string;
  /** As it was read from a request: anything. */
  message: unknown;
  /** Only on this channel. */
  channel?: string | undefined;
}

/**
 * A request that sends the message to the person of a conversation: to the contact, where there is one, and the service picks the
 * channel in use; else to the addresses, the latest writer first.
 */
export async function compose(db: Database, { appId, conversationId, message, channel }: Draft): Promise<Composed> {
  const addresses = (await addressesOf(db, [conversationId])).get(conversationId) ?? [];
  const contactId = await contactOf(db, conversationId);
  const usable = addresses.flatMap(toIdentity).filter((address) => channel === undefined || address.channel === channel);
  if (channel !== undefined && usable.length === 0) return { problem: `The contact has no address on ${channel}.` };
  if (contactId === undefined && usable.length === 0) return { problem: 'There is no address to send to in this conversation.' };
  const issues = refusals(message as AppMessage, [...new Set(usable.map((address) => address.channel))]);
  if (issues.length > 0) return { problem: `The message would be refused: ${issues[0]?.message}`, issues };
  const recipient: Recipient = contactId === undefined ? toIdentities(usable) : toContact(contactId);
  const order = channel === undefined ? {} : { channel_priority_order: [channel as Channel] };
  return { request: { app_id: appId, recipient, message: message as AppMessage, ...order } };
}

function toIdentity({ channel, identity }: ReplyAddress): { channel: Channel; identity: string }[] {
  return (CHANNELS as readonly string[]).includes(channel) ? [{ channel: channel as Channel, identity }] : [];
}

/** Issues that stop the message: with the service itself, or with each channel that it could go out on. */
function refusals(message: AppMessage, channels: readonly Channel[]): CheckIssue[] {
  const checked = channels.filter((channel) => Object.hasOwn(LIMITS, channel)) as (keyof typeof LIMITS)[];
  const errors = check(message, checked).filter(({ severity }) => severity === 'error');
  const ofService = errors.filter(({ channel }) => channel === undefined);
  if (ofService.length > 0) return ofService;
  const everywhere =
    checked.length > 0 && checked.length === channels.length && checked.every((name) => errors.some(({ channel }) => channel === name));
  return everywhere ? errors : [];
}
