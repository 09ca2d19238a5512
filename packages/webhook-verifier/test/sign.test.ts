import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isWebhookVerificationError, signWebhook } from '../src/index.ts';
import { INBOUND, NOW, now, SECRET, verifierAt } from './helpers.ts';

describe('signWebhook', () => {
  it('makes the four headers of the service', async () => {
    const headers = await signWebhook({ body: INBOUND, secret: SECRET, now: () => 1_469_922_850_259, random: () => 0 });
    expect(headers).toEqual({
      'x-sinch-webhook-signature': expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      'x-sinch-webhook-signature-nonce': '01ARZ3NDEK0000000000000000',
      'x-sinch-webhook-signature-timestamp': '1469922850',
      'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
    });
  });

  it('makes what the verifier accepts, from every form of body', async () => {
    const bytes = new TextEncoder().encode(INBOUND);
    for (const body of [INBOUND, bytes, bytes.slice().buffer, Buffer.from(INBOUND)]) {
      expect((await verifierAt().verify(INBOUND, await signWebhook({ body, secret: SECRET, now }))).trigger).toBe('MESSAGE_INBOUND');
    }
  });

  it('takes nonce and timestamp as they are given, zero included', async () => {
    const headers = await signWebhook({ body: '', secret: SECRET, nonce: 'n', timestamp: 0 });
    expect(headers).toMatchObject({ 'x-sinch-webhook-signature-nonce': 'n', 'x-sinch-webhook-signature-timestamp': '0' });
  });

  it('makes a new nonce each time, a ULID that sorts by time', async () => {
    const nonceAt = async (at: number) =>
      (await signWebhook({ body: '', secret: SECRET, now: () => at }))['x-sinch-webhook-signature-nonce'];
    const nonces = [await nonceAt(0), await nonceAt(1), await nonceAt(NOW * 1000), await nonceAt(NOW * 1000 + 1)];
    expect(nonces.toSorted()).toEqual(nonces);
    for (const nonce of nonces) expect(nonce).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    const many = await Promise.all(Array.from({ length: 1000 }, () => nonceAt(0)));
    expect(new Set(many).size).toBe(1000);
  });

  it('uses the real clock unless it is given one', async () => {
    const before = Math.floor(Date.now() / 1000);
    const timestamp = Number((await signWebhook({ body: '', secret: SECRET }))['x-sinch-webhook-signature-timestamp']);
    expect(timestamp).toBeGreaterThanOrEqual(before);
    expect(timestamp).toBeLessThanOrEqual(Math.floor(Date.now() / 1000));
  });

  it.each([' a ', 'a\n'])('signs with any text, as a stand-in of the service has to: %j', async (secret) => {
    const headers = await signWebhook({ body: 'b', secret, nonce: 'n', timestamp: 1 });
    expect(headers['x-sinch-webhook-signature']).toBe(createHmac('sha256', secret).update('b.n.1').digest('base64'));
  });

  it.each(['', undefined, ['a']])('refuses the secret %j', async (secret) => {
    await expect(signWebhook({ body: '', secret: secret as string })).rejects.toThrow('Option secret must be');
  });

  it('refuses an object for a body', async () => {
    const error = await signWebhook({ body: { message: {} } as never, secret: SECRET }).catch((caught: unknown) => caught);
    expect(isWebhookVerificationError(error) && error.reason).toBe('body_already_parsed');
  });
});
