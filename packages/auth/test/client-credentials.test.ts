import { inspect } from 'node:util';
import { isConnectionError } from '@convapi/core';
import { describe, expect, test } from 'vitest';
import { type ClientCredentialsOptions, clientCredentials } from '../src/index.ts';
import { type Answer, startTokenServer } from './token-server.ts';

const key = { keyId: 'key-id', keySecret: 'top-secret' };
const call = { url: 'https://eu.conversation.api.sinch.com/v1' };

/** Time and waiting under control: sleeping moves the clock. */
function fakeTime(startMs = 1_700_000_000_000) {
  let nowMs = startMs;
  const slept: number[] = [];
  return {
    slept,
    pass: (ms: number) => {
      nowMs += ms;
    },
    now: () => nowMs,
    random: () => 0.5,
    sleep: async (ms: number) => {
      slept.push(ms);
      nowMs += ms;
    },
  };
}

/** Lets a renewal that runs beside the calls come to its end. */
async function renewed(requests: unknown[], count: number): Promise<void> {
  while (requests.length < count) await new Promise(setImmediate);
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
}

async function authorization(auth: ReturnType<typeof clientCredentials>): Promise<string | null> {
  return new Headers(await auth.headers(call)).get('authorization');
}

describe('asking for a token', () => {
  test('posts the grant as a form, with the key in a Basic header', async () => {
    const { tokenUrl, requests } = await startTokenServer([{}]);
    expect(await authorization(clientCredentials({ ...key, tokenUrl }))).toBe('Bearer token-1');
    expect(requests).toHaveLength(1);
    expect(requests[0]?.body).toBe('grant_type=client_credentials');
    expect(requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from('key-id:top-secret').toString('base64')}`);
  });

  test('200 calls at once share one request', async () => {
    const { tokenUrl, requests } = await startTokenServer([{}]);
    const auth = clientCredentials({ ...key, tokenUrl });
    const all = await Promise.all(Array.from({ length: 200 }, () => authorization(auth)));
    expect(new Set(all)).toEqual(new Set(['Bearer token-1']));
    expect(requests).toHaveLength(1);
  });

  test('a token is used again until a minute before its end, then renewed while calls go on with it', async () => {
    const time = fakeTime();
    const { tokenUrl, requests } = await startTokenServer([{}]);
    const auth = clientCredentials({ ...key, tokenUrl, ...time });
    await authorization(auth);
    time.pass(3_539_000);
    expect(await authorization(auth)).toBe('Bearer token-1');
    expect(requests).toHaveLength(1);
    time.pass(1_000);
    expect(await authorization(auth)).toBe('Bearer token-1');
    await renewed(requests, 2);
    expect(await authorization(auth)).toBe('Bearer token-2');
    expect(requests).toHaveLength(2);
  });

  test('a token that has ended is waited for', async () => {
    const time = fakeTime();
    const { tokenUrl } = await startTokenServer([{}]);
    const auth = clientCredentials({ ...key, tokenUrl, ...time });
    await authorization(auth);
    time.pass(3_600_000);
    expect(await authorization(auth)).toBe('Bearer token-2');
  });

  test('a token that lives shorter than ten minutes is renewed after nine tenths', async () => {
    const time = fakeTime();
    const { tokenUrl, requests } = await startTokenServer([{ body: { access_token: 'short', expires_in: 100 } }, {}]);
    const auth = clientCredentials({ ...key, tokenUrl, ...time });
    await authorization(auth);
    time.pass(89_000);
    expect(await authorization(auth)).toBe('Bearer short');
    expect(requests).toHaveLength(1);
    time.pass(2_000);
    await authorization(auth);
    await renewed(requests, 2);
    expect(await authorization(auth)).toBe('Bearer token-2');
  });

  test('without expires_in the end comes from the exp claim', async () => {
    const time = fakeTime();
    const claims = Buffer.from(JSON.stringify({ exp: time.now() / 1000 + 600 })).toString('base64url');
    const { tokenUrl, requests } = await startTokenServer([{ body: { access_token: `h.${claims}.s` } }, {}]);
    const auth = clientCredentials({ ...key, tokenUrl, ...time });
    await authorization(auth);
    time.pass(539_000);
    expect(await authorization(auth)).toBe(`Bearer h.${claims}.s`);
    time.pass(2_000);
    await authorization(auth);
    await renewed(requests, 2);
    expect(await authorization(auth)).toBe('Bearer token-2');
  });

  test.each<[string, Answer]>([
    ['is refused', { status: 400 }],
    ['finds the queue full', { status: 429 }],
    ['fails', { status: 503 }],
    ['is not answered', { drop: true }],
  ])('when renewing %s, calls go on with the token that still lives, and ask again some seconds later', async (_, answer) => {
    const time = fakeTime();
    const { tokenUrl, requests } = await startTokenServer([{}, answer]);
    const auth = clientCredentials({ ...key, tokenUrl, ...time });
    await authorization(auth);
    time.pass(3_550_000);
    for (let count = 0; count < 20; count += 1) expect(await authorization(auth)).toBe('Bearer token-1');
    await renewed(requests, 2);
    for (let count = 0; count < 20; count += 1) expect(await authorization(auth)).toBe('Bearer token-1');
    expect(requests).toHaveLength(2);
    time.pass(6_000);
    expect(await authorization(auth)).toBe('Bearer token-1');
    await renewed(requests, 3);
    expect(time.slept).toEqual([]);
  });

  test('a renewal that nobody answers holds no call up', async () => {
    const time = fakeTime();
    const { tokenUrl, requests } = await startTokenServer((_, count) => (count === 1 ? {} : new Promise(() => {})));
    const auth = clientCredentials({ ...key, tokenUrl, ...time });
    await authorization(auth);
    time.pass(3_550_000);
    expect(await authorization(auth)).toBe('Bearer token-1');
    await renewed(requests, 2);
    expect(await authorization(auth)).toBe('Bearer token-1');
  });
});

describe('a token endpoint in trouble', () => {
  test('429 is tried again with full jitter below 1, 4 and 16 seconds', async () => {
    const time = fakeTime();
    const { tokenUrl, requests } = await startTokenServer([{ status: 429 }, { status: 429 }, { status: 429 }, {}]);
    expect(await authorization(clientCredentials({ ...key, tokenUrl, ...time }))).toBe('Bearer token-4');
    expect(time.slept).toEqual([500, 2_000, 8_000]);
    expect(requests).toHaveLength(4);
  });

  test('5xx and a lost connection are tried again like calls: with full jitter below half a second, doubling', async () => {
    const time = fakeTime();
    const { tokenUrl, requests } = await startTokenServer([{ status: 503 }, { drop: true }, { status: 500 }, {}]);
    expect(await authorization(clientCredentials({ ...key, tokenUrl, ...time }))).toBe('Bearer token-4');
    expect(time.slept).toEqual([250, 500, 1_000]);
    expect(requests).toHaveLength(4);
  });

  test('a call without retries asks once, whatever the endpoint answers', async () => {
    for (const status of [429, 503]) {
      const time = fakeTime();
      const { tokenUrl, requests } = await startTokenServer([{ status }]);
      const auth = clientCredentials({ ...key, tokenUrl, ...time });
      await expect(auth.headers({ ...call, maxRetries: 0 })).rejects.toMatchObject({ name: 'AuthError', status });
      expect([requests.length, time.slept]).toEqual([1, []]);
    }
  });

  test('a call that waits long enough gets a TimeoutError that names the endpoint; the others go on waiting', async () => {
    let open: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { tokenUrl } = await startTokenServer(() => gate.then(() => ({})));
    const auth = clientCredentials({ ...key, tokenUrl });
    const patient = authorization(auth);
    const error = await auth.headers({ ...call, timeoutMs: 30, maxRetries: 0 }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'TimeoutError', timeoutMs: 30, requestLeft: false });
    expect((error as Error).message).toContain(tokenUrl);
    open();
    expect(await patient).toBe('Bearer token-1');
  });

  test('Retry-After of an hour is not waited for', async () => {
    const time = fakeTime();
    const { tokenUrl } = await startTokenServer([{ status: 429, headers: { 'retry-after': '3600' } }]);
    await expect(authorization(clientCredentials({ ...key, tokenUrl, ...time }))).rejects.toMatchObject({ status: 429 });
    expect(time.slept).toEqual([]);
  });

  test.each([
    ['7', 7_000],
    ['1.5', 1_500],
    ['0', 0],
    ['', 500],
    ['soon', 500],
  ])('Retry-After of %j seconds is obeyed; what is no number is not', async (header, waited) => {
    const time = fakeTime();
    const { tokenUrl } = await startTokenServer([{ status: 429, headers: { 'retry-after': header } }, {}]);
    await authorization(clientCredentials({ ...key, tokenUrl, ...time }));
    expect(time.slept).toEqual([waited]);
  });

  test('after the fourth failure the error says what to do, and the next call starts afresh', async () => {
    const time = fakeTime();
    const { tokenUrl, requests } = await startTokenServer((_, count) => ({ status: count <= 4 ? 503 : 200 }));
    const auth = clientCredentials({ ...key, tokenUrl, ...time });
    await expect(authorization(auth)).rejects.toThrow(/503 from the token endpoint .* try again later/);
    expect(requests).toHaveLength(4);
    expect(await authorization(auth)).toBe('Bearer token-5');
  });

  test('a 429 is waited for up to two minutes: it only says that others were first', async () => {
    const time = fakeTime();
    const { tokenUrl } = await startTokenServer([{ status: 429 }]);
    await expect(authorization(clientCredentials({ ...key, tokenUrl, ...time }))).rejects.toMatchObject({ name: 'AuthError', status: 429 });
    const waited = time.slept.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThan(120_000);
    expect(waited).toBeLessThan(136_000);
  });

  test('an endpoint that cannot be reached is a ConnectionError', async () => {
    const auth = clientCredentials({ ...key, tokenUrl: 'http://127.0.0.1:1/token', ...fakeTime() });
    await expect(authorization(auth)).rejects.toSatisfy(isConnectionError);
  });

  test.each([
    ['text', 'hello'],
    ['a list', []],
    ['no token', { expires_in: 3600 }],
    ['an empty token', { access_token: '' }],
  ])('an answer with %s instead of a token is an AuthError', async (_, body) => {
    const { tokenUrl } = await startTokenServer([{ body }]);
    await expect(authorization(clientCredentials({ ...key, tokenUrl }))).rejects.toThrow(/answered without an access_token/);
  });
});

describe('a refused key', () => {
  test('is an AuthError with the code of the endpoint, asked once', async () => {
    const { tokenUrl, requests } = await startTokenServer([{ status: 401, body: { error: 'invalid_client' } }]);
    const error = await authorization(clientCredentials({ ...key, tokenUrl })).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'AuthError', status: 401, code: 'invalid_client' });
    expect((error as Error).message).toMatch(/Check keyId and keySecret/);
    expect(requests).toHaveLength(1);
  });

  test('never shows the secret: not in errors, not in inspect, not in JSON', async () => {
    const { tokenUrl } = await startTokenServer([{ status: 401, body: { error: 'invalid_client', error_description: 'top-secret' } }]);
    const auth = clientCredentials({ ...key, tokenUrl });
    const error = await authorization(auth).catch((reason: unknown) => reason);
    for (const shown of [
      inspect(error, { depth: 9 }),
      inspect(auth, { depth: 9, showHidden: true }),
      JSON.stringify(auth),
      JSON.stringify(error),
    ]) {
      expect(shown).not.toContain('top-secret');
    }
  });
});

describe('a token that the service refuses', () => {
  test('is dropped, so that the next call has a new one', async () => {
    const { tokenUrl } = await startTokenServer([{}]);
    const auth = clientCredentials({ ...key, tokenUrl });
    const headers = await auth.headers(call);
    expect(await auth.refused?.({ ...call, headers })).toBe(true);
    expect(await authorization(auth)).toBe('Bearer token-2');
  });

  test('never drops a newer one when the refusal comes late', async () => {
    const { tokenUrl, requests } = await startTokenServer([{}]);
    const auth = clientCredentials({ ...key, tokenUrl });
    const old = await auth.headers(call);
    await auth.refused?.({ ...call, headers: old });
    await auth.headers(call);
    expect(await auth.refused?.({ ...call, headers: old })).toBe(true);
    expect(await authorization(auth)).toBe('Bearer token-2');
    expect(requests).toHaveLength(2);
  });

  test('refusing headers of someone else changes nothing', async () => {
    const { tokenUrl, requests } = await startTokenServer([{}]);
    const auth = clientCredentials({ ...key, tokenUrl });
    await auth.headers(call);
    expect(await auth.refused?.({ ...call, headers: {} })).toBe(false);
    await auth.headers(call);
    expect(requests).toHaveLength(1);
  });
});

describe('a caller that gives up', () => {
  test('stops waiting at once, and the others still get the token', async () => {
    let open: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { tokenUrl } = await startTokenServer(async () => {
      await gate;
      return {};
    });
    const auth = clientCredentials({ ...key, tokenUrl });
    const controller = new AbortController();
    const impatient = auth.headers({ ...call, signal: controller.signal });
    const patient = authorization(auth);
    controller.abort(new Error('enough'));
    await expect(impatient).rejects.toThrow('enough');
    open();
    expect(await patient).toBe('Bearer token-1');
  });
});

describe('a shared store', () => {
  function mapStore(entries = new Map<string, string>()) {
    return {
      entries,
      get: (name: string) => entries.get(name),
      set: (name: string, value: string) => entries.set(name, value),
      delete: (name: string) => entries.delete(name),
    };
  }

  test('gives one token to two processes', async () => {
    const { tokenUrl, requests } = await startTokenServer([{}]);
    const tokenStore = mapStore();
    const options: ClientCredentialsOptions = { ...key, tokenUrl, tokenStore };
    expect(await authorization(clientCredentials(options))).toBe('Bearer token-1');
    expect(await authorization(clientCredentials(options))).toBe('Bearer token-1');
    expect(requests).toHaveLength(1);
  });

  test('keeps keys and endpoints apart', async () => {
    const { tokenUrl, requests } = await startTokenServer([{}]);
    const tokenStore = mapStore();
    await authorization(clientCredentials({ ...key, tokenUrl, tokenStore }));
    await authorization(clientCredentials({ ...key, keyId: 'another', tokenUrl, tokenStore }));
    await authorization(clientCredentials({ ...key, tokenUrl: `${tokenUrl}?other`, tokenStore }));
    expect(requests).toHaveLength(3);
    expect(tokenStore.entries.size).toBe(3);
  });

  test('a refused token leaves the store only if nobody has renewed it', async () => {
    const { tokenUrl } = await startTokenServer([{}]);
    const tokenStore = mapStore();
    const [one, other] = [clientCredentials({ ...key, tokenUrl, tokenStore }), clientCredentials({ ...key, tokenUrl, tokenStore })];
    const old = await one.headers(call);
    await other.headers(call);
    await other.refused?.({ ...call, headers: old });
    expect(await authorization(other)).toBe('Bearer token-2');
    await one.refused?.({ ...call, headers: old });
    expect(await authorization(one)).toBe('Bearer token-2');
  });

  test.each([
    [
      'throws',
      {
        get: () => Promise.reject(new Error('down')),
        set: () => Promise.reject(new Error('down')),
        delete: () => Promise.reject(new Error('down')),
      },
    ],
    ['holds nonsense', { get: () => '{"value":1}', set: () => {}, delete: () => {} }],
    ['holds no JSON', { get: () => 'x', set: () => {}, delete: () => {} }],
    ['hangs', { get: () => new Promise<undefined>(() => {}), set: () => new Promise(() => {}), delete: () => new Promise(() => {}) }],
  ])('a store that %s does not stop calls', async (_, tokenStore) => {
    const { tokenUrl } = await startTokenServer([{}]);
    const auth = clientCredentials({ ...key, tokenUrl, tokenStore });
    const headers = await auth.headers(call);
    expect(await auth.refused?.({ ...call, headers })).toBe(true);
    expect(await authorization(auth)).toBe('Bearer token-2');
  });
});

describe('options', () => {
  test.each([
    [{ ...key, keyId: '' }, /keyId is missing/],
    [{ keyId: 'a' } as unknown as ClientCredentialsOptions, /keySecret is missing/],
    [undefined as unknown as ClientCredentialsOptions, /keyId is missing/],
    [{ ...key, keySecret: 'secret\n' }, /keySecret has white space around it/],
    [{ ...key, keyId: ' id' }, /keyId has white space around it/],
    [{ ...key, keySecret: 'se\r\ncret' }, /keySecret has a line break or another control character in it/],
    [{ ...key, tokenUrl: 'https://user:pass@auth.example' }, /tokenUrl holds a user name or password/],
    [{ ...key, tokenUrl: 'auth.sinch.com' }, /tokenUrl "auth.sinch.com" is no http\(s\) address/],
  ])('%# are checked at once, and the bad one is named', (options, message) => {
    expect(() => clientCredentials(options)).toThrow(message);
  });
});
