import { expect, it } from 'vitest';
import { createWebhookHandler, type ReplayGuard, type ReplayLease } from '../../src/index.ts';
import { INBOUND, reasonOf, sign, signedRequest, verifierAt } from '../helpers.ts';

const KEEP_MS = 60_000;

/** What every replay guard must do; `create` returns two views of one memory, as two processes have them. */
export function replayGuardContract(create: (leaseMs: number) => [ReplayGuard, ReplayGuard]): void {
  const verifiers = () => create(60_000).map((replayGuard) => verifierAt({ replayGuard })) as [Verifier, Verifier];

  it('refuses in one process what another has verified', async () => {
    const [one, other] = verifiers();
    const headers = await sign(INBOUND, { nonce: crypto.randomUUID() });
    await one.verify(INBOUND, headers);
    expect(await reasonOf(other.verify(INBOUND, headers))).toBe('replayed');
    expect(await reasonOf(one.verify(INBOUND, headers))).toBe('replayed');
  });

  it('lets one of twenty pass that come at once', async () => {
    const both = verifiers();
    const headers = await sign(INBOUND, { nonce: crypto.randomUUID() });
    const calls = Array.from({ length: 20 }, (_, index) => both[index % 2 === 0 ? 0 : 1].verify(INBOUND, headers));
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('lets the same body pass under another nonce, and another body under the same nonce', async () => {
    const [one, other] = verifiers();
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    await one.verify(INBOUND, await sign(INBOUND, { nonce: first }));
    expect((await other.verify(INBOUND, await sign(INBOUND, { nonce: second }))).trigger).toBe('MESSAGE_INBOUND');
    expect((await other.verify('{}', await sign('{}', { nonce: first }))).trigger).toBe('UNKNOWN');
  });

  it('gives a callback back whose handler failed, to whichever process gets the retry', async () => {
    const [one, other] = verifiers();
    const request = await signedRequest(INBOUND, { nonce: crypto.randomUUID() });
    const failing = createWebhookHandler(one, { default: () => Promise.reject(new Error('not now')) }, { onError: () => {} });
    let handled = 0;
    const working = createWebhookHandler(other, { default: () => void handled++ });
    expect((await failing(request.clone())).status).toBe(500);
    for (let i = 0; i < 2; i++) expect((await working(request.clone())).status).toBe(200);
    expect(handled).toBe(1);
  });

  it('tells others to try again while one is at work, and that it is done afterwards', async () => {
    const [one, other] = create(60_000);
    const key = crypto.randomUUID();
    const lease = await claimed(one, key);
    expect(await other.claim(key, KEEP_MS)).toBe('in_progress');
    await lease.done();
    expect([await one.claim(key, KEEP_MS), await other.claim(key, KEEP_MS)]).toEqual(['replayed', 'replayed']);
  });

  it('gives what was released to the next', async () => {
    const [one, other] = create(60_000);
    const key = crypto.randomUUID();
    await (await claimed(one, key)).release();
    await claimed(other, key);
    expect(await one.claim(key, KEEP_MS)).toBe('in_progress');
  });

  it('gives a callback to the next when a lease is over, and no release of the first takes it from there', async () => {
    const [one, other] = create(1_000);
    const key = crypto.randomUUID();
    const first = await claimed(one, key);
    await expect.poll(async () => typeof (await other.claim(key, KEEP_MS)), { interval: 10, timeout: 10_000 }).toBe('object');
    await first.release();
    expect(await other.claim(key, KEEP_MS)).toBe('in_progress');
    // Late, but handled it is.
    await first.done();
    expect(await other.claim(key, KEEP_MS)).toBe('replayed');
  });
}

async function claimed(guard: ReplayGuard, key: string): Promise<ReplayLease> {
  const lease = await guard.claim(key, KEEP_MS);
  if (typeof lease === 'string') throw new Error(`The key was ${lease}.`);
  return lease;
}

type Verifier = ReturnType<typeof verifierAt>;
