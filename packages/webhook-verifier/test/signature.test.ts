import { describe, expect, it } from 'vitest';
import { createSignatureVerifier, parseWebhookEvent, type SignatureVerifierOptions, type WebhookRefusalReason } from '../src/index.ts';
import { INBOUND, NOW, now, reasonOf, refusalOf, SECRET, sign, signedRequest } from './helpers.ts';

const NAME = 'x-sinch-webhook-signature';
const LONG = JSON.stringify({ message: { text: 'å'.repeat(1000) } });

function verifierAt(options: Partial<SignatureVerifierOptions> = {}) {
  return createSignatureVerifier({ secrets: SECRET, now, ...options });
}

/** A signed request with other headers than it should have. */
async function requestWith(headers: Record<string, string | undefined>): Promise<Request> {
  const request = await signedRequest(INBOUND);
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) request.headers.delete(name);
    else request.headers.set(name, value);
  }
  return request;
}

describe('a verifier of signatures', () => {
  const wrong: [string, object][] = [
    ['secrets', {}],
    ['secrets', { secrets: '' }],
    ['secrets', { secrets: [] }],
    ['secrets', { secrets: ['right', ''] }],
    ['toleranceSeconds', { secrets: SECRET, toleranceSeconds: Number.NaN }],
    ['maxBodyBytes', { secrets: SECRET, maxBodyBytes: -1 }],
  ];

  it.each(wrong)('names %s when it is wrong: %j', (name, options) => {
    expect(() => createSignatureVerifier(options as never)).toThrow(`[@convapi/webhook-verifier] Option ${name} is wrong. Pass `);
  });

  it('returns the body byte for byte, in one piece or many, JSON or not', async () => {
    for (const body of [INBOUND, LONG, '{', '', '\u0000\uFEFF']) {
      expect(Buffer.from(await verifierAt().verify(await signedRequest(body))).toString()).toBe(body);
    }
    const bytes = new TextEncoder().encode(LONG);
    const pieces = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7));
        controller.close();
      },
    });
    const init = { method: 'POST', headers: await sign(LONG), body: pieces, duplex: 'half' };
    expect(Buffer.from(await verifierAt().verify(new Request('https://example.com', init))).toString()).toBe(LONG);
  });

  it('takes a request without a body that was signed as such', async () => {
    const request = new Request('https://example.com', { method: 'POST', headers: await sign('') });
    expect(await verifierAt().verify(request)).toHaveLength(0);
  });

  it('takes what was signed with any of several secrets', async () => {
    for (const secret of ['first', 'second']) {
      expect(await verifierAt({ secrets: ['first', 'second'] }).verify(await signedRequest(INBOUND, { secret }))).toHaveLength(
        INBOUND.length,
      );
    }
  });

  it('lets a callback through again: whoever handles it must see to that', async () => {
    const request = await signedRequest(INBOUND);
    const again = request.clone();
    const { verify } = verifierAt();
    expect(await verify(request)).toEqual(await verify(again));
  });

  it('takes the clock of the machine unless it is given one', async () => {
    const request = await signedRequest(INBOUND, { timestamp: Math.floor(Date.now() / 1000) });
    expect(await createSignatureVerifier({ secrets: SECRET }).verify(request)).toHaveLength(INBOUND.length);
  });

  const refused: [string, WebhookRefusalReason, () => Promise<Request>][] = [
    ['another secret', 'signature_mismatch', () => signedRequest(INBOUND, { secret: 'other' })],
    ['another nonce', 'signature_mismatch', () => requestWith({ [`${NAME}-nonce`]: 'x' })],
    ['another timestamp', 'signature_mismatch', () => requestWith({ [`${NAME}-timestamp`]: `${NOW + 1}` })],
    ['no signature', 'missing_header', () => requestWith({ [NAME]: undefined })],
    ['no nonce', 'missing_header', () => requestWith({ [`${NAME}-nonce`]: undefined })],
    ['no timestamp', 'missing_header', () => requestWith({ [`${NAME}-timestamp`]: undefined })],
    ['another algorithm', 'unsupported_algorithm', () => requestWith({ [`${NAME}-algorithm`]: 'HmacSHA1' })],
    ['a time 301 s ago', 'timestamp_out_of_tolerance', () => signedRequest(INBOUND, { timestamp: NOW - 301 })],
    ['a time 301 s ahead', 'timestamp_out_of_tolerance', () => signedRequest(INBOUND, { timestamp: NOW + 301 })],
  ];

  it.each(refused)('refuses %s as %s', async (_name, reason, request) => {
    expect(await reasonOf(verifierAt().verify(await request()))).toBe(reason);
  });

  it('refuses a body that was read, or is being read', async () => {
    const read = await signedRequest(INBOUND);
    await read.text();
    const locked = await signedRequest(INBOUND);
    locked.body?.getReader();
    for (const request of [read, locked]) expect(await reasonOf(verifierAt().verify(request))).toBe('body_already_parsed');
  });

  it.each([['text'], [{}], [{ headers: { [NAME]: 'x' }, body: { app_id: '01' } }], [new Uint8Array(2)]])(
    'refuses what is no web request, and says what to pass: %#',
    async (input) => {
      const error = await refusalOf(verifierAt().verify(input as unknown as Request));
      expect(error.message).toBe('[@convapi/webhook-verifier] Refused: body_already_parsed. Pass the web Request, unread.');
    },
  );

  it('refuses a body over the limit, and reads no further', async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(100));
      },
    });
    const init = { method: 'POST', body: endless, duplex: 'half' };
    const error = await refusalOf(verifierAt({ maxBodyBytes: 1000 }).verify(new Request('https://example.com', init)));
    expect([error.reason, error.message]).toEqual([
      'body_too_large',
      '[@convapi/webhook-verifier] Refused: body_too_large. Raise maxBodyBytes.',
    ]);
    expect(pulled).toBeLessThan(15);
  });
});

describe('an event of a body that was verified', () => {
  it('is typed as by the whole verifier, from text and bytes', async () => {
    const body = await verifierAt().verify(await signedRequest(INBOUND));
    for (const form of [body, Buffer.from(body), body.slice().buffer, INBOUND]) {
      expect(parseWebhookEvent(form)).toEqual({ ...JSON.parse(INBOUND), trigger: 'MESSAGE_INBOUND' });
    }
    expect(parseWebhookEvent('{"news":{}}')).toEqual({ news: {}, trigger: 'UNKNOWN' });
  });

  it.each(['', '{', '[]', '"text"', 'null', new Uint8Array([0x7b, 0xff, 0x7d])])('is refused as malformed: %#', (body) => {
    expect(() => parseWebhookEvent(body)).toThrow(expect.objectContaining({ reason: 'malformed_body' }));
  });

  it('is refused when a parser had the body before', () => {
    expect(() => parseWebhookEvent(JSON.parse(INBOUND))).toThrow(expect.objectContaining({ reason: 'body_already_parsed' }));
  });
});
