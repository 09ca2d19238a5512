import type { IncomingMessage } from 'node:http';

/** What frameworks keep of a body: `rawBody` the bytes beside the parsed body, `body` whatever their parser made of it. */
export interface KeptBody {
  rawBody?: unknown;
  body?: unknown;
}

/** The body that a framework kept as bytes or text. */
export function findKeptBody({ rawBody, body }: KeptBody): string | Uint8Array | undefined {
  return [rawBody, body].find((value) => typeof value === 'string' || value instanceof Uint8Array);
}

/** Was the body read, with nothing left of it that a signature can be checked on? */
export function wasParsed(req: IncomingMessage, kept: KeptBody): boolean {
  return req.readableDidRead && findKeptBody(kept) === undefined;
}
