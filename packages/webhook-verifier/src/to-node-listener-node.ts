import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer } from './internal/answer.ts';
import { checkNumber } from './internal/check-options.ts';
import { send, toRequest } from './internal/node-messages-node.ts';
import { quietly } from './internal/quietly.ts';
import { readNodeBody } from './internal/read-node-body-node.ts';
import { isWebhookVerificationError, type WebhookVerificationError } from './webhook-verification-error.ts';

/** Options of {@link toNodeListener}. */
export interface NodeListenerOptions {
  /** Longest body that is read, in bytes; default 1,048,576. The verifier has a limit of its own: raise both. */
  maxBodyBytes?: number | undefined;
  /** The handler threw, or the request could not be read; default `console.error(error)`. */
  onError?: ((error: unknown) => void | Promise<void>) | undefined;
}

/** A listener for `node:http`, and a route for Express and the frameworks that take the same two arguments. */
export type NodeListener = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/**
 * A fetch handler as a listener of `node:http` or a route of Express. It reads the raw body itself; where a framework
 * read it before, it uses the bytes or text that were kept as `req.rawBody` or `req.body`, and answers 400 with the fix
 * when only a parsed object is left.
 *
 * @throws {@link ConvapiError} at once when an option is wrong.
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
export function toNodeListener(
  handler: (request: Request) => Response | Promise<Response>,
  options: NodeListenerOptions = {},
): NodeListener {
  const { maxBodyBytes = 1_048_576, onError = (error: unknown) => console.error(error) } = options;
  checkNumber(maxBodyBytes, 0, 'maxBodyBytes');

  return async (req, res) => {
    try {
      await send(await respond(req, res), res);
    } catch (error) {
      // A sender that hung up needs no answer, and is no fault of ours.
      if (req.destroyed && !req.complete) return;
      await quietly(() => onError(error));
      if (!res.headersSent) await send(answer(500, 'handler_failed'), res);
    }
  };

  async function respond(req: IncomingMessage, res: ServerResponse): Promise<Response> {
    let body: string | Uint8Array;
    try {
      body = await readNodeBody(req, maxBodyBytes);
    } catch (error) {
      // The rest of a body that was not read must not be taken for the next request.
      if (!req.complete) res.shouldKeepAlive = false;
      if (isWebhookVerificationError(error)) return refuse(error);
      throw error;
    }
    const request = toRequest(req, body);
    return request ? handler(request) : answer(400, 'bad_request');
  }
}

/** With the message, unlike other refusals: this one is for the developer of the receiving side. */
function refuse(error: WebhookVerificationError): Response {
  const status = error.reason === 'body_too_large' ? 413 : 400;
  return Response.json({ reason: error.reason, message: error.message }, { status });
}
