import { expect, test } from 'vitest';
import { clientCredentials } from '../src/index.ts';

/** A clock that jumps to the next sleeper when everybody sleeps, so that minutes take no time. */
function virtualTime() {
  let nowMs = 0;
  const sleepers: { atMs: number; wake: () => void }[] = [];
  return {
    now: () => nowMs,
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ atMs: nowMs + ms, wake })),
    /** Runs until a promise settles. */
    async run(work: Promise<unknown>): Promise<number> {
      let done = false;
      const finish = () => {
        done = true;
      };
      work.then(finish, finish);
      while (!done) {
        for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
        sleepers.sort((a, b) => a.atMs - b.atMs);
        const next = sleepers.shift();
        if (!next) continue;
        nowMs = next.atMs;
        next.wake();
      }
      return nowMs;
    },
  };
}

/** The token endpoint as it is known: 30 at once, 10 a second, 429 without `Retry-After`. */
function bucketEndpoint(now: () => number) {
  let tokens = 30;
  let filledAtMs = 0;
  let asked = 0;
  const fetch = async () => {
    asked += 1;
    tokens = Math.min(30, tokens + ((now() - filledAtMs) / 1000) * 10);
    filledAtMs = now();
    if (tokens < 1) return new Response('{}', { status: 429 });
    tokens -= 1;
    return Response.json({ access_token: `token-${asked}`, expires_in: 3600 });
  };
  return { fetch, asked: () => asked };
}

test('500 cold clients that start together all get a token from the bucket of 30 and 10 a second', async () => {
  const time = virtualTime();
  const endpoint = bucketEndpoint(time.now);
  let seed = 17;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const clients = Array.from({ length: 500 }, () =>
    clientCredentials({ keyId: 'id', keySecret: 'secret', fetch: endpoint.fetch, ...time, random }),
  );
  const all = Promise.allSettled(clients.map((client) => client.headers({ url: 'https://example.com' })));
  const tookMs = await time.run(all);
  expect((await all).filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(tookMs).toBeLessThan(120_000); // the bucket alone needs 47 s for 500
});
