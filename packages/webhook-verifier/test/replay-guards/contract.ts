import { expect, it } from 'vitest';
import { createWebhookHandler, type ReplayGuard } from '../../src/index.ts';
import { INBOUND, reasonOf, sign, signedRequest, verifierAt } from '../helpers.ts';

/** What every replay guard must do; `create` returns two views of one memory, as two processes have them. */
export function replayGuardContract(create: () => [ReplayGuard, ReplayGuard]): void {
  const verifiers = () => create().map((replayGuard) => verifierAt({ replayGuard })) as [Verifier, Verifier];

  it('refuses in one process what another has verified', async () => {
    const [one, other] = verifiers();
    const headers = await sign(INBOUND);
    await one.verify(INBOUND, headers);
    expect(await reasonOf(other.verify(INBOUND, headers))).toBe('replayed');
    expect(await reasonOf(one.verify(INBOUND, headers))).toBe('replayed');
  });

  it('lets one of twenty pass that come at once', async () => {
    const both = verifiers();
    const headers = await sign(INBOUND);
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
    const request = await signedRequest(INBOUND);
    const failing = createWebhookHandler(one, { default: () => Promise.reject(new Error('not now')) }, { onError: () => {} });
    let handled = 0;
    const working = createWebhookHandler(other, { default: () => void handled++ });
    expect((await failing(request.clone())).status).toBe(500);
    for (let i = 0; i < 2; i++) expect((await working(request.clone())).status).toBe(200);
    expect(handled).toBe(1);
  });

  it('keeps a key for its time, and gives it out again after that', async () => {
    const [one, other] = create();
    const [short, long] = [crypto.randomUUID(), crypto.randomUUID()];
    expect(await one.claim(short, 50)).toBe(true);
    await expect.poll(() => other.claim(short, 60_000), { interval: 10 }).toBe(true);
    expect(await one.claim(short, 60_000)).toBe(false);
    expect([await one.claim(long, 60_000), await other.claim(long, 60_000)]).toEqual([true, false]);
  });
}

type Verifier = ReturnType<typeof verifierAt>;
