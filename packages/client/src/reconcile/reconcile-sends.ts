import { DeliveryUnknownError, isDeliveryUnknownError, type SendMessageRequest, type SendMessageResponse } from '@convapi/core';
import type { CallOptions, DataWithResponse } from '../call.ts';
import { toCallPromise } from '../call-promise.ts';
import type { Resources } from '../generated/resources.ts';
import { type RetryPolicy, toRetryPolicy } from '../retry-options.ts';
import type { RetryTools } from '../steps/with-retry.ts';
import { findSentMessage } from './find-sent-message.ts';

/** How long a message that was taken may need to be found, in milliseconds. */
const SETTLE_MS = 1_000;

/** `messages.send` in the mode `reconcile`: after an unknown outcome, look first, and send again only what is absent. */
export function reconcileSends(resources: Resources, defaults: RetryPolicy, tools: RetryTools): Resources {
  const { messages } = resources;
  const send = (body: SendMessageRequest, options?: CallOptions) => {
    const policy = toRetryPolicy(options?.retry, defaults);
    return policy.sends === 'reconcile'
      ? toCallPromise(sendUntilKnown(resources, body, options, policy, tools))
      : messages.send(body, options);
  };
  return { ...resources, messages: { ...messages, send } };
}

async function sendUntilKnown(
  resources: Resources,
  body: SendMessageRequest,
  options: CallOptions | undefined,
  policy: RetryPolicy,
  tools: RetryTools,
): Promise<DataWithResponse<SendMessageResponse>> {
  const sentAtMs = tools.now();
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await resources.messages.send(body, options).withResponse();
    } catch (error) {
      if (!isDeliveryUnknownError(error)) throw error;
      await tools.sleep(SETTLE_MS * 2 ** attempt, options?.signal);
      const found = await findSentMessage(resources, { ...body, sentAtMs }, options).catch((reason: Error) => {
        throw new DeliveryUnknownError(`${error.message} ${reason.message}`, { cause: error.cause, operation: 'messages.send' });
      });
      if (found) return foundInstead(found.id, found.accept_time);
      if (attempt >= policy.maxRetries) throw error;
    }
  }
}

/** The answer that was lost, from what was looked up. */
function foundInstead(message_id: string | undefined, accepted_time: string | undefined): DataWithResponse<SendMessageResponse> {
  const data = { ...(message_id ? { message_id } : {}), ...(accepted_time ? { accepted_time } : {}) };
  return { data, response: { status: 200, headers: { get: () => null } } };
}
