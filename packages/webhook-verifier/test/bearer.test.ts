import { describe, expect, it } from 'vitest';
import { createBearerCheck, createWebhookHandler, requireBearer } from '../src/index.ts';
import { INBOUND, sign, verifierAt } from './helpers.ts';

const TOKEN = 'eyJhbGciOi.Jub25lIn0-_~+/==';

describe('createBearerCheck', () => {
  const isAuthorized = createBearerCheck({ tokens: [TOKEN, 'previous'] });

  it('lets any of the tokens pass, from Headers and records in any casing', async () => {
    for (const headers of [
      { authorization: `Bearer ${TOKEN}` },
      { Authorization: 'bearer previous' },
      { authorization: ['BEARER  previous'] },
      new Headers({ authorization: `Bearer ${TOKEN}` }),
    ]) {
      expect(await isAuthorized(headers)).toBe(true);
    }
  });

  it.each([
    'Bearer other',
    'Bearer previou',
    'Bearer previousx',
    'Bearer Previous',
    'Bearer ',
    'Bearer',
    'previous',
    'Basic previous',
    ' Bearer previous',
    'Bearer previous ',
    'Bearer previous, Bearer previous',
    'Bearer "previous"',
    'Bearer p\u0155evious',
    '',
  ])('refuses %j', async (authorization) => {
    expect(await isAuthorized({ authorization })).toBe(false);
  });

  it('refuses what has no token, or two', async () => {
    expect(await isAuthorized({})).toBe(false);
    expect(await isAuthorized(new Headers())).toBe(false);
    expect(await isAuthorized({ authorization: ['Bearer previous', 'Bearer previous'] })).toBe(false);
  });

  it('asks a function of yours, and takes nothing but true for yes', async () => {
    const seen: string[] = [];
    const answers: unknown[] = [true, false, undefined, 1, { sub: 'sinch' }];
    const check = async (token: string) => {
      seen.push(token);
      return answers[seen.length - 1] as boolean;
    };
    const ask = createBearerCheck({ check });
    const outcomes = [];
    for (const _ of answers) outcomes.push(await ask({ authorization: `Bearer ${TOKEN}` }));
    expect(outcomes).toEqual([true, false, false, false, false]);
    expect(new Set(seen)).toEqual(new Set([TOKEN]));
    expect(await ask({})).toBe(false);
    expect(seen).toHaveLength(answers.length);
  });

  it.each([
    [{}, 'check'],
    [{ tokens: '' }, 'tokens'],
    [{ tokens: [] }, 'tokens'],
    [{ tokens: null }, 'tokens'],
    [{ tokens: ['s3cr3t', ''] }, 'tokens'],
    [{ check: 'x' }, 'check'],
    [{ tokens: 's3cr3t', check: () => true }, 'check'],
  ])('refuses the options %j, without repeating a token', (options, name) => {
    expect(() => createBearerCheck(options as never)).toThrow(`[@convapi/webhook-verifier] Option ${name} must be `);
    expect(() => createBearerCheck(options as never)).toThrow(/^(?!.*s3cr3t)/);
  });
});

describe('requireBearer', () => {
  const handler = createWebhookHandler(verifierAt({ replayGuard: false }), {});
  const post = async (authorization?: string) =>
    new Request('https://example.com', {
      method: 'POST',
      body: INBOUND,
      headers: { ...(await sign(INBOUND)), ...(authorization !== undefined && { authorization }) },
    });

  it('lets the right token through to the handler', async () => {
    expect((await requireBearer(handler, { tokens: TOKEN })(await post(`Bearer ${TOKEN}`))).status).toBe(200);
  });

  it.each([undefined, 'Bearer other'])('answers 401 to %j and reads no body', async (authorization) => {
    const request = await post(authorization);
    const response = await requireBearer(() => expect.unreachable(), { tokens: TOKEN })(request);
    expect([response.status, await response.text()]).toEqual([401, '{"reason":"unauthorized"}']);
    expect([response.headers.get('www-authenticate'), request.bodyUsed]).toEqual(['Bearer', false]);
  });

  it('answers 500 when the check fails, without a word of it, so that the service tries again', async () => {
    const down = new Error('keys are out of reach');
    const seen: unknown[] = [];
    const onError = (error: unknown) => {
      seen.push(error);
      throw new Error('log is down');
    };
    const response = await requireBearer(handler, { check: () => Promise.reject(down), onError })(await post('Bearer x'));
    expect([response.status, await response.text(), seen]).toEqual([500, '{"reason":"handler_failed"}', [down]]);
  });

  it('goes to the console when nobody listens', async () => {
    const written: unknown[] = [];
    const original = console.error;
    console.error = (...values) => void written.push(...values);
    const down = new Error('keys are out of reach');
    try {
      await requireBearer(handler, { check: () => Promise.reject(down) })(await post('Bearer x'));
    } finally {
      console.error = original;
    }
    expect(written).toEqual([down]);
  });
});
