import http from 'node:http';
import https from 'node:https';
import { Readable, Transform } from 'node:stream';
import { useAgent } from 'request-filtering-agent';

/** Largest file that is passed on. */
const MAX_BYTES = 32 * 1024 * 1024;
const TIMEOUT_MS = 15_000;
const MAX_REDIRECTS = 3;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Shown as they are. Not SVG: that is a page with scripts. */
const SHOWN = /^(?:image\/(?:png|jpeg|gif|webp|avif|bmp)|video\/[\w.+-]+|audio\/[\w.+-]+)$/;
const PASSED_ON = ['content-length', 'content-range', 'accept-ranges'] as const;

/** A file that cannot be had, with the status of the answer. */
export class MediaError extends Error {
  readonly status: 400 | 413 | 502;

  constructor(status: 400 | 413 | 502, message: string) {
    super(message);
    this.status = status;
  }
}

/** What {@link fetchMedia} is asked. */
export interface MediaRequest {
  url: string;
  /** The `range` of the request. */
  range?: string | undefined;
  /** Also from this machine and its own network, as with an emulator. Else a stranger could have the inbox read what is there. */
  allowPrivate: boolean;
  signal: AbortSignal;
}

/**
 * A file from elsewhere, as an answer that no browser takes for anything but a file: with its type only when that can be shown
 * safely, never as a page.
 *
 * @throws MediaError
 */
export async function fetchMedia({ url, range, allowPrivate, signal }: MediaRequest): Promise<Response> {
  let address = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const answer = await request(toAddress(address), range, allowPrivate, signal);
    const { statusCode = 0, headers } = answer;
    if (!REDIRECTS.has(statusCode) || headers.location === undefined) return toResponse(answer);
    answer.destroy();
    if (!URL.canParse(headers.location, address)) break;
    address = new URL(headers.location, address).href;
  }
  throw new MediaError(502, 'The address of the file leads from one to the next without an end.');
}

function toAddress(url: string): URL {
  if (!URL.canParse(url)) throw new MediaError(400, 'That is no address.');
  const address = new URL(url);
  if (address.protocol !== 'http:' && address.protocol !== 'https:')
    throw new MediaError(400, 'Only files at http and https addresses are passed on.');
  if (address.username !== '' || address.password !== '') throw new MediaError(400, 'Addresses with a password in them are not asked for.');
  return address;
}

function request(address: URL, range: string | undefined, allowPrivate: boolean, signal: AbortSignal): Promise<http.IncomingMessage> {
  const { request: ask } = address.protocol === 'https:' ? https : http;
  // The agent looks at the address that is connected to, so that a name cannot lead inside after it was checked.
  const agent = useAgent(address.href, { allowPrivateIPAddress: allowPrivate, allowMetaIPAddress: allowPrivate });
  const headers = { accept: '*/*', 'accept-encoding': 'identity', ...(range === undefined ? {} : { range }) };
  return new Promise((resolve, reject) => {
    const asked = ask(address, { agent, headers, signal, timeout: TIMEOUT_MS }, resolve);
    asked.once('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.once('error', (error) => {
      const inside = /is not allowed/.test(error.message);
      reject(
        inside
          ? new MediaError(400, 'That address is inside of the own network.')
          : new MediaError(502, 'The address of the file does not answer.'),
      );
    });
    asked.end();
  });
}

function toResponse(answer: http.IncomingMessage): Response {
  const { statusCode = 0, headers } = answer;
  const isEmpty = statusCode === 416;
  if (statusCode !== 200 && statusCode !== 206 && !isEmpty) {
    answer.destroy();
    throw new MediaError(502, `The address of the file answers ${statusCode}.`);
  }
  if (Number(headers['content-length'] ?? 0) > MAX_BYTES) {
    answer.destroy();
    throw new MediaError(413, `The file is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
  }
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  const shown = SHOWN.test(type);
  const passedOn = Object.fromEntries(PASSED_ON.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
  return new Response(isEmpty ? null : (Readable.toWeb(answer.pipe(upTo(MAX_BYTES))) as ReadableStream), {
    status: statusCode,
    headers: {
      ...passedOn,
      ...fileHeaders(shown ? type : 'application/octet-stream', shown ? undefined : 'file'),
      'cache-control': 'private, max-age=86400',
    },
  });
}

/** Headers of a file that comes from a stranger. With a name it is a download. */
export function fileHeaders(type: string, downloadAs?: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(downloadAs === undefined ? {} : { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(downloadAs)}` }),
  };
}

/** A server may say nothing, or not the truth, about the length. */
function upTo(maxBytes: number) {
  let left = maxBytes;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      left -= chunk.byteLength;
      done(left < 0 ? new Error('too large') : null, chunk);
    },
  });
}
