import { randomUUID } from 'node:crypto';
import type { ConversationClient } from '@convapi/client';
import { type AppMessage, CHANNELS, type Recipient } from '@convapi/core';
import { toContact, toIdentities } from '@convapi/message-builder';
import { parseWire } from '../content/wire.ts';
import type { Database } from '../database/database.ts';
import type { LiveHub } from '../live-hub.ts';
import { addressesOf, contactOf } from '../store/conversations.ts';
import { addMessage, confirmMessage, setSendState, takeForRetry } from '../store/messages.ts';
import { describeSendError, type SendFailure } from './describe-send-error.ts';
import { toMessageMetadata } from './message-metadata.ts';

/** What a send came to. The message is kept in either case. */
export interface SendResult {
  /** Our id of the message. */
  id: string;
  failure?: SendFailure;
}

/** Sends messages and keeps them whatever happens. */
export interface Sender {
  send(conversationId: string, message: AppMessage): Promise<SendResult>;
  /** Sends a failed one again; undefined when it is not a failed one, or is under way already. */
  retry(id: string): Promise<SendResult | undefined>;
}

/** What sends work with. */
export interface SenderParts {
  client: ConversationClient;
  appId: string;
  db: Database;
  hub: LiveHub;
  /** Milliseconds since 1970. */
  now(): number;
}

export function createSender({ client, appId, db, hub, now }: SenderParts): Sender {
  async function deliver(id: string, conversationId: string, message: AppMessage): Promise<SendResult> {
    hub.publish({ conversationId });
    const failure = await attempt(id, conversationId, message);
    if (failure) await setSendState(db, id, failure.state, failure.text);
    hub.publish({ conversationId });
    return { id, ...(failure ? { failure } : {}) };
  }

  async function attempt(id: string, conversationId: string, message: AppMessage): Promise<SendFailure | undefined> {
    const recipient = await recipientOf(db, conversationId);
    if (recipient === undefined) return { state: 'unsent', text: 'There is no address to send to in this conversation.' };
    try {
      const sent = await client.messages.send({ app_id: appId, recipient, message, message_metadata: toMessageMetadata(id) });
      const wireId = sent.message_id ?? '';
      if (wireId === '') return { state: 'unsure', text: 'The service took the message but gave no id for it.' };
      await confirmMessage(db, id, wireId);
      return undefined;
    } catch (error) {
      return describeSendError(error);
    }
  }

  return {
    async send(conversationId, message) {
      const id = randomUUID();
      const at = new Date(now());
      const kept = { id, wireId: null, conversationId, direction: 'out', channel: '', content: message, at, sendState: 'sending' } as const;
      await addMessage(db, kept);
      return deliver(id, conversationId, message);
    },
    async retry(id) {
      const taken = await takeForRetry(db, id);
      // Only what `send` kept can fail, and that is an app message.
      return taken && deliver(id, taken.conversation_id, parseWire(taken.content) as unknown as AppMessage);
    },
  };
}

/** The contact, where there are contacts: the service then picks the channel in use. Else the addresses, latest writer first. */
async function recipientOf(db: Database, conversationId: string): Promise<Recipient | undefined> {
  const contactId = await contactOf(db, conversationId);
  if (contactId !== undefined) return toContact(contactId);
  const addresses = (await addressesOf(db, [conversationId])).get(conversationId) ?? [];
  const identities = addresses.flatMap(({ channel, identity }) => (isChannel(channel) ? [{ channel, identity }] : []));
  return identities.length === 0 ? undefined : toIdentities(identities);
}

function isChannel(name: string): name is (typeof CHANNELS)[number] {
  return (CHANNELS as readonly string[]).includes(name);
}
