import type { IncomingMessage } from 'node:http';
import { isRaw } from './raw-body.ts';

/** What frameworks keep of a body: `rawBody` the bytes beside the parsed body, `body` whatever their parser made of it. */
export interface KeptBody {
  rawBody?: unknown;
  body?: unknown;
}

/**
 * The body that a framework kept as bytes or text: `rawBody` is where Nest and several function hosts keep it beside the
 * parsed body, `body` is express.raw() or .text().
 */
export function findKeptBody({ rawBody, body }: KeptBody): string | Uint8Array | undefined {
  return [rawBody, body].find(isRaw);
}

/** Was the body read, with nothing left of it that a signature can be checked on? */
export function wasParsed(req: IncomingMessage, kept: KeptBody): boolean {
  // Express sets an empty `req.body` without reading when the content type is not the parser's: only the stream tells.
  return req.readableDidRead === true && findKeptBody(kept) === undefined;
}
