import { randomUUID } from 'node:crypto';
import type { ConversationClient } from '@convapi/client';
import { type AppMessage, CHANNELS, type Recipient } from '@convapi/core';
import { toContact, toIdentities } from '@convapi/message-builder';
import { parseWire } from '../content/wire.ts';
import type { Database } from '../database/database.ts';
import type { LiveHub } from '../live-hub.ts';
import { addressesOf, contactOf } from '../store/conversations.ts';
import {
  addMessage,
  confirmMessage,
  copyForResend,
  getMessage,
  type StoredMessage,
  setSendState,
  takeForRetry,
} from '../store/messages.ts';
import { toMessageViews } from '../store/read-views.ts';
import { describeSendError, type SendFailure } from './describe-send-error.ts';
import { createLookUp } from './look-up.ts';
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
  /**
   * Sends a message of the conversation again. One that perhaps left is looked up first, and stays unsure when nobody
   * can know; one that failed is sent as another message. Undefined when it is none of these, or is under way already.
   */
  retry(conversationId: string, id: string): Promise<SendResult | undefined>;
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
  const lookUp = createLookUp(client, appId);

  async function deliver(id: string, conversationId: string, message: AppMessage): Promise<SendResult> {
    hub.publish({ conversationId });
    return settle(id, conversationId, await attempt(id, conversationId, message));
  }

  async function settle(id: string, conversationId: string, failure?: SendFailure): Promise<SendResult> {
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
    async retry(conversationId, id) {
      const taken = await takeForRetry(db, conversationId, id);
      if (taken === undefined) return resendFailed(conversationId, id);
      return taken.taken_from === 'unsure' ? deliverUnlessThere(taken) : deliverStored(taken);
    },
  };

  /** Only what `send` kept, or what the service says was sent, can be sent again, and that is an app message. */
  function deliverStored({ id, conversation_id: conversationId, content }: StoredMessage): Promise<SendResult> {
    return deliver(id, conversationId, parseWire(content) as unknown as AppMessage);
  }

  async function deliverUnlessThere(message: StoredMessage): Promise<SendResult> {
    const { id, conversation_id: conversationId } = message;
    hub.publish({ conversationId });
    const { found, unknown } = await lookUp(message);
    if (found) await confirmMessage(db, id, found);
    // A callback may have told of it while it was looked up.
    if ((await getMessage(db, id))?.wire_id !== null) return settle(id, conversationId);
    return unknown === undefined ? deliverStored(message) : settle(id, conversationId, { state: 'unsure', text: unknown });
  }

  async function resendFailed(conversationId: string, failedId: string): Promise<SendResult | undefined> {
    const message = await getMessage(db, failedId);
    if (message?.conversation_id !== conversationId) return undefined;
    const [view] = await toMessageViews(db, [message]);
    if (view?.status !== 'failed') return undefined;
    const copy = await copyForResend(db, failedId, randomUUID(), new Date(now()));
    return copy && deliverStored(copy);
  }
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
