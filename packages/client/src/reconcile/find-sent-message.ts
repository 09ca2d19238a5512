import { ConvapiError, type ConversationMessage, type SendMessageRequest } from '@convapi/core';
import type { CallOptions } from '../call.ts';
import type { Resources } from '../generated/resources.ts';

/** What is known of a message that may have been sent. */
export interface SentMessageQuery
  extends Pick<SendMessageRequest, 'app_id' | 'message_metadata' | 'correlation_id' | 'processing_strategy'> {
  /** When the first attempt was made, in milliseconds since 1970; a minute before it is searched too, for clocks that differ. */
  sentAtMs: number;
}

const CLOCK_SKEW_MS = 60_000;
const PAGE_SIZE = 100;

/**
 * Looks up whether a message reached the service, by its `message_metadata` or else its `correlation_id`, which must be
 * unique for the answer to mean anything. `undefined` means that it is not there.
 *
 * @throws ConvapiError when there is nothing to look up: neither of the two was given, or the app keeps no messages, as
 * apps in DISPATCH mode do by default.
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
  client: Pick<Resources, 'apps' | 'messages' | 'conversations'>,
  query: SentMessageQuery,
  options?: CallOptions,
): Promise<ConversationMessage | undefined> {
  const { app_id, message_metadata, correlation_id, sentAtMs } = query;
  if (!message_metadata && !correlation_id) {
    throw impossible('it has neither message_metadata nor correlation_id', 'Give each message a value of its own in one of them');
  }
  const app = await client.apps.get(app_id, options);
  const dispatch = app.processing_mode === 'DISPATCH' || query.processing_strategy === 'DISPATCH_ONLY';
  if (dispatch && !app.dispatch_retention_policy?.ttl_days) {
    throw impossible(
      'in DISPATCH mode with retention 0 the service keeps no messages',
      'Set dispatch_retention_policy.ttl_days of the app to 1 or more',
    );
  }
  const start_time = new Date(sentAtMs - CLOCK_SKEW_MS).toISOString();
  const page_size = PAGE_SIZE;
  if (message_metadata) {
    const messages_source = dispatch ? 'DISPATCH_SOURCE' : 'CONVERSATION_SOURCE';
    const list = client.messages.list({ app_id, start_time, messages_source, page_size }, options);
    return first(list, (message) => message.direction === 'TO_CONTACT' && message.metadata === message_metadata);
  }
  if (dispatch) throw impossible('in DISPATCH mode there are no conversations to find a correlation_id in', 'Use message_metadata');
  const conversation = await first(client.conversations.list({ app_id }, options), (one) => one.correlation_id === correlation_id);
  if (conversation?.id === undefined) return undefined;
  const list = client.messages.list({ conversation_id: conversation.id, start_time, page_size }, options);
  return first(list, (message) => message.direction === 'TO_CONTACT');
}

async function first<T>(items: AsyncIterable<T>, fits: (item: T) => boolean): Promise<T | undefined> {
  for await (const item of items) if (fits(item)) return item;
  return undefined;
}

function impossible(why: string, advice: string): ConvapiError {
  return new ConvapiError(`[@convapi/client] the message cannot be looked up: ${why}. ${advice}.`);
}
