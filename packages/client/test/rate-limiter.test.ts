import { describe, expect, test } from 'vitest';
import { createRateLimiter, type RateLimiter, type RateLimiterOptions } from '../src/index.ts';
import { json, startApi } from './api-server.ts';

const message = (app_id: string) => ({ app_id, recipient: { contact_id: '01' }, message: { text_message: { text: 'Hello' } } });

/** A limiter whose waits are written down; they move the clock only when `pass` does. */
function limiterWith(options: RateLimiterOptions = {}) {
  let nowMs = 1_000_000;
  const waits: number[] = [];
  const limiter = createRateLimiter({ now: () => nowMs, sleep: async (ms) => void waits.push(ms), ...options });
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { limiter, waits, pass };
}

async function take(limiter: RateLimiter, count: number, appId?: string): Promise<void> {
  for (let index = 0; index < count; index += 1) await limiter.acquire({ projectId: 'p', appId });
}

describe('the limiter', () => {
  test('lets a second of sends of an app go at once, then one every fiftieth of a second', async () => {
    const { limiter, waits } = limiterWith();
    await take(limiter, 20, '01APP');
    expect(waits).toEqual([]);
    await take(limiter, 3, '01APP');
    expect(waits).toEqual([50, 100, 150]);
  });

  test('counts apps apart, and everything against the project', async () => {
    const { limiter, waits } = limiterWith({ perProject: 30 });
    await take(limiter, 20, '01A');
    await take(limiter, 10, '01B');
    expect(waits).toEqual([]);
    await take(limiter, 1, '01C');
    expect(waits).toEqual([33]);
  });

  test('calls that name no app count against the project alone', async () => {
    const { limiter, waits } = limiterWith();
    await take(limiter, 800);
    expect(waits).toEqual([]);
    await take(limiter, 1);
    expect(waits).toEqual([1]);
  });

  test('what was not used comes back with time', async () => {
    const { limiter, waits, pass } = limiterWith();
    await take(limiter, 20, '01APP');
    pass(500);
    await take(limiter, 10, '01APP');
    expect(waits).toEqual([]);
  });

  test('a 429 halves the rate, which recovers by a twentieth a second', async () => {
    const { limiter, waits, pass } = limiterWith();
    const call = { projectId: 'p', appId: '01APP' };
    await take(limiter, 20, '01APP');
    limiter.answered?.(call, 200);
    await take(limiter, 1, '01APP');
    limiter.answered?.(call, 429);
    await take(limiter, 2, '01APP');
    expect(waits).toEqual([50, 150, 250]);
    pass(60_000);
    await take(limiter, 20, '01APP');
    expect(waits).toHaveLength(3);
  });

  test('never stands still, however many 429 come', async () => {
    const { limiter, waits } = limiterWith();
    const call = { projectId: 'p', appId: '01APP' };
    for (let count = 0; count < 50; count += 1) limiter.answered?.(call, 429);
    await take(limiter, 3, '01APP');
    expect(waits).toEqual([1_000, 2_000]);
  });

  test.each([0, -1, Number.NaN])('refuses a rate of %d', (rate) => {
    expect(() => createRateLimiter({ perApp: rate })).toThrow(`perApp is ${rate}. Pass requests per second`);
    expect(() => createRateLimiter({ perProject: rate })).toThrow(`perProject is ${rate}`);
  });
});

describe('a client with a limiter', () => {
  test('asks it before each attempt, names the app of a send, and tells it the answers', async () => {
    const seen: unknown[] = [];
    const rateLimiter: RateLimiter = {
      acquire: async (call) => void seen.push(['acquire', call]),
      answered: (call, status) => seen.push(['answered', call.appId, status]),
    };
    const { connect } = await startApi((request, response, count) => json({}, count === 1 ? 429 : 200)(request, response, count));
    const client = connect({ rateLimiter, retry: {}, sleep: async () => {} });
    await client.messages.send(message('01APP'));
    await client.apps.list();
    expect(seen).toEqual([
      ['acquire', { projectId: 'project', appId: '01APP' }],
      ['answered', '01APP', 429],
      ['acquire', { projectId: 'project', appId: '01APP' }],
      ['answered', '01APP', 200],
      ['acquire', { projectId: 'project', appId: undefined }],
      ['answered', undefined, 200],
    ]);
  });

  test('stops waiting for its turn when the caller gives up', async () => {
    const { connect, requests } = await startApi();
    const client = connect({ rateLimiter: createRateLimiter({ perApp: 0.001 }) });
    const controller = new AbortController();
    await client.messages.send(message('01APP')).catch(() => {});
    const waiting = client.messages.send(message('01APP'), { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    expect(requests.length).toBeLessThan(2);
  });
});
