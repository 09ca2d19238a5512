import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { ConvapiError } from '@convapi/core';
import { checkNumber, refuseUnknown } from './internal/check-options.ts';
import { findKeptBody, type KeptBody, wasParsed } from './internal/kept-body-node.ts';
import { toRequest } from './internal/node-messages-node.ts';
import { openBody } from './internal/open-body-node.ts';
import { parsedTooEarly } from './internal/parsed-too-early.ts';
import { checkHandler, type ErrorHook, type FetchHandler, respond } from './internal/respond.ts';
import { wrongInput } from './internal/wrong-input.ts';

export type { FetchHandler, RequestContext } from './internal/respond.ts';

/** What the adapter uses of a request of Fastify. */
export interface FastifyRequestLike extends KeptBody {
  raw: IncomingMessage;
  params?: unknown;
}

/** What the adapter uses of a reply of Fastify. */
export interface FastifyReplyLike {
  /** Sets the status. */
  code(status: number): unknown;
  /** Sets a header. */
  header(name: string, value: string): unknown;
  /** Sends the answer. */
  send(payload?: unknown): unknown;
}

/** A route handler of Fastify. */
export type FastifyHandler = (request: FastifyRequestLike, reply: FastifyReplyLike) => Promise<unknown>;

/** What the adapter uses of an instance of Fastify. */
export interface FastifyInstanceLike {
  /** So that no parser reads the body first. */
  removeAllContentTypeParsers(): unknown;
  /** Reads the raw body. */
  addContentTypeParser(contentType: string, parser: (request: FastifyRequestLike, payload: IncomingMessage) => Promise<unknown>): unknown;
  /** Adds the route of the webhook. */
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

const MAX_BODY_BYTES = 1_048_576;

const FIX = 'Register the webhook with toFastifyPlugin, which reads the raw body in a scope of its own.';

/**
 * A fetch handler as a plugin of Fastify that answers at the prefix it is registered with. Inside the plugin every body
 * stays raw; other routes keep their parsers. The handler gets `{ params }` as context, those of the route.
 *
 * @throws {@link ConvapiError} at once when an option is wrong, or `handler` is no function.
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
  const { maxBodyBytes = MAX_BODY_BYTES, ...rest } = options;
  checkNumber(maxBodyBytes, 1, 'maxBodyBytes');
  const route = createRoute(handler, rest, maxBodyBytes, 'maxBodyBytes or onError');
  return async (instance) => {
    if (typeof instance?.removeAllContentTypeParsers !== 'function') {
      throw new ConvapiError(
        '[@convapi/webhook-verifier] This is a plugin. Mount it by app.register(toFastifyPlugin(handler), { prefix }).',
      );
    }
    instance.removeAllContentTypeParsers();
    // Left unread: what is refused for its headers never is.
    instance.addContentTypeParser('*', async (_request, payload) => payload);
    instance.all('/', route);
  };
}

/**
 * A fetch handler as a route handler of Fastify, for routes whose body stays raw by other means: a content type parser
 * of your own with `parseAs: 'buffer'`, or `request.rawBody`. When only a parsed body is left it answers 400 with the fix.
 *
 * @throws {@link ConvapiError} at once when an option is unknown, or `handler` is no function.
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
  return createRoute(handler, options, MAX_BODY_BYTES, 'onError');
}

function createRoute(handler: FetchHandler, options: FastifyHandlerOptions, maxBodyBytes: number, known: string): FastifyHandler {
  const { onError = (error: unknown) => console.error(error), ...unknown } = options;
  checkHandler(handler);
  refuseUnknown(unknown, known);
  return async (request, reply) => {
    if (!request?.raw?.headers || typeof reply?.send !== 'function') throw wrongInput(request);
    if (wasParsed(request.raw, request)) return sendReply(await parsedTooEarly(FIX, onError), reply);
    const { body, params } = request;
    const content = isStream(body) ? openBody(body, maxBodyBytes) : (findKeptBody(request) ?? '');
    const response = await respond(handler, toRequest(request.raw, content), { params: params ?? {} }, onError);
    // The rest of a body that was not read must not be taken for the next request.
    if (!request.raw.complete) reply.header('connection', 'close');
    return sendReply(response, reply);
  };
}

/** By shape: no parser of JSON makes a function. */
function isStream(body: unknown): body is Readable {
  return typeof (body as Partial<Readable> | undefined)?.pipe === 'function';
}

async function sendReply(response: Response, reply: FastifyReplyLike): Promise<unknown> {
  const body = new Uint8Array(await response.arrayBuffer());
  reply.code(response.status);
  for (const [name, value] of response.headers) reply.header(name, value);
  // Without bytes there is no content type either, and Fastify would make one up.
  return reply.send(body.length > 0 ? body : undefined);
}
