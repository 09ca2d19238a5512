import { describe, expect, it } from 'vitest';
import { memoryReplayGuard, type ReplayClaim, type ReplayGuard } from '../src/index.ts';
import { INBOUND, NOW, reasonOf, sign, signedRequest, verifierAt } from './helpers.ts';

const KEEP_MS = 1_000;
const NO_LEASE = { done: () => {}, release: () => {} };

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
    const { lease } = await verifier.lease(INBOUND, headers);
    expect([await lease.release(), await lease.done()]).toEqual([undefined, undefined]);
  });
});

describe('a lease', () => {
  it('holds the event and where it came from', async () => {
    const headers = await sign(INBOUND);
    const leased = await verifierAt().lease(INBOUND, headers, { tenant: 'a' });
    expect(leased).toMatchObject({ event: { trigger: 'MESSAGE_INBOUND' }, secretIndex: 0, url: undefined, context: { tenant: 'a' } });
    expect(leased.headers.get('x-sinch-webhook-signature')).toBe(headers['x-sinch-webhook-signature']);
    const request = await signedRequest(INBOUND, { nonce: 'another' });
    expect(await verifierAt().lease(request, 'b')).toMatchObject({ url: 'https://example.com/callbacks', context: 'b' });
  });

  it('makes others wait until it is done', async () => {
    const verifier = verifierAt();
    const headers = await sign(INBOUND);
    const { lease } = await verifier.lease(INBOUND, headers);
    expect(await reasonOf(verifier.lease(INBOUND, headers))).toBe('in_progress');
    expect(await reasonOf(verifier.verify(INBOUND, headers))).toBe('in_progress');
    await lease.done();
    expect(await reasonOf(verifier.lease(INBOUND, headers))).toBe('replayed');
  });

  it('that is released lets the callback pass once more', async () => {
    const verifier = verifierAt();
    const headers = await sign(INBOUND);
    await (await verifier.lease(INBOUND, headers)).lease.release();
    expect((await verifier.verify(INBOUND, headers)).trigger).toBe('MESSAGE_INBOUND');
    expect(await reasonOf(verifier.verify(INBOUND, headers))).toBe('replayed');
  });

  it('is not needed by verify, which counts as handled at once', async () => {
    const verifier = verifierAt();
    const headers = await sign(INBOUND);
    await verifier.verify(INBOUND, headers);
    expect(await reasonOf(verifier.lease(INBOUND, headers))).toBe('replayed');
  });
});

describe('a guard of your own', () => {
  function recorder(answer: () => ReplayClaim = () => NO_LEASE) {
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

  it.each(['replayed', 'in_progress'] as const)('decides, at once or later: %s', async (answer) => {
    const { guard } = recorder(() => answer);
    for (const replayGuard of [guard, { claim: () => answer }]) {
      expect(await reasonOf(verifierAt({ replayGuard }).verify(INBOUND, await sign(INBOUND)))).toBe(answer);
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

  it('may fail, at the claim or when it is told, and what it throws comes through', async () => {
    const down = () => Promise.reject(new Error('store is down'));
    for (const replayGuard of [{ claim: down }, { claim: () => ({ done: down, release: down }) }]) {
      await expect(verifierAt({ replayGuard }).verify(INBOUND, await sign(INBOUND))).rejects.toThrow('store is down');
    }
  });
});

describe('memoryReplayGuard', () => {
  const handle = async (guard: ReplayGuard, key: string) => {
    const claim = await guard.claim(key, KEEP_MS);
    if (typeof claim === 'string') return claim;
    await claim.done();
    return 'new';
  };

  it('gives a key out once', async () => {
    const guard = memoryReplayGuard();
    expect([await handle(guard, 'a'), await handle(guard, 'a')]).toEqual(['new', 'replayed']);
  });

  it('gives a lease that ends, to the millisecond', async () => {
    let at = 0;
    const guard = memoryReplayGuard({ leaseMs: 10, now: () => at });
    await guard.claim('a', KEEP_MS);
    at = 9;
    expect(await guard.claim('a', KEEP_MS)).toBe('in_progress');
    at = 10;
    expect(await handle(guard, 'a')).toBe('new');
  });

  it('does not forget what is done when the clock jumps, forward or back', async () => {
    let at = 1e6;
    const guard = memoryReplayGuard({ now: () => at });
    await handle(guard, 'a');
    for (const jump of [3_600_000, -3_600_000, 86_400_000, 0]) {
      at = 1e6 + jump;
      await handle(guard, `at ${jump}`);
      expect(await handle(guard, 'a')).toBe('replayed');
    }
  });

  it('is not fooled by a time of day that is set forward and back', async () => {
    let jumpMs = 0;
    const verifier = verifierAt({ now: () => NOW * 1000 + jumpMs });
    const headers = await sign(INBOUND);
    await verifier.verify(INBOUND, headers);
    jumpMs = 3_600_000;
    await verifier.verify('{}', await sign('{}', { timestamp: NOW + 3_600 }));
    jumpMs = 0;
    expect(await reasonOf(verifier.verify(INBOUND, headers))).toBe('replayed');
  });

  it('forgets the oldest rather than to grow, and always knows the newest half', async () => {
    const guard = memoryReplayGuard({ maxEntries: 10 });
    for (let i = 0; i < 100; i++) {
      await handle(guard, `key-${i}`);
      for (let back = 0; back < Math.min(i, 5); back++) expect(await handle(guard, `key-${i - back}`)).toBe('replayed');
    }
    expect(await handle(guard, 'key-0')).toBe('new');
  });

  it('gives a released key out again, also when others came since', async () => {
    const guard = memoryReplayGuard({ maxEntries: 4 });
    const lease = await guard.claim('a', KEEP_MS);
    for (const other of ['b', 'c']) await guard.claim(other, KEEP_MS);
    if (typeof lease !== 'string') await lease.release();
    expect(await handle(guard, 'a')).toBe('new');
  });

  it.each([
    ['maxEntries', 0],
    ['maxEntries', 1],
    ['maxEntries', Number.NaN],
    ['maxEntries', '10'],
    ['leaseMs', 0],
    ['leaseMs', null],
    ['ttlMs', 1],
  ])('refuses %s: %j', (name, value) => {
    expect(() => memoryReplayGuard({ [name]: value })).toThrow(`Option ${name} must be`);
  });
});
