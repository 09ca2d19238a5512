import type { IncomingMessage } from 'node:http';
import { answer } from './internal/answer.ts';
import { checkNumber } from './internal/check-options.ts';
import { findKeptBody, type KeptBody, wasParsed } from './internal/kept-body-node.ts';
import { toRequest } from './internal/node-messages-node.ts';
import { parsedTooEarly } from './internal/parsed-too-early.ts';
import { type ErrorHook, type FetchHandler, respond } from './internal/respond.ts';

export type { FetchHandler } from './internal/respond.ts';

/** What the adapter uses of a request of Fastify. */
export interface FastifyRequestLike extends KeptBody {
  raw: IncomingMessage;
}

/** What the adapter uses of a reply of Fastify. */
export interface FastifyReplyLike {
  code(status: number): unknown;
  header(name: string, value: string): unknown;
  send(payload?: unknown): unknown;
}

/** A route handler of Fastify. */
export type FastifyHandler = (request: FastifyRequestLike, reply: FastifyReplyLike) => Promise<unknown>;

/** What the adapter uses of an instance of Fastify. */
export interface FastifyInstanceLike {
  removeAllContentTypeParsers(): unknown;
  addContentTypeParser(
    contentType: string,
    options: { parseAs: 'buffer'; bodyLimit: number },
    parser: (request: FastifyRequestLike, body: Uint8Array & Buffer) => Promise<unknown>,
  ): unknown;
  setErrorHandler(handler: (error: unknown, request: FastifyRequestLike, reply: FastifyReplyLike) => unknown): unknown;
  all(path: string, handler: FastifyHandler): unknown;
}

/** A plugin of Fastify. */
export type FastifyPlugin = (instance: FastifyInstanceLike) => Promise<void>;

/** Options of {@link toFastifyHandler}. */
export interface FastifyHandlerOptions {
  /** The handler threw, or the body was parsed too early; default `console.error(error)`. */
  onError?: ErrorHook | undefined;
}

/** Options of {@link toFastifyPlugin}. */
export interface FastifyPluginOptions extends FastifyHandlerOptions {
  /** Longest body that is read, in bytes; default 1,048,576. The verifier has a limit of its own: raise both. */
  maxBodyBytes?: number | undefined;
}

const FIX = 'Register the webhook with toFastifyPlugin, which reads the raw body in a scope of its own.';

/**
 * A fetch handler as a plugin of Fastify that answers at the prefix it is registered with. Inside the plugin every body
 * stays raw; other routes keep their parsers.
 *
 * @throws {@link ConvapiError} at once when an option is wrong.
 * @example
 * ```ts
 * import { createWebhookHandler, createWebhookVerifier } from '@convapi/webhook-verifier';
 * import { toFastifyPlugin } from '@convapi/webhook-verifier/fastify';
 *
 * const verifier = createWebhookVerifier({ secrets: 'my-secret' });
 * const callbacks = toFastifyPlugin(createWebhookHandler(verifier, { default: (event) => console.log(event.trigger) }));
 * // app.register(callbacks, { prefix: '/callbacks' });
 * ```
 */
export function toFastifyPlugin(handler: FetchHandler, options: FastifyPluginOptions = {}): FastifyPlugin {
  const { maxBodyBytes = 1_048_576 } = options;
  checkNumber(maxBodyBytes, 1, 'maxBodyBytes');
  const route = toFastifyHandler(handler, options);
  return async (instance) => {
    instance.removeAllContentTypeParsers();
    instance.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBodyBytes }, async (_request, body) => body);
    instance.setErrorHandler((error, _request, reply) => {
      // Thrown on, an error reaches the error handler of the application.
      if ((error as { code?: unknown }).code !== 'FST_ERR_CTP_BODY_TOO_LARGE') throw error;
      return sendReply(answer(413, 'body_too_large'), reply);
    });
    instance.all('/', route);
  };
}

/**
 * A fetch handler as a route handler of Fastify, for routes whose body stays raw by other means: a content type parser
 * of your own with `parseAs: 'buffer'`, or `request.rawBody`. When only a parsed body is left it answers 400 with the fix.
 *
 * @example
 * ```ts
 * import { createWebhookHandler, createWebhookVerifier } from '@convapi/webhook-verifier';
 * import { toFastifyHandler } from '@convapi/webhook-verifier/fastify';
 *
 * const verifier = createWebhookVerifier({ secrets: 'my-secret' });
 * const callbacks = toFastifyHandler(createWebhookHandler(verifier, { default: (event) => console.log(event.trigger) }));
 * // app.post('/callbacks', { config: { rawBody: true } }, callbacks);
 * ```
 */
export function toFastifyHandler(handler: FetchHandler, options: FastifyHandlerOptions = {}): FastifyHandler {
  const { onError = (error: unknown) => console.error(error) } = options;
  return async (request, reply) => {
    const response = wasParsed(request.raw, request)
      ? await parsedTooEarly(FIX, onError)
      : await respond(handler, toRequest(request.raw, findKeptBody(request) ?? ''), onError);
    return sendReply(response, reply);
  };
}

async function sendReply(response: Response, reply: FastifyReplyLike): Promise<unknown> {
  const body = new Uint8Array(await response.arrayBuffer());
  reply.code(response.status);
  for (const [name, value] of response.headers) reply.header(name, value);
  // Without bytes there is no content type either, and Fastify would make one up.
  return reply.send(body.length > 0 ? body : undefined);
}
