import { randomUUID } from 'node:crypto';
import { text } from '@convapi/message-builder';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { createPostgres, missingPostgres, type Postgres } from '../../../../scripts/vitest/postgres.ts';
import { type Harness, startHarness } from '../harness.ts';

const PER_SECOND = 10;

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.skipIf(missingPostgres)('the rate of the app, over two copies', () => {
  let postgres: Postgres;
  let copies: Harness[];

  beforeAll(async () => {
    postgres = await createPostgres();
    const shared = { databaseUrl: postgres.url, sendsPerSecond: PER_SECOND };
    const first = await startHarness(shared);
    copies = [first, await startHarness({ ...shared, baseUrl: first.service.url, tokenUrl: first.service.tokenUrl })];
  });
  afterAll(async () => {
    for (const copy of copies ?? []) await copy.close();
    await postgres?.remove();
  });

  /** Asks both copies in turn for messages in conversations of their own; resolves with the milliseconds until all have arrived. */
  async function sendAtOnce(count: number): Promise<number> {
    const ids = await Promise.all(
      Array.from({ length: count }, async () => {
        const identity = `4670${Math.floor(Math.random() * 10_000_000)}`;
        return (await (copies[0] as Harness).post('/api/conversations', { channel: 'SMS', identity })).body.conversation.id;
      }),
    );
    const { sent } = (copies[0] as Harness).service;
    const before = sent.length;
    const startedAt = performance.now();
    const asked = ids.map((id, n) =>
      (copies[n % 2] as Harness).post(`/api/conversations/${id}/messages`, { id: randomUUID(), message: text('Hello') }),
    );
    expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([201]));
    await vi.waitUntil(() => sent.length >= before + count, { timeout: 60_000, interval: 10 });
    return performance.now() - startedAt;
  }

  it('is one rate: what one copy sends is taken from what the other may', async () => {
    // One second's worth goes at once, and the rest at ten a second. Two rates of their own would let all of it go at once.
    expect(await sendAtOnce(2 * PER_SECOND)).toBeGreaterThan(900);
  });

  it('is lower for both once the service has said 429 to one', async () => {
    const { service } = copies[0] as Harness;
    service.answerNext({ status: 429, body: { error: { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'Too many requests' } } });
    await sendAtOnce(1);
    // half of the rate: five at once, and five a second
    expect(await sendAtOnce(PER_SECOND)).toBeGreaterThan(700);
  });
});
