import { expect, it, vi } from 'vitest';
import { createWebhookVerifier, signWebhook } from '../src/index.ts';
import { INBOUND, now, reasonOf, SECRET, sign, signedRequest } from './helpers.ts';

// What runtimes other than Node get from the `imports` condition of the manifest.
vi.mock('#hmac', () => import('../src/hmac-web.ts'));

it('verifies with Web Crypto, from text, bytes and a Request, with any of several secrets', async () => {
  const verifier = createWebhookVerifier({ secrets: ['other', SECRET], now });
  expect((await verifier.verify(INBOUND, await sign(INBOUND))).trigger).toBe('MESSAGE_INBOUND');
  expect((await verifier.verify(new TextEncoder().encode(INBOUND), await sign(INBOUND))).trigger).toBe('MESSAGE_INBOUND');
  expect((await verifier.verify(await signedRequest(INBOUND))).trigger).toBe('MESSAGE_INBOUND');
});

it('refuses with Web Crypto what was signed with another secret', async () => {
  const verifier = createWebhookVerifier({ secrets: ['other', 'another'], now });
  expect(await reasonOf(verifier.verify(INBOUND, await sign(INBOUND)))).toBe('signature_mismatch');
});

it('signs with Web Crypto what Node signs', async () => {
  const headers = await signWebhook({ body: '', secret: SECRET, nonce: '01FJA8B4A7BM43YGWSG9GBV067', timestamp: 1_634_579_353 });
  expect(headers['x-sinch-webhook-signature']).toBe('LAno4LgU5m5H2+rWTTlWn9YoEDfiuujOwWTrfe8JMdo=');
});
