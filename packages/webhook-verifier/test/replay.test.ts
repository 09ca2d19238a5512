import { describe, expect, it } from 'vitest';
import { memoryReplayGuard, type ReplayGuard } from '../src/index.ts';
import { INBOUND, NOW, now, reasonOf, sign, verifierAt } from './helpers.ts';

describe('replays', () => {
  it('are refused', async () => {
    const verifier = verifierAt();
    const headers = await sign(INBOUND);
    await verifier.verify(INBOUND, headers);
    expect(await reasonOf(verifier.verify(INBOUND, headers))).toBe('replayed');
  });

  it('are refused as long as the timestamp can pass', async () => {
    let seconds = NOW - 300;
    const verifier = verifierAt({ now: () => seconds * 1000 });
    const headers = await sign(INBOUND);
    await verifier.verify(INBOUND, headers);
    seconds = NOW + 300;
    expect(await reasonOf(verifier.verify(INBOUND, headers))).toBe('replayed');
    seconds = NOW + 301;
    expect(await reasonOf(verifier.verify(INBOUND, headers))).toBe('timestamp_out_of_tolerance');
  });

  it('of two at once, one passes', async () => {
    const verifier = verifierAt();
    const headers = await sign(INBOUND);
    const outcomes = await Promise.allSettled([verifier.verify(INBOUND, headers), verifier.verify(INBOUND, headers)]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are not what has the same body under another nonce, or another body under the same nonce', async () => {
    const verifier = verifierAt();
    await verifier.verify(INBOUND, await sign(INBOUND, { nonce: 'one' }));
    await verifier.verify(INBOUND, await sign(INBOUND, { nonce: 'two' }));
    expect((await verifier.verify('{}', await sign('{}', { nonce: 'one' }))).trigger).toBe('UNKNOWN');
  });

  it('pass with replayGuard: false', async () => {
    const verifier = verifierAt({ replayGuard: false });
    const headers = await sign(INBOUND);
    for (let i = 0; i < 2; i++) expect((await verifier.verify(INBOUND, headers)).trigger).toBe('MESSAGE_INBOUND');
    await expect(verifier.release(headers)).resolves.toBeUndefined();
  });

  it('pass once more after a release', async () => {
    const verifier = verifierAt();
    const headers = await sign(INBOUND);
    await verifier.verify(INBOUND, headers);
    await verifier.release(new Headers(headers));
    expect((await verifier.verify(INBOUND, headers)).trigger).toBe('MESSAGE_INBOUND');
    expect(await reasonOf(verifier.verify(INBOUND, headers))).toBe('replayed');
  });
});

describe('a guard of your own', () => {
  function recorder(answer: () => boolean = () => true) {
    const claims: [string, number][] = [];
    const guard: ReplayGuard = {
      async claim(...claim) {
        claims.push(claim);
        return answer();
      },
    };
    return { guard, claims };
  }

  it('gets the signature, and the whole time in which the timestamp can pass', async () => {
    const { guard, claims } = recorder();
    const headers = await sign(INBOUND);
    await verifierAt({ replayGuard: guard, toleranceSeconds: 60 }).verify(INBOUND, headers);
    expect(claims).toEqual([[headers['x-sinch-webhook-signature'], 121_000]]);
  });

  it('decides, at once or later', async () => {
    const { guard } = recorder(() => false);
    for (const replayGuard of [guard, { claim: () => false }]) {
      expect(await reasonOf(verifierAt({ replayGuard }).verify(INBOUND, await sign(INBOUND)))).toBe('replayed');
    }
  });

  it('is not asked about what is refused, or cannot be read', async () => {
    const { guard, claims } = recorder();
    const verifier = verifierAt({ replayGuard: guard });
    await reasonOf(verifier.verify(INBOUND, await sign(INBOUND, { secret: 'other' })));
    await reasonOf(verifier.verify(INBOUND, await sign(INBOUND, { timestamp: NOW - 999 })));
    await reasonOf(verifier.verify('not json', await sign('not json')));
    expect(claims).toEqual([]);
  });

  it('is not burnt by moving a part of the body into the nonce, which leaves the signature right', async () => {
    const body = '{"message":{"text":"1.5"}}';
    const verifier = verifierAt();
    const headers = await sign(body, { nonce: 'N' });
    const moved = { ...headers, 'x-sinch-webhook-signature-nonce': '5"}}.N' };
    expect(await reasonOf(verifier.verify('{"message":{"text":"1', moved))).toBe('malformed_body');
    expect((await verifier.verify(body, headers)).trigger).toBe('MESSAGE_INBOUND');
  });

  it('may fail, and what it throws comes through', async () => {
    const { guard } = recorder(() => {
      throw new Error('store is down');
    });
    await expect(verifierAt({ replayGuard: guard }).verify(INBOUND, await sign(INBOUND))).rejects.toThrow('store is down');
  });

  it('is not asked to release what has no signature', async () => {
    const released: string[] = [];
    const guard: ReplayGuard = { claim: async () => true, release: async (key) => void released.push(key) };
    await verifierAt({ replayGuard: guard }).release({});
    await verifierAt({ replayGuard: guard }).release({ 'X-Sinch-Webhook-Signature': 'abc=' });
    expect(released).toEqual(['abc=']);
  });

  it('may do without release', async () => {
    const { guard } = recorder();
    await expect(verifierAt({ replayGuard: guard }).release(await sign(INBOUND))).resolves.toBeUndefined();
  });
});

describe('memoryReplayGuard', () => {
  it('gives a key out once until it expires', async () => {
    let at = 0;
    const guard = memoryReplayGuard({ now: () => at });
    expect(await guard.claim('a', 10)).toBe(true);
    at = 9;
    expect(await guard.claim('a', 10)).toBe(false);
    at = 10;
    expect(await guard.claim('a', 10)).toBe(true);
    expect(await guard.claim('a', 10)).toBe(false);
  });

  it('keeps what has not expired while it drops what has', async () => {
    let at = 0;
    const guard = memoryReplayGuard({ now: () => at });
    for (; at < 100; at++) {
      expect(await guard.claim(`key-${at}`, 10)).toBe(true);
      for (let back = 0; back <= Math.min(at, 9); back++) expect(await guard.claim(`key-${at - back}`, 10)).toBe(false);
    }
    expect(await guard.claim('key-89', 10)).toBe(true);
  });

  it('keeps long claims beside short ones', async () => {
    let at = 0;
    const guard = memoryReplayGuard({ now: () => at });
    await guard.claim('long', 1000);
    for (; at < 999; at++) await guard.claim(`short-${at}`, 1);
    expect(await guard.claim('long', 1000)).toBe(false);
  });

  it('may keep a key longer than asked for, beside others, and never shorter', async () => {
    let at = 0;
    const guard = memoryReplayGuard({ now: () => at });
    for (const [key, ttlMs] of [
      ['before', 50],
      ['short', 10],
      ['long', 100],
    ] as const)
      await guard.claim(key, ttlMs);
    at = 40;
    expect([await guard.claim('short', 10), await guard.claim('long', 100)]).toEqual([false, false]);
    at = 100;
    expect([await guard.claim('short', 10), await guard.claim('long', 100)]).toEqual([true, true]);
  });

  it('forgets the oldest rather than to grow, and always knows the newest half', async () => {
    const guard = memoryReplayGuard({ maxEntries: 10, now });
    for (let i = 0; i < 100; i++) {
      await guard.claim(`key-${i}`, 1000);
      for (let back = 0; back < Math.min(i, 5); back++) expect(await guard.claim(`key-${i - back}`, 1000)).toBe(false);
    }
    expect(await guard.claim('key-0', 1000)).toBe(true);
  });

  it('gives a released key out again', async () => {
    const guard = memoryReplayGuard({ maxEntries: 2, now });
    await guard.claim('a', 1000);
    await guard.claim('b', 1000);
    await guard.release('a');
    await guard.release('b');
    await guard.release('never claimed');
    expect([await guard.claim('a', 1000), await guard.claim('b', 1000)]).toEqual([true, true]);
  });

  it.each([0, 1, -1, Number.NaN, '10', null])('refuses maxEntries: %j', (maxEntries) => {
    expect(() => memoryReplayGuard({ maxEntries: maxEntries as number })).toThrow('Option maxEntries must be');
  });

  it('uses the real clock unless it is given one', async () => {
    const guard = memoryReplayGuard();
    expect([await guard.claim('a', 60_000), await guard.claim('a', 60_000)]).toEqual([true, false]);
  });
});
