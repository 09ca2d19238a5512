import type { IncomingMessage, ServerResponse } from 'node:http';

/** Options of `toNodeListener`. */
export interface NodeListenerOptions {
  /** Longest body that is read, in bytes; default 1,048,576. The verifier has a limit of its own: raise both. */
  maxBodyBytes?: number | undefined;
  /** The handler threw, or the request could not be read; default `console.error(error)`. */
  onError?: ((error: unknown) => void | Promise<void>) | undefined;
}

/** A listener for `node:http`, and a route for Express and the frameworks that take the same two arguments. */
export type NodeListener = (req: IncomingMessage, res: ServerResponse) => Promise<void>;
