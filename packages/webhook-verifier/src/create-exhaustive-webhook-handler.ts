import { WEBHOOK_PAYLOAD_KEYS } from '@convapi/core';
import {
  createWebhookHandler,
  type ExhaustiveWebhookHandlers,
  type WebhookHandler,
  type WebhookHandlerOptions,
} from './create-webhook-handler.ts';
import type { WebhookVerifier } from './create-webhook-verifier.ts';
import { optionError } from './internal/check-options.ts';

/**
 * {@link createWebhookHandler} for programs that want to decide about every kind of callback: leaving one out does not
 * compile, and throws where nothing is compiled.
 *
 * @throws {@link ConvapiError} at once when a trigger, or UNKNOWN, has no function.
 * @example
 * ```ts
 * import { createExhaustiveWebhookHandler, createWebhookVerifier, type ExhaustiveWebhookHandlers } from '@convapi/webhook-verifier';
 *
 * declare const handlers: ExhaustiveWebhookHandlers;
 * const verifier = createWebhookVerifier({ secrets: 'my-secret' });
 * export const POST = createExhaustiveWebhookHandler(verifier, handlers);
 * ```
 */
export function createExhaustiveWebhookHandler(
  verifier: WebhookVerifier,
  handlers: ExhaustiveWebhookHandlers,
  options?: WebhookHandlerOptions,
): WebhookHandler {
  for (const trigger of [...Object.values(WEBHOOK_PAYLOAD_KEYS), 'UNKNOWN'] as const) {
    if (typeof handlers?.[trigger] !== 'function') throw optionError(`handlers.${trigger}`, 'a function, if only () => {}');
  }
  if ('default' in handlers) throw optionError('handlers.default', 'a function for each trigger instead');
  return createWebhookHandler(verifier, handlers, options);
}
