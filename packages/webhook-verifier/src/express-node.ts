import type { IncomingMessage, ServerResponse } from 'node:http';
import { createNodeListener } from './internal/node-listener-node.ts';
import type { FetchHandler } from './internal/respond.ts';
import type { NodeListener, NodeListenerOptions } from './node-listener-options-node.ts';

export type { FetchHandler, RequestContext } from './internal/respond.ts';
export type { NodeListener, NodeListenerOptions } from './node-listener-options-node.ts';

const FIX =
  'Mount the webhook route above app.use(express.json()), or let the parser keep the bytes: express.json({ verify: keepRawBody }), in NestJS { rawBody: true }.';

/**
 * A fetch handler as a route of Express, also inside routers, and of NestJS on Express. It reads the raw body itself, or
 * takes what `express.raw()`, `express.text()` or {@link keepRawBody} left. When a parser left an object only, it answers
 * 400 with the fix and tells `onError`. It always answers: nothing goes on to `next`. The handler gets
 * `{ params }` as context, those of the route.
 *
 * @throws {@link ConvapiError} at once when an option is wrong, or `handler` is no function.
 * @example
 * ```ts
 * import { createWebhookHandler, createWebhookVerifier } from '@convapi/webhook-verifier';
 * import { toExpressHandler } from '@convapi/webhook-verifier/express';
 *
 * const verifier = createWebhookVerifier({ secrets: 'my-secret' });
 * const callbacks = toExpressHandler(createWebhookHandler(verifier, { default: (event) => console.log(event.trigger) }));
 * // app.post('/callbacks', callbacks);
 * ```
 */
export function toExpressHandler(handler: FetchHandler, options: NodeListenerOptions = {}): NodeListener {
  return createNodeListener(handler, options, FIX);
}

/**
 * Keeps the bytes of a body beside what the parser makes of them, for the `verify` option of Express's parsers.
 *
 * @example
 * ```ts
 * import { keepRawBody } from '@convapi/webhook-verifier/express';
 *
 * const options = { verify: keepRawBody, limit: '1mb' };
 * // app.use(express.json(options));
 * ```
 */
export function keepRawBody(req: IncomingMessage, _res: ServerResponse, body: Uint8Array): void {
  Object.assign(req, { rawBody: body });
}
