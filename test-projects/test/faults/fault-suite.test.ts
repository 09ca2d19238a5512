import { fetchTransport, findSentMessage, type SendMode, type Transport } from '@convapi/client';
import { undiciTransport } from '@convapi/client/undici';
import { Agent } from 'undici';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Account, accountFor, claimOf, type Sent, toTable } from './account.ts';
import type { Fault } from './faults.ts';
import { IN_FLIGHT, idsByMetadata, sendAll, submittedByMetadata } from './send-all.ts';
import { startWorld, type World } from './start-world.ts';

/** Sends of each mode: few enough for every run by default, `CONVAPI_FAULT_SENDS=10000` for the full run. */
const SENDS = Number(process.env.CONVAPI_FAULT_SENDS ?? 200);
/** The same faults come with the same seed; `CONVAPI_FAULT_SEED` chooses another. */
const SEED = Number(process.env.CONVAPI_FAULT_SEED ?? 1);
/** A look-up reads all that its app sent in the last minute, so a few apps keep it from being quadratic. */
const SENDS_PER_APP = 100;
const TIME_LIMIT_MS = 60_000 + SENDS * 60;

const columns: Record<string, Record<string, number | string>> = {};

interface Run {
  sends: Sent[];
  account: Account;
  world: World;
}

interface RunOptions {
  /** Head of the column in the table; the mode unless said. */
  column?: string;
  transport?: Transport;
  count?: number;
}

/** Sends through the faults in one mode, waits until the service is done, and holds what was said against what is there. */
async function run(mode: SendMode, { column = mode, transport, count = SENDS }: RunOptions = {}): Promise<Run> {
  const world = await startWorld({ seed: SEED, logLimit: count * 10 });
  const apps: string[] = [];
  for (let made = 0; made * SENDS_PER_APP < count; made += 1) apps.push(await world.app());
  const client = world.connect({ retry: { sends: mode }, transport });
  const startedAt = performance.now();
  const sends = await sendAll(client, apps, count);
  const seconds = (performance.now() - startedAt) / 1000;
  await world.proxy.settled();
  await world.emulator.control.idle();
  const account = accountFor(sends, idsByMetadata(world), world.proxy.passages);
  const { sends: dealt, others } = world.proxy.counts;
  columns[column] = {
    sends: sends.length,
    'send requests at the proxy': total(dealt),
    'of these with a fault': total(dealt) - (dealt.get('pass') ?? 0),
    'other requests at the proxy': total(others),
    ...account,
    seconds: seconds.toFixed(1),
  };
  return { sends, account, world };
}

function total(counts: Map<Fault, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** True of every mode. */
function checkHonesty({ sends, account, world }: Run): void {
  const why = `seed ${SEED}, ${sends.length} sends: ${JSON.stringify(account)}`;
  expect(account.lost, `lost; ${why}`).toBe(0);
  expect(account['wrong id'], `wrong id; ${why}`).toBe(0);
  expect(account['failed, is there'], `said to have failed, but is there; ${why}`).toBe(0);
  const ids = idsByMetadata(world);
  expect(submittedByMetadata(world), why).toEqual(ids);
  for (const [key, { taken }] of world.proxy.passages) expect(ids.get(key)?.length ?? 0, `${key}; ${why}`).toBe(taken);
}

afterAll(() => {
  console.log(`Sends through a broken proxy, seed ${SEED}, ${IN_FLIGHT} in flight\n\n${toTable(columns)}\n`);
});

describe('sends through a proxy that breaks two requests of five', () => {
  test(
    'at most once: none is lost, none is doubled, and what is unknown says so',
    async () => {
      const done = await run('at-most-once');
      checkHonesty(done);
      expect(done.account['doubled by the client'], `seed ${SEED}`).toBe(0);
      expect(done.sends).toHaveLength(SENDS);
    },
    TIME_LIMIT_MS,
  );

  test(
    'at least once: none is lost, and every double is one that the caller agreed to',
    async () => {
      const done = await run('at-least-once');
      checkHonesty(done);
      expect(done.account['doubled by the client'], 'the faults did not bite').toBeGreaterThan(0);
    },
    TIME_LIMIT_MS,
  );

  test(
    'reconcile: none is lost, none is doubled, and what is left unknown can be found later',
    async () => {
      const done = await run('reconcile');
      checkHonesty(done);
      expect(done.account['doubled by the client'], `seed ${SEED}`).toBe(0);
      await settleUnknown(done);
      columns.reconcile = { ...columns.reconcile, ...explain(done) };
    },
    TIME_LIMIT_MS,
  );
});

describe('sends over another transport, through the same faults', () => {
  const count = Math.ceil(SENDS / 4);

  test(
    'at most once over fetch: none is lost, none is doubled',
    async () => {
      const done = await run('at-most-once', { column: 'over fetch', transport: fetchTransport(fetch), count });
      checkHonesty(done);
      expect(done.account['doubled by the client'], `seed ${SEED}`).toBe(0);
    },
    TIME_LIMIT_MS,
  );

  test(
    'at most once over undici: none is lost, none is doubled',
    async () => {
      const dispatcher = new Agent({ connections: IN_FLIGHT });
      onTestFinished(() => dispatcher.destroy());
      const done = await run('at-most-once', { column: 'over undici', transport: undiciTransport({ dispatcher }), count });
      checkHonesty(done);
      expect(done.account['doubled by the client'], `seed ${SEED}`).toBe(0);
    },
    TIME_LIMIT_MS,
  );
});

/** Why sends stayed unknown in the mode that looks up: nothing but the faults of the look-up itself, or of every attempt. */
function explain({ sends }: Run): Record<string, number> {
  const unknown = sends.filter((sent) => claimOf(sent) === 'unknown').map(({ error }) => String(error));
  const unreadable = unknown.filter((message) => /(apps\.get|messages\.list) was taken, but its answer is not JSON/.test(message));
  const exhausted = unknown.filter((message) => message.endsWith('choose another `retry.sends`.'));
  return {
    'unknown: an answer of the look-up was cut': unreadable.length,
    'unknown: the look-up got none in 4 attempts': unknown.length - unreadable.length - exhausted.length,
    'unknown: every attempt was': exhausted.length,
  };
}

/** A send stays unknown only when its look-up met faults too; without faults each is told apart. */
async function settleUnknown({ sends, world }: Run): Promise<void> {
  const ids = idsByMetadata(world);
  const unknown = sends.filter((sent) => claimOf(sent) === 'unknown');
  for (const { key, appId, sentAtMs, error } of unknown) {
    const found = await findSentMessage(world.direct, { app_id: appId, message_metadata: key, sentAtMs });
    expect(found?.id, `${key}, seed ${SEED}: ${String(error)}`).toBe(found && ids.get(key)?.find((id) => id === found.id));
    expect(found !== undefined, `${key}, seed ${SEED}`).toBe(ids.has(key));
  }
  expect(unknown.length, `seed ${SEED}`).toBeLessThan(SENDS / 4);
}
