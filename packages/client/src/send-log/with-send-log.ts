import {
  ConvapiError,
  DeliveryUnknownError,
  isDeliveryUnknownError,
  type SendMessageRequest,
  type SendMessageResponse,
} from '@convapi/core';
import type { CallOptions, DataWithResponse } from '../call.ts';
import { toCallPromise } from '../call-promise.ts';
import { messageOf } from '../error-shape.ts';
import type { Resources } from '../generated/resources.ts';
import { answerFrom } from '../reconcile/answer-from.ts';
import { findSentMessage } from '../reconcile/find-sent-message.ts';
import { sleep as realSleep } from '../sleep.ts';
import type { SendLog, SendLogState } from './send-log.ts';

/** Options of {@link withSendLog}. */
export interface SendLogOptions {
  /**
   * How long a message that was taken may need to be found, in milliseconds; default 2 000. A send that was begun before a
   * crash is looked up after this time, and sent again only when it is absent.
   */
  settleMs?: number | undefined;
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined;
  /** Waits; must reject with the signal's reason when that fires. */
  sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

type Sent = DataWithResponse<SendMessageResponse>;

/**
 * The same client, whose `messages.send` is durable: it notes the send in the log before the request leaves, and what came of
 * it afterwards. A send whose key is in the log already is not repeated: its answer comes from the log, or it is looked up
 * first. Each request needs a `message_metadata` of its own, the key; the app has to keep its messages (see `findSentMessage`).
 *
 * A `DeliveryUnknownError` leaves the entry open: send the same request again, or call `recoverSends`.
 *
 * @throws {@link ConvapiError} on a send without `message_metadata`; what `messages.send` throws; what the log throws, and then
 * nothing was sent.
 * @example
 * ```ts
 * import { type ConversationClient, recoverSends, withSendLog } from '@convapi/client';
 * import { fileSendLog } from '@convapi/client/file-send-log';
 *
 * export async function start(client: ConversationClient): Promise<ConversationClient> {
 *   const log = await fileSendLog({ file: 'sends.log' });
 *   const conversation = withSendLog(client, log);
 *   console.log(await recoverSends(conversation, log));
 *   return conversation;
 * }
 * ```
 */
export function withSendLog<Client extends Pick<Resources, 'messages' | 'apps' | 'conversations'>>(
  client: Client,
  log: SendLog,
  options: SendLogOptions = {},
): Client {
  const { settleMs = 2_000, now = Date.now, sleep = realSleep } = options;
  const running = new Map<string, Promise<Sent>>();

  async function sendLogged(key: string, request: SendMessageRequest, call: CallOptions): Promise<Sent> {
    const known = await log.begin({ key, request, begunAtMs: now() });
    if (known.state === 'sent') return answerFrom(known.message_id, known.accepted_time);
    if (known.state === 'open') {
      const found = await lookUp(key, request, known, call);
      if (found) return found;
    }
    return sendAndSettle(key, request, call);
  }

  /** What was begun and not settled may have been taken: only what is absent goes out again. */
  async function lookUp(
    key: string,
    request: SendMessageRequest,
    { begunAtMs }: Extract<SendLogState, { state: 'open' }>,
    call: CallOptions,
  ): Promise<Sent | undefined> {
    try {
      const waitedMs = now() - begunAtMs;
      // a clock that was set back says nothing
      if (waitedMs < settleMs) await sleep(Math.min(settleMs, settleMs - waitedMs), call.signal);
      const found = await findSentMessage(client, { ...request, sentAtMs: begunAtMs }, call);
      if (!found) return undefined;
      const sent = { state: 'sent', message_id: found.id, accepted_time: found.accept_time } as const;
      await log.settle(key, sent);
      return answerFrom(sent.message_id, sent.accepted_time);
    } catch (cause) {
      if (call.signal?.aborted) throw cause;
      const message = `[@convapi/client] messages.send: ${JSON.stringify(key)} was begun before, and whether it was taken is unknown. ${messageOf(cause)}`;
      throw new DeliveryUnknownError(message, { cause, operation: 'messages.send' });
    }
  }

  async function sendAndSettle(key: string, request: SendMessageRequest, call: CallOptions): Promise<Sent> {
    let sent: Sent;
    try {
      sent = await client.messages.send(request, call).withResponse();
    } catch (error) {
      // the caller's signal ends the wait, not what the service does
      if (!isDeliveryUnknownError(error) && !call.signal?.aborted) await log.settle(key, { state: 'failed', reason: messageOf(error) });
      throw error;
    }
    await log.settle(key, { state: 'sent', message_id: sent.data.message_id, accepted_time: sent.data.accepted_time });
    return sent;
  }

  function send(request: SendMessageRequest, call: CallOptions = {}) {
    const key = request?.message_metadata;
    if (!key) {
      const message = '[@convapi/client] a send with a log needs a message_metadata of its own, such as the id of an order. Add one.';
      return toCallPromise<SendMessageResponse>(Promise.reject(new ConvapiError(message)));
    }
    // two callers with one key are one send
    const sending = running.get(key) ?? sendLogged(key, request, call).finally(() => running.delete(key));
    running.set(key, sending);
    return toCallPromise(sending);
  }

  return { ...client, messages: { ...client.messages, send } };
}
