// What customers see. Written by "pnpm api:update": a change here is a change for them.

type ErrorHook = (error: unknown) => void | Promise<void>;

type FastifyHandler = (request: FastifyRequestLike, reply: FastifyReplyLike) => Promise<unknown>;

interface FastifyHandlerOptions {
    onError?: ErrorHook | undefined;
}

interface FastifyInstanceLike {
    removeAllContentTypeParsers(): unknown;
    addContentTypeParser(contentType: string, options: {
        parseAs: 'buffer';
        bodyLimit: number;
    }, parser: (request: FastifyRequestLike, body: Uint8Array & Buffer) => Promise<unknown>): unknown;
    setErrorHandler(handler: (error: unknown, request: FastifyRequestLike, reply: FastifyReplyLike) => unknown): unknown;
    all(path: string, handler: FastifyHandler): unknown;
}

type FastifyPlugin = (instance: FastifyInstanceLike) => Promise<void>;

interface FastifyPluginOptions extends FastifyHandlerOptions {
    maxBodyBytes?: number | undefined;
}

interface FastifyReplyLike {
    code(status: number): unknown;
    header(name: string, value: string): unknown;
    send(payload?: unknown): unknown;
}

interface FastifyRequestLike extends KeptBody {
    raw: IncomingMessage;
}

type FetchHandler = (request: Request) => Response | Promise<Response>;

interface KeptBody {
    rawBody?: unknown;
    body?: unknown;
}

declare function toFastifyHandler(handler: FetchHandler, options?: FastifyHandlerOptions): FastifyHandler;

declare function toFastifyPlugin(handler: FetchHandler, options?: FastifyPluginOptions): FastifyPlugin;

export type {
  FastifyHandler,
  FastifyHandlerOptions,
  FastifyInstanceLike,
  FastifyPlugin,
  FastifyPluginOptions,
  FastifyReplyLike,
  FastifyRequestLike,
  FetchHandler,
};
export {
  toFastifyHandler,
  toFastifyPlugin,
};
