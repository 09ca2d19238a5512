import { type BearerCheckOptions, createBearerCheck } from './create-bearer-check.ts';
import type { WebhookHandler } from './create-webhook-handler.ts';
import { answer } from './internal/answer.ts';
import { onlyWebRequests } from './internal/only-web-requests.ts';
import { quietly } from './internal/quietly.ts';
import { checkHandler, type FetchHandler } from './internal/respond.ts';

/** Options of {@link requireBearer}. */
export type RequireBearerOptions = BearerCheckOptions & {
  /** The check threw; default `console.error(error)`. The request is answered with 500, so that the service tries again. */
  onError?: ((error: unknown) => void | Promise<void>) | undefined;
};

/**
 * A fetch handler that lets requests with the right bearer token through to another, and answers 401 to the rest before
 * their body is read. For webhooks with `client_credentials`.
 *
 * @throws {@link ConvapiError} at once when the options hold neither or both of `tokens` and `check`.
 * @example
 * ```ts
 * import { createWebhookHandler, createWebhookVerifier, requireBearer } from '@convapi/webhook-verifier';
 *
 * const verifier = createWebhookVerifier({ secrets: 'my-secret' });
 * const handler = createWebhookHandler(verifier, { default: (event) => console.log(event.trigger) });
 * export const POST = requireBearer(handler, { tokens: 'the-token-of-my-endpoint' });
 * ```
 */
export function requireBearer(handler: FetchHandler, options: RequireBearerOptions): WebhookHandler {
  checkHandler(handler);
  const { onError = (error: unknown) => console.error(error), ...check } = options ?? {};
  const isAuthorized = createBearerCheck(check as BearerCheckOptions);

  return onlyWebRequests(async (request, context) => {
    let authorized: boolean;
    try {
      authorized = await isAuthorized(request.headers);
    } catch (error) {
      await quietly(() => onError(error));
      return answer(500, 'handler_failed');
    }
    return authorized ? handler(request, context) : answer(401, 'unauthorized', { 'www-authenticate': 'Bearer' });
  }, onError);
}
