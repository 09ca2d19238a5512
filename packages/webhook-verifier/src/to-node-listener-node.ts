import { createNodeListener } from './internal/node-listener-node.ts';
import type { FetchHandler } from './internal/respond.ts';
import type { NodeListener, NodeListenerOptions } from './node-listener-options-node.ts';

export type { FetchHandler, RequestContext } from './internal/respond.ts';

const FIX = 'Let the webhook route come before the parser, or keep the raw body as req.rawBody, e.g. by express.raw().';

/**
 * A fetch handler as a listener of `node:http`, and of what is built on it. It reads the raw body itself; where a
 * framework read it before, it uses the bytes or text that were kept as `req.rawBody` or `req.body`, and answers 400 with
 * the fix when only a parsed object is left. The handler gets `{ params }` as context, those of the route.
 *
 * @throws {@link ConvapiError} at once when an option is wrong, or `handler` is no function. The listener rejects with the
 * right entry when it is called with other things than a request and a response of Node.
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { createWebhookHandler, createWebhookVerifier } from '@convapi/webhook-verifier';
 * import { toNodeListener } from '@convapi/webhook-verifier/node';
 *
 * const verifier = createWebhookVerifier({ secrets: 'my-secret' });
 * const handler = createWebhookHandler(verifier, { default: (event) => console.log(event.trigger) });
 * createServer(toNodeListener(handler)).listen(3000);
 * ```
 */
export function toNodeListener(handler: FetchHandler, options: NodeListenerOptions = {}): NodeListener {
  return createNodeListener(handler, options, FIX);
}
