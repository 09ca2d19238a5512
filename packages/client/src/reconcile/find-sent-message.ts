import { ConvapiError, type ConversationMessage, type SendMessageRequest } from '@convapi/core';
import type { CallOptions } from '../call.ts';
import type { Resources } from '../generated/resources.ts';

/** What is known of a message that may have been sent. */
export interface SentMessageQuery
  extends Pick<SendMessageRequest, 'app_id' | 'message_metadata' | 'correlation_id' | 'processing_strategy'>,
    Partial<Pick<SendMessageRequest, 'recipient'>> {
  /** When the first attempt was made, in milliseconds since 1970; a minute before it is searched too, for clocks that differ. */
  sentAtMs: number;
}

type Client = Pick<Resources, 'apps' | 'messages' | 'conversations'>;

const CLOCK_SKEW_MS = 60_000;
const PAGE_SIZE = 100;

/**
 * Looks up whether a message reached the service, by its `message_metadata`, or else by its `correlation_id`, which must
 * be unique for the answer to mean anything. `undefined` means that it is not there. The `recipient` narrows the search.
 *
 * Stored messages carry their metadata but no correlation id: that stands on the conversation, where a later message
 * replaces it. So a look-up by `correlation_id` only answers while no other message went to the same conversation.
 *
 * @throws ConvapiError when there is nothing to look up: neither of the two was given, other messages hide it, or the app
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
  const { message_metadata, correlation_id } = query;
  if (!message_metadata && !correlation_id) {
    throw impossible('it has neither message_metadata nor correlation_id', 'Give each message a value of its own in one of them');
  }
  const store = await storeOf(client, query, options);
  if (!message_metadata && store === 'DISPATCH_SOURCE') {
    throw impossible('in DISPATCH mode there are no conversations to find a correlation_id in', 'Use message_metadata');
  }
  const candidates = sentSince(client, query, store, options);
  if (!message_metadata) return byCorrelation(client, query, candidates, options);
  for await (const message of candidates) if (message.metadata === message_metadata) return message;
  return undefined;
}

type Store = 'DISPATCH_SOURCE' | 'CONVERSATION_SOURCE';

/** Where the app keeps its messages, if it does. */
async function storeOf(client: Client, { app_id, processing_strategy }: SentMessageQuery, options?: CallOptions): Promise<Store> {
  const app = await client.apps.get(app_id, options);
  if (app.processing_mode !== 'DISPATCH' && processing_strategy !== 'DISPATCH_ONLY') return 'CONVERSATION_SOURCE';
  if (app.dispatch_retention_policy?.ttl_days) return 'DISPATCH_SOURCE';
  throw impossible(
    'in DISPATCH mode with retention 0 the service keeps no messages',
    'Set dispatch_retention_policy.ttl_days of the app to 1 or more',
  );
}

/** What the app sent since, to the recipient where that is known. */
async function* sentSince(
  client: Client,
  query: SentMessageQuery,
  messages_source: Store,
  options?: CallOptions,
): AsyncGenerator<ConversationMessage> {
  const { app_id, sentAtMs, recipient } = query;
  const start_time = new Date(sentAtMs - CLOCK_SKEW_MS).toISOString();
  const contact = recipient?.contact_id ? { contact_id: recipient.contact_id } : {};
  const identities = recipient?.identified_by?.channel_identities.map(({ identity }) => bare(identity));
  const list = client.messages.list(
    { app_id, start_time, messages_source, page_size: PAGE_SIZE, direction: 'TO_CONTACT', ...contact },
    options,
  );
  for await (const message of list) {
    const { identity } = message.channel_identity ?? {};
    if (message.direction === 'TO_CONTACT' && (!identities || !identity || identities.includes(bare(identity)))) yield message;
  }
}

/** Phone numbers come back with or without a plus. */
function bare(identity: string): string {
  return identity.replace(/^\+/, '');
}

async function byCorrelation(
  client: Client,
  { correlation_id }: SentMessageQuery,
  candidates: AsyncIterable<ConversationMessage>,
  options?: CallOptions,
): Promise<ConversationMessage | undefined> {
  const seen = new Map<string, ConversationMessage>();
  for await (const message of candidates) {
    const { conversation_id: conversation } = message;
    if (!conversation) continue;
    if (seen.has(conversation)) throw impossible('other messages went to the same conversation since', 'Use message_metadata');
    seen.set(conversation, message);
  }
  for (const [id, message] of seen) {
    if ((await client.conversations.get(id, options)).correlation_id === correlation_id) return message;
  }
  return undefined;
}

function impossible(why: string, advice: string): ConvapiError {
  return new ConvapiError(`[@convapi/client] the message cannot be looked up: ${why}. ${advice}.`);
}
