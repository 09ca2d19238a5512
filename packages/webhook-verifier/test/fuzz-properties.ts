import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createWebhookHandler,
  createWebhookVerifier,
  isWebhookVerificationError,
  type RawBody,
  signWebhook,
  type WebhookHeaders,
  type WebhookVerifier,
} from '../src/index.ts';
import { isSame, mutate, mutations, type Wire } from './fuzz-mutate.ts';
import { NOW, now } from './helpers.ts';

const RUNS = Number(process.env.CONVAPI_FUZZ_RUNS ?? 2_000);
/** Changed copies of each callback: making one up costs more than changing it. */
const COPIES = 20;
const TIMEOUT_MS = 60_000 + RUNS;
const NAME = 'x-sinch-webhook-signature';

/** A callback and the secret it was signed with. */
interface Honest {
  secret: string;
  wire: Wire;
}

/** A verifier as a function of a web request, or of a body and headers. */
export type Verify = (input: RawBody | Request, headers?: WebhookHeaders) => Promise<object>;

/** How a callback reaches the verifier. */
interface Form {
  body: 'text' | 'bytes' | 'buffer' | 'request';
  headers: 'record' | 'web';
  names: 'lower' | 'upper' | 'mixed';
}

/** The same properties on either HMAC primitive. */
export function describeProperties(primitive: string): void {
  describe(`on ${primitive}`, () => {
    it('signs what an independent implementation signs', signsRightly, TIMEOUT_MS);
    it('accepts every honest callback, in each form and casing', acceptsHonest, TIMEOUT_MS);
    it(
      `refuses each of ${RUNS} changed callbacks, unless what was signed is the same byte for byte`,
      () => refusesChanged(primitive),
      TIMEOUT_MS,
    );
    it('refuses headers and bodies made of anything at all', refusesAnything, TIMEOUT_MS);
    it('lets each callback through once, in whatever order and number copies come', acceptsOnce, TIMEOUT_MS);
    it('answers every request, through the handler, with a status that it names', answersAnything, TIMEOUT_MS);
  });
}

async function signsRightly() {
  await fc.assert(
    fc.asyncProperty(honest(), async ({ secret, wire }) => {
      expect(wire.signature[0]).toBe(hmac(secret, wire));
      const headers = await signWebhook({ body: wire.body, secret, nonce: wire.nonce[0], timestamp: Number(wire.timestamp[0]) });
      expect(headers[NAME]).toBe(wire.signature[0]);
    }),
    { numRuns: 500 },
  );
}

async function acceptsHonest() {
  await fc.assert(
    fc.asyncProperty(honest(), forms(), async ({ secret, wire }, form) => {
      const event = await verifierOf(secret)(...toInput(wire, form));
      expect(Object.keys(event)).toContain('trigger');
    }),
    { numRuns: 1000 },
  );
}

async function refusesChanged(primitive: string) {
  const tally = await tryChanged(verifierOf, RUNS);
  expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(RUNS);
  // Else the changes would be too coarse to reach the checks that come late, or too fine to be changes.
  for (const reason of ['accepted', 'signature_mismatch', 'missing_header', 'unsupported_algorithm']) expect(tally).toHaveProperty(reason);
  expect(tally.signature_mismatch).toBeGreaterThan(RUNS / 3);
  if (process.env.CONVAPI_FUZZ_RUNS) console.log(primitive, JSON.stringify(tally));
}

/**
 * Gives so many changed callbacks to verifiers, and counts what came of them.
 * Fails with the smallest callback that one accepts, refuses or throws at, and should not.
 */
export async function tryChanged(createVerify: (secret: string) => Verify, runs: number, seed?: number): Promise<Record<string, number>> {
  const tally: Record<string, number> = {};
  const change = fc.tuple(fc.array(mutations(), { minLength: 1, maxLength: 3 }), forms());
  await fc.assert(
    fc.asyncProperty(honest(), fc.array(change, { minLength: COPIES, maxLength: COPIES }), async ({ secret, wire }, copies) => {
      const verify = createVerify(secret);
      for (const [mutation, form] of copies) {
        const changed = mutate(wire, mutation);
        const outcome = await outcomeOf(verify(...toInput(changed, form)));
        tally[outcome] = (tally[outcome] ?? 0) + 1;
        // Header values lose the spaces around them on their way through web Headers.
        const seen = form.headers === 'web' || form.body === 'request' ? throughHeaders(changed) : changed;
        if (outcome === 'accepted') expect(isSigned(seen, wire), 'accepted what was not signed').toBe(true);
        else expect(isHarmless(seen, wire), `refused what was signed: ${outcome}`).toBe(false);
      }
    }),
    { numRuns: Math.ceil(runs / COPIES), ...(seed === undefined ? {} : { seed }) },
  );
  return tally;
}

async function refusesAnything() {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constant(''));
  const value = fc.option(fc.oneof(text, fc.array(text)), { nil: undefined });
  const suffixes = ['', '-nonce', '-timestamp', '-algorithm'].map((suffix) => NAME + suffix);
  const headers = fc.oneof(fc.dictionary(fc.constantFrom(...suffixes), value), fc.dictionary(text, value));
  const body = fc.oneof(
    text,
    fc.uint8Array(),
    fc.anything().filter((one) => one === null || typeof one !== 'object'),
  );
  await fc.assert(
    fc.asyncProperty(body, headers, async (anyBody, anyHeaders) => {
      expect(await outcomeOf(verifierOf('secret')(anyBody as RawBody, anyHeaders))).not.toBe('accepted');
    }),
    { numRuns: 2000 },
  );
}

async function acceptsOnce() {
  const order = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 30 });
  const several = fc.uniqueArray(honest(), { minLength: 5, maxLength: 5, selector: ({ wire }) => wire.nonce[0] });
  await fc.assert(
    fc.asyncProperty(several, order, forms(), async (callbacks, picks, form) => {
      const verify = toVerify(createWebhookVerifier({ secrets: callbacks.map((one) => one.secret), now }));
      const wires = picks.flatMap((index) => callbacks[index]?.wire ?? []);
      const outcomes = await Promise.all(wires.map((wire) => outcomeOf(verify(...toInput(wire, form)))));
      expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(new Set(picks).size);
      expect(new Set(outcomes).size).toBeLessThanOrEqual(2);
    }),
    { numRuns: 200 },
  );
}

async function answersAnything() {
  const errors: unknown[] = [];
  await fc.assert(
    fc.asyncProperty(honest(), fc.array(mutations(), { maxLength: 3 }), async ({ secret, wire }, changes) => {
      const handler = createWebhookHandler(
        createWebhookVerifier({ secrets: secret, now }),
        {},
        { onError: (error) => void errors.push(error) },
      );
      const [input] = toInput(changes.length > 0 ? mutate(wire, changes) : wire, { body: 'request', headers: 'web', names: 'lower' });
      if (input instanceof Request) expect([200, 400, 401, 413]).toContain((await handler(input)).status);
    }),
    { numRuns: 1000 },
  );
  expect(errors).toEqual([]);
}

/** Signed callbacks: known and unknown kinds, written in several ways, with odd nonces and secrets. */
function honest(): fc.Arbitrary<Honest> {
  const key = fc.constantFrom('message', 'event', 'message_delivery_report', 'opt_in_notification', 'news');
  const payload = fc.record({
    id: fc.string(),
    text: fc.string({ unit: 'grapheme' }),
    number: fc.double(),
    more: fc.jsonValue({ maxDepth: 2 }),
  });
  const indent = fc.constantFrom(undefined, 1, '\t');
  const body = fc
    .tuple(key, payload, indent)
    .map(([one, value, space]) => JSON.stringify({ app_id: '01', [one]: value }, undefined, space));
  const nonce = fc.oneof(fc.ulid(), fc.uuid(), fc.stringMatching(/^[!-\-/-~]{1,40}$/));
  const secret = fc
    .oneof(fc.string({ minLength: 1 }), fc.string({ unit: 'binary', minLength: 1 }), fc.base64String({ minLength: 4 }))
    // White space at the ends and control characters are refused when a verifier is made.
    .filter((one) => one.trim() === one && !/\p{Cc}/u.test(one));
  return fc.tuple(body, nonce, fc.integer({ min: NOW - 300, max: NOW + 300 }), secret).map(([text, one, timestamp, key]) => {
    const unsigned = {
      body: Uint8Array.from(Buffer.from(text)),
      nonce: [one],
      timestamp: [`${timestamp}`],
      algorithm: ['HmacSHA256'],
      signature: [],
    };
    return { secret: key, wire: { ...unsigned, signature: [hmac(key, unsigned)] } };
  });
}

function forms(): fc.Arbitrary<Form> {
  return fc.record({
    body: fc.constantFrom('text', 'bytes', 'buffer', 'request'),
    headers: fc.constantFrom('record', 'web'),
    names: fc.constantFrom('lower', 'upper', 'mixed'),
  });
}

/** Independent of the package: what the service would put into the header. */
function hmac(secret: string, wire: Wire): string {
  return createHmac('sha256', Buffer.from(secret, 'utf8')).update(signedContent(wire)).digest('base64');
}

function signedContent({ body, nonce, timestamp }: Wire): Buffer {
  return Buffer.concat([body, Buffer.from(`.${nonce[0] ?? ''}.${timestamp[0] ?? ''}`, 'utf8')]);
}

/** May it be accepted? Only with the very bytes that were signed, one of each header, and no other algorithm. */
function isSigned(wire: Wire, original: Wire): boolean {
  const single = [wire.signature, wire.nonce, wire.timestamp].every((values) => values.length === 1);
  const same = wire.signature[0] === original.signature[0] && signedContent(wire).equals(signedContent(original));
  return single && same && isKnownAlgorithm(wire);
}

function isKnownAlgorithm({ algorithm }: Wire): boolean {
  return algorithm.length === 0 || (algorithm.length === 1 && algorithm[0] === 'HmacSHA256');
}

/** Must it be accepted? When nothing is changed but that the algorithm is not named. */
function isHarmless(wire: Wire, original: Wire): boolean {
  return isSame({ ...wire, algorithm: [] }, { ...original, algorithm: [] }) && isKnownAlgorithm(wire);
}

function verifierOf(secret: string): Verify {
  return toVerify(createWebhookVerifier({ secrets: ['another secret', secret], now, replayGuard: false }));
}

function toVerify(verifier: WebhookVerifier): Verify {
  return async (input, headers = {}) => (input instanceof Request ? verifier.verify(input) : verifier.verify(input, headers));
}

/** `accepted` or the reason; whatever else is thrown is a crash, and fails the property. */
async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'accepted';
  } catch (error) {
    if (isWebhookVerificationError(error)) return error.reason;
    throw error;
  }
}

function toInput(wire: Wire, form: Form): [RawBody | Request, WebhookHeaders?] {
  if (form.body === 'request') return [new Request('https://example.com', { method: 'POST', body: wire.body, headers: toHeaders(wire) })];
  return [toBody(wire.body, form.body), form.headers === 'web' ? toHeaders(wire) : toRecord(wire, form.names)];
}

function toBody(bytes: Uint8Array<ArrayBuffer>, form: 'text' | 'bytes' | 'buffer'): RawBody {
  if (form === 'buffer') return bytes.slice().buffer;
  const text = Buffer.from(bytes).toString('utf8');
  // Bytes that are no UTF-8 cannot come as text.
  return form === 'text' && Buffer.from(text, 'utf8').equals(bytes) ? text : bytes;
}

function valuesOf(wire: Wire): [string, string[]][] {
  const { signature, nonce, timestamp, algorithm } = wire;
  return [
    [NAME, signature],
    [`${NAME}-nonce`, nonce],
    [`${NAME}-timestamp`, timestamp],
    [`${NAME}-algorithm`, algorithm],
  ];
}

function toRecord(wire: Wire, names: Form['names']): Record<string, string | string[]> {
  const rename = { lower: (name: string) => name, upper: (name: string) => name.toUpperCase(), mixed: mixCase };
  const present = valuesOf(wire).filter(([, values]) => values.length > 0);
  return Object.fromEntries(
    present.map(([name, [first = '', ...more]]) => [rename[names](name), more.length > 0 ? [first, ...more] : first]),
  );
}

function mixCase(name: string): string {
  return name.replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

/** Without what cannot stand in a header: such a request cannot be made. */
function toHeaders(wire: Wire): Headers {
  const headers = new Headers();
  for (const [name, values] of valuesOf(wire)) for (const value of values) headers.append(name, withoutControls(value));
  return headers;
}

function withoutControls(value: string): string {
  return [...value].filter((char) => char >= ' ' && char <= '\u00ff' && char !== '\u007f').join('');
}

function throughHeaders(wire: Wire): Wire {
  const clean = (values: string[]) => values.map((value) => withoutControls(value).replaceAll(/^ +| +$/g, ''));
  const { signature, nonce, timestamp, algorithm } = wire;
  return { ...wire, signature: clean(signature), nonce: clean(nonce), timestamp: clean(timestamp), algorithm: clean(algorithm) };
}
