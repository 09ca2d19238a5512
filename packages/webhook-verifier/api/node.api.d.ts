// What customers see. Written by "pnpm api:update": a change here is a change for them.

type NodeListener = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

interface NodeListenerOptions {
    maxBodyBytes?: number | undefined;
    onError?: ((error: unknown) => void | Promise<void>) | undefined;
}

declare function toNodeListener(handler: (request: Request) => Response | Promise<Response>, options?: NodeListenerOptions): NodeListener;

export type {
  NodeListener,
  NodeListenerOptions,
};
export {
  toNodeListener,
};
