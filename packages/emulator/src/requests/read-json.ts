import { reasonOf } from '../error-code.ts';
import { keepSaid } from './said.ts';

/** A body, or why it cannot be read. */
export type ReadBody = { value: unknown } | { problem: 'content_type' | 'too_large' | 'malformed' | 'too_deep'; message: string };

/** How large a body may be. */
export interface BodyLimits {
  mostBytes: number;
  /** Deepest nesting. */
  mostLevels: number;
}

/** Limits of all bodies, unless a reader knows better. */
export const BODY_LIMITS: BodyLimits = { mostBytes: 1024 * 1024, mostLevels: 64 };

/** Reads the JSON body of a request, within limits. */
export async function readJson(request: Request, { mostBytes, mostLevels }: BodyLimits = BODY_LIMITS): Promise<ReadBody> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)) {
    return { problem: 'content_type', message: `Content-Type must be application/json, not ${type === '' ? 'absent' : type}` };
  }
  const text = await readText(request, mostBytes);
  if (text === undefined) return { problem: 'too_large', message: `The body is over ${mostBytes} bytes` };
  if (isTooDeep(text, mostLevels)) return { problem: 'too_deep', message: `The body nests deeper than ${mostLevels} levels` };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: 'malformed', message: `The body is not JSON: ${reasonOf(error)}` };
  }
}

/** The body as text, or nothing when it is too large. */
export async function readText(request: Request, mostBytes = BODY_LIMITS.mostBytes): Promise<string | undefined> {
  const text = await readWithin(request, mostBytes);
  if (text !== undefined) keepSaid(request, text);
  return text;
}

/** A body of unknown length is read piece by piece. */
async function readWithin(request: Request, mostBytes: number): Promise<string | undefined> {
  const length = request.headers.get('content-length');
  if (length !== null) return Number(length) > mostBytes ? undefined : request.text();
  const bytes = await readBytes(request, mostBytes);
  return bytes && new TextDecoder().decode(bytes);
}

/** The body as it is, or nothing when it is too large, which is found out before it is read or, without a length, on the way. */
export async function readBytes(request: Request, mostBytes: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Counts brackets outside of strings: parsing is safe at any depth, but writing the value out again is not. */
function isTooDeep(text: string, mostLevels: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
    if (depth > mostLevels) return true;
  }
  return false;
}
