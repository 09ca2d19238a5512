import type { IncomingMessage, ServerResponse } from 'node:http';

/** The web request of a request of node:http and its body; `undefined` when there is no such request, as for TRACE. */
export function toRequest(req: IncomingMessage, body: string | Uint8Array | ReadableStream): Request | undefined {
  const method = req.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  try {
    // `duplex` is missing in the types of the DOM; runtimes want it for a body that is a stream.
    const init = { method, headers: toHeaders(req), body: hasBody ? (body as BodyInit) : null, duplex: 'half' };
    return new Request(toUrl(req), init);
  } catch {
    return undefined;
  }
}

/** Writes a web response, whole. `isLast` when the connection ends with it: the rest of a body that was not read must not be taken for the next request. */
export async function send(response: Response, res: ServerResponse, isLast: boolean): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer());
  if (isLast) res.shouldKeepAlive = false;
  res.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie') res.appendHeader(name, value);
    else res.setHeader(name, value);
  }
  res.end(body);
}

function toUrl(req: IncomingMessage): string {
  // Express cuts the mount path off `url`.
  const path = (req as { originalUrl?: string }).originalUrl ?? req.url ?? '/';
  const scheme = 'encrypted' in req.socket ? 'https' : 'http';
  return `${scheme}://${req.headers.host ?? 'localhost'}${path}`;
}

function toHeaders(req: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    // The pseudo headers of HTTP/2 are no names that Headers takes.
    if (value !== undefined && !name.startsWith(':')) headers.set(name, String(value));
  }
  return headers;
}
