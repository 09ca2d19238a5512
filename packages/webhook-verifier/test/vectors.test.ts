import { describe, expect, it } from 'vitest';
import * as node from '../src/hmac-node.ts';
import * as web from '../src/hmac-web.ts';
import { createWebhookVerifier, signWebhook } from '../src/index.ts';
import { isEqual } from '../src/internal/is-equal.ts';
import { readFixture, reasonOf } from './helpers.ts';

interface Vector {
  id: string;
  secret: string;
  nonce: string;
  timestamp: string;
  body: string;
  body_base64: string;
  signature: string;
  still_verifies_after_parse_and_stringify: boolean | null;
}

const vectors = (JSON.parse(readFixture('webhook-vectors')) as { valid: Vector[] }).valid;
const hmacs = { 'node:crypto': node, 'Web Crypto': web };
const tail = (vector: Vector) => `.${vector.nonce}.${vector.timestamp}`;
const bytesOf = (vector: Vector) => Uint8Array.from(atob(vector.body_base64), (char) => char.charCodeAt(0));

/** Each vector with one thing changed after signing. */
function tampered(vector: Vector): Record<string, Vector> {
  const copies: Record<string, Vector> = {
    'one byte of the body': { ...vector, body: vector.body === '' ? ' ' : `[${vector.body.slice(1)}` },
    'another nonce': { ...vector, nonce: `${vector.nonce.slice(0, -1)}Z` },
    'timestamp + 1': { ...vector, timestamp: String(Number(vector.timestamp) + 1) },
    'another secret': { ...vector, secret: `${vector.secret}x` },
    'a signature in base64url': { ...vector, signature: vector.signature.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') },
    'a signature without padding': { ...vector, signature: vector.signature.replaceAll('=', '') },
    'an empty signature': { ...vector, signature: '=' },
    'a signature of another length': { ...vector, signature: `${vector.signature}AAAA` },
    'a signature with other unused bits': { ...vector, signature: flipUnusedBit(vector.signature) },
  };
  if (vector.still_verifies_after_parse_and_stringify === false) {
    copies['a body that was parsed and written anew'] = { ...vector, body: JSON.stringify(JSON.parse(vector.body)) };
  }
  return copies;
}

/** Base64 of 32 bytes leaves two bits unused: the result decodes to the same bytes. */
function flipUnusedBit(signature: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const last = alphabet.indexOf(signature.charAt(42));
  return `${signature.slice(0, 42)}${alphabet.charAt(last ^ 1)}=`;
}

describe.each(Object.entries(hmacs))('the primitive on %s', (_, hmac) => {
  const matches = async (one: Vector, body: string | Uint8Array) =>
    isEqual(await hmac.createSigner(one.secret)(body, tail(one)), one.signature);

  describe.each(vectors.map((vector) => [vector.id, vector] as const))('vector %s', (_id, vector) => {
    it('has the published signature, from text and from bytes', async () => {
      expect(await hmac.createSigner(vector.secret)(vector.body, tail(vector))).toBe(vector.signature);
      expect(await hmac.createSigner(vector.secret)(bytesOf(vector), tail(vector))).toBe(vector.signature);
      expect(await matches(vector, vector.body)).toBe(true);
    });

    it.each(Object.entries(tampered(vector)))('does not match with %s', async (_name, copy) => {
      expect(await matches(copy, copy.body)).toBe(false);
    });
  });

  it('signs again with the same signer', async () => {
    const [vector] = vectors;
    if (!vector) throw new Error('no vectors');
    const signer = hmac.createSigner(vector.secret);
    const both = await Promise.all([signer(vector.body, tail(vector)), signer(vector.body, tail(vector))]);
    expect([...both, await signer(vector.body, tail(vector))]).toEqual(Array(3).fill(vector.signature));
  });
});

describe.each(vectors.map((vector) => [vector.id, vector] as const))('verifying vector %s', (_id, vector) => {
  const verify = (one: Vector, body: string | Uint8Array = one.body) =>
    createWebhookVerifier({ secrets: one.secret, now: () => Number(vector.timestamp) * 1000 }).verify(body, {
      'x-sinch-webhook-signature': one.signature,
      'x-sinch-webhook-signature-nonce': one.nonce,
      'x-sinch-webhook-signature-timestamp': one.timestamp,
      'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
    });

  it('accepts it as text and as bytes', async () => {
    for (const body of [vector.body, bytesOf(vector)]) {
      // The empty body is signed rightly and is still no event.
      if (vector.body === '') expect(await reasonOf(verify(vector, body))).toBe('malformed_body');
      else expect(await verify(vector, body)).toMatchObject(JSON.parse(vector.body));
    }
  });

  it.each(Object.entries(tampered(vector)))('refuses it with %s', async (_name, copy) => {
    expect(await reasonOf(verify(copy))).toBe('signature_mismatch');
  });

  it('is what signWebhook makes', async () => {
    const headers = await signWebhook({ ...vector, timestamp: Number(vector.timestamp) });
    expect(headers['x-sinch-webhook-signature']).toBe(vector.signature);
  });
});
