// What customers see. Written by "pnpm api:update": a change here is a change for them.

type FetchHandler = (request: Request) => Response | Promise<Response>;

type NodeListener = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

interface NodeListenerOptions {
    maxBodyBytes?: number | undefined;
    onError?: ((error: unknown) => void | Promise<void>) | undefined;
}

declare function keepRawBody(req: IncomingMessage, _res: ServerResponse, body: Uint8Array): void;

declare function toExpressHandler(handler: FetchHandler, options?: NodeListenerOptions): NodeListener;

export type {
  FetchHandler,
  NodeListener,
  NodeListenerOptions,
};
export {
  keepRawBody,
  toExpressHandler,
};
