import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type RehearsalReport, type RehearseOptions, rehearse } from '../src/rehearse/index.ts';
import { NOW } from './helpers.ts';

// Looks like base64, so that decoding it does not go unnoticed.
export const SECRET = 'Zm9vX3NlY3JldDEyMzQ1Njc4OTA=';

/** A clock that a receiver can push on, in place of being slow. */
export interface Clock {
  at: number;
}

/** Where a receiver of callbacks that is right otherwise goes wrong. */
export interface Flaws {
  key?: (secret: string) => string | Buffer;
  /** How it puts the chunks of a body together. */
  join?: (chunks: Buffer[]) => Buffer;
  /** What it signs, from the raw body. */
  body?: (raw: Buffer) => string | Buffer;
  signedText?: (body: string | Buffer, nonce: string, timestamp: string) => string;
  digest?: (text: string | Buffer, key: string | Buffer, req: IncomingMessage) => string;
  isEqual?: (expected: string, given: string) => boolean;
  checksTime?: boolean;
  remembers?: boolean;
  maxBytes?: number;
  handle?: (event: Record<string, unknown>, clock: Clock) => void;
  /** Runs first; `true` when it answered. */
  before?: (req: IncomingMessage, res: ServerResponse) => boolean;
  answer?: (what: 'handled' | 'again') => string;
}

const name = 'x-sinch-webhook-signature';
const compare = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** A receiver written by hand, without this package: what is checked is the rehearsal. */
export function receiver(flaws: Flaws, clock: Clock): RequestListener {
  const { key = (secret) => secret, body: bodyOf = (raw) => raw, isEqual = compare, handle = () => {} } = flaws;
  const {
    join = (chunks) => Buffer.concat(chunks),
    checksTime = true,
    remembers = true,
    maxBytes = 1_048_576,
    answer = (what) => (what === 'again' ? 'again' : ''),
  } = flaws;
  const { signedText = (body, nonce, timestamp) => `${body}.${nonce}.${timestamp}` } = flaws;
  const { digest = (text, secret) => createHmac('sha256', secret).update(text).digest('base64') } = flaws;
  const seen = new Set<string>();

  async function respond(req: IncomingMessage): Promise<[number, string]> {
    if (req.method !== 'POST') return [405, 'POST only'];
    const raw = join(await readAll(req));
    if (raw.length > maxBytes) return [413, 'too large'];
    const [given, nonce, timestamp] = [name, `${name}-nonce`, `${name}-timestamp`].map((one) => String(req.headers[one] ?? ''));
    if (!given || !nonce || !timestamp) return [401, 'unsigned'];
    if (!isEqual(digest(signedText(bodyOf(raw), nonce, timestamp), key(SECRET), req), given)) return [401, 'wrong signature'];
    if (checksTime && !(Math.abs(clock.at / 1000 - Number(timestamp)) <= 300)) return [401, 'stale'];
    const event = parse(raw);
    if (!event) return [400, 'no object'];
    if (remembers && seen.has(given)) return [200, answer('again')];
    seen.add(given);
    handle(event, clock);
    return [200, answer('handled')];
  }

  return (req, res) => {
    if (flaws.before?.(req, res)) return;
    const end = ([status, text]: [number, string]) => void res.writeHead(status).end(text);
    respond(req).then(end, () => end([500, 'internal']));
  };
}

async function readAll(req: IncomingMessage): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return chunks;
}

/** The JSON object that a body holds. */
export function parse(raw: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(raw.toString());
    return value instanceof Object && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The address of a listener on a free port. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
}

/** Rehearses a receiver with these flaws, always with the same ids, nonces and time. */
export async function rehearseFlaws(flaws: Flaws, options: Partial<RehearseOptions> = {}): Promise<RehearsalReport> {
  const clock = { at: NOW * 1000 };
  const url = await serve(receiver(flaws, clock));
  return rehearse({ url, secret: SECRET, now: () => clock.at, random: seeded(1), ...options });
}

/** Ids of the checks that were missed. */
export function missesOf(report: RehearsalReport): string[] {
  return report.checks.filter((check) => !check.passed).map((check) => check.id);
}

/** Numbers from 0 up to 1, the same ones each time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
