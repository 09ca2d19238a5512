import {
  DeliveryUnknownError,
  isDeliveryUnknownError,
  type SendMessageRequest,
  type SendMessageResponse,
  TimeoutError,
} from '@convapi/core';
import type { CallOptions, DataWithResponse } from '../call.ts';
import { toCallPromise } from '../call-promise.ts';
import { messageOf } from '../error-shape.ts';
import type { Resources } from '../generated/resources.ts';
import { type RetryPolicy, toRetryPolicy } from '../retry-options.ts';
import type { RetryTools } from '../steps/with-retry.ts';
import { withinTime } from '../time-limit.ts';
import { answerFrom } from './answer-from.ts';
import { findSentWithin } from './find-sent-message.ts';

/** What reconciling needs from the client. */
export interface ReconcileSettings {
  policy: RetryPolicy;
  deadlineMs: number;
  tools: RetryTools;
}

/** How long a message that was taken may need to be found, in milliseconds. */
const SETTLE_MS = 1_000;

/** `messages.send` in the mode `reconcile`: after an unknown outcome, look first, and send again only what is absent. */
export function reconcileSends(resources: Resources, settings: ReconcileSettings): Resources {
  const { messages } = resources;
  const send = (body: SendMessageRequest, options: CallOptions = {}) => {
    const { sends = settings.policy.sends } = options?.retry || {};
    if (sends !== 'reconcile') return messages.send(body, options);
    return toCallPromise(withinDeadline(options, settings, (limited) => sendUntilKnown(resources, body, limited, settings)));
  };
  return { ...resources, messages: { ...messages, send } };
}

/** One deadline for all sends, look-ups and waits together. */
async function withinDeadline<T>(
  options: CallOptions,
  settings: ReconcileSettings,
  work: (options: CallOptions) => Promise<T>,
): Promise<T> {
  const deadlineMs = options.deadlineMs ?? settings.deadlineMs;
  if (deadlineMs === 0) return work(options);
  const toError = () => tooLate(deadlineMs);
  return withinTime(deadlineMs, options.signal, toError, (signal) => work({ ...options, signal, deadlineMs: 0 }));
}

async function sendUntilKnown(
  resources: Resources,
  body: SendMessageRequest,
  options: CallOptions,
  { policy, tools }: ReconcileSettings,
): Promise<DataWithResponse<SendMessageResponse>> {
  const startedAtMs = performance.now();
  const { maxRetries } = toRetryPolicy(options.retry, policy);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await resources.messages.send(body, options).withResponse();
    } catch (error) {
      if (!isDeliveryUnknownError(error)) throw error;
      const found = await lookUp(error, attempt);
      if (found) return found;
      if (error.taken === 'yes' || attempt >= maxRetries) throw error;
    }
  }

  /** After a while, because what was taken may need some time to be found. */
  async function lookUp(error: DeliveryUnknownError, attempt: number): Promise<DataWithResponse<SendMessageResponse> | undefined> {
    try {
      await tools.sleep(SETTLE_MS * 2 ** attempt, options.signal);
      const found = await findSentWithin(resources, body, performance.now() - startedAtMs, options);
      return found && answerFrom(found.id, found.accept_time);
    } catch (reason) {
      throw new DeliveryUnknownError(`${error.message} ${messageOf(reason)}`, {
        cause: error.cause,
        operation: 'messages.send',
        taken: error.taken,
      });
    }
  }
}

function tooLate(timeoutMs: number): TimeoutError {
  return new TimeoutError(`[@convapi/client] messages.send was not settled within ${timeoutMs} ms. Raise \`deadlineMs\`.`, { timeoutMs });
}
