import { type BearerCheckOptions, createBearerCheck } from './create-bearer-check.ts';
import { answer } from './internal/answer.ts';
import { quietly } from './internal/quietly.ts';

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
export function requireBearer(
  handler: (request: Request) => Response | Promise<Response>,
  options: RequireBearerOptions,
): (request: Request) => Promise<Response> {
  const isAuthorized = createBearerCheck(options);
  const { onError = (error: unknown) => console.error(error) } = options;

  return async (request) => {
    let authorized: boolean;
    try {
      authorized = await isAuthorized(request.headers);
    } catch (error) {
      await quietly(() => onError(error));
      return answer(500, 'handler_failed');
    }
    return authorized ? handler(request) : answer(401, 'unauthorized', { 'www-authenticate': 'Bearer' });
  };
}
