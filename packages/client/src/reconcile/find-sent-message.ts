import { ConvapiError, type ConversationMessage, type SendMessageRequest } from '@convapi/core';
import type { CallOptions } from '../call.ts';
import type { Resources } from '../generated/resources.ts';

/** What is known of a message that may have been sent. */
export interface SentMessageQuery
  extends Pick<SendMessageRequest, 'app_id' | 'message_metadata' | 'correlation_id' | 'processing_strategy'> {
  /** When the first attempt was made, in milliseconds since 1970 by the clock of this machine. */
  sentAtMs: number;
}

type Client = Pick<Resources, 'apps' | 'messages' | 'conversations'>;

/** How wrong a clock may have been when a time was noted, perhaps in another process. */
const CLOCK_ERROR_MS = 60 * 60_000;
/** How long the service may take to note a message that it was sent. */
const LATE_MS = 60_000;
const PAGE_SIZE = 100;

/**
 * Looks up whether a message reached the service, by its `message_metadata`, or else by its `correlation_id`, which must
 * be unique for the answer to mean anything. `undefined` means that it is not there.
 *
 * Neither the recipient nor a clock narrows the search: the service spells addresses in its own way, and clocks differ. It
 * goes back from the newest message by as much time, of the service's own, as has passed here since the send, and an hour.
 *
 * Stored messages carry their metadata but no correlation id: that stands on the conversation, where a later message
 * replaces it. So a look-up by `correlation_id` only answers while no other message went to the same conversation.
 *
 * @throws {@link ConvapiError} when there is nothing to look up: neither of the two was given, other messages hide it, or the app
 * keeps no messages, as apps in DISPATCH mode do by default.
 * @example
 * ```ts
 * import { type ConversationClient, findSentMessage } from '@convapi/client';
 *
 * export async function wasSent(conversation: ConversationClient, orderId: string, sentAtMs: number): Promise<boolean> {
 *   const found = await findSentMessage(conversation, { app_id: '01APP', message_metadata: orderId, sentAtMs });
 *   return found !== undefined;
 * }
 * ```
 */
export async function findSentMessage(
  client: Client,
  query: SentMessageQuery,
  options?: CallOptions,
): Promise<ConversationMessage | undefined> {
  return findSentWithin(client, query, Math.max(0, Date.now() - query.sentAtMs) + CLOCK_ERROR_MS, options);
}

/** The same, by the time that has passed since the first attempt, in milliseconds of a clock that only grows. */
export async function findSentWithin(
  client: Client,
  query: Omit<SentMessageQuery, 'sentAtMs'>,
  elapsedMs: number,
  options?: CallOptions,
): Promise<ConversationMessage | undefined> {
  const { message_metadata, correlation_id } = query;
  if (!message_metadata && !correlation_id) {
    throw impossible('it has neither message_metadata nor correlation_id', 'Give each message a value of its own in one of them');
  }
  const store = await storeOf(client, query, options);
  if (!message_metadata && store === 'DISPATCH_SOURCE') {
    throw impossible('in DISPATCH mode there are no conversations to find a correlation_id in', 'Use message_metadata');
  }
  const candidates = newestBack(client, query.app_id, elapsedMs, store, options);
  if (!message_metadata) return byCorrelation(client, correlation_id, candidates, options);
  for await (const message of candidates) if (message.metadata === message_metadata) return message;
  return undefined;
}

type Store = 'DISPATCH_SOURCE' | 'CONVERSATION_SOURCE';

/** Where the app keeps its messages, if it does. */
async function storeOf(
  client: Client,
  { app_id, processing_strategy }: Omit<SentMessageQuery, 'sentAtMs'>,
  options?: CallOptions,
): Promise<Store> {
  const app = await client.apps.get(app_id, options);
  if (app.processing_mode !== 'DISPATCH' && processing_strategy !== 'DISPATCH_ONLY') return 'CONVERSATION_SOURCE';
  if (app.dispatch_retention_policy?.ttl_days) return 'DISPATCH_SOURCE';
  throw impossible(
    'in DISPATCH mode with retention 0 the service keeps no messages',
    'Set dispatch_retention_policy.ttl_days of the app to 1 or more',
  );
}

/**
 * What the app sent, from the newest message back by this time and some more. All times are the service's: a message that
 * was taken this long ago cannot be older, whatever the clock of this machine says.
 */
async function* newestBack(
  client: Client,
  app_id: string,
  elapsedMs: number,
  messages_source: Store,
  options?: CallOptions,
): AsyncGenerator<ConversationMessage> {
  const list = client.messages.list({ app_id, messages_source, page_size: PAGE_SIZE, direction: 'TO_CONTACT' }, options);
  let oldestMs: number | undefined;
  for await (const message of list) {
    const acceptedAtMs = Date.parse(message.accept_time ?? '');
    oldestMs ??= Number.isNaN(acceptedAtMs) ? undefined : acceptedAtMs - elapsedMs - LATE_MS;
    if (oldestMs !== undefined && acceptedAtMs < oldestMs) return;
    if (message.direction === 'TO_CONTACT') yield message;
  }
}

/** By the conversation of each message, where the service keeps the id; that of its last message only. */
async function byCorrelation(
  client: Client,
  correlation_id: string | undefined,
  candidates: AsyncIterable<ConversationMessage>,
  options?: CallOptions,
): Promise<ConversationMessage | undefined> {
  const newest = new Map<string, ConversationMessage>();
  const hidden = new Set<string>();
  for await (const message of candidates) {
    const { conversation_id: conversation } = message;
    if (!conversation) continue;
    if (newest.has(conversation)) hidden.add(conversation);
    else newest.set(conversation, message);
  }
  for (const [id, message] of newest) {
    // of several messages nobody knows which one left the id there
    if (!hidden.has(id) && (await client.conversations.get(id, options)).correlation_id === correlation_id) return message;
  }
  if (hidden.size > 0) throw impossible('other messages went to the same conversation since', 'Use message_metadata');
  return undefined;
}

function impossible(why: string, advice: string): ConvapiError {
  return new ConvapiError(`[@convapi/client] the message cannot be looked up: ${why}. ${advice}.`);
}
