import { afterAll, describe, expect, test } from 'vitest';
import { type ConversationClient, findSentMessage, type SendMode } from '../../src/index.ts';
import { type Account, accountFor, claimOf, type Sent, toTable } from './account.ts';
import { FAULTS, type Fault } from './faults.ts';
import { startWorld, type World } from './start-world.ts';

/** Sends of each mode: a choice of them by default, `CONVAPI_FAULT_SENDS=10000` for the full run. */
const SENDS = Number(process.env.CONVAPI_FAULT_SENDS ?? 2_000);
/** The same faults come with the same seed; `CONVAPI_FAULT_SEED` chooses another. */
const SEED = Number(process.env.CONVAPI_FAULT_SEED ?? 1);
const IN_FLIGHT = 50;
/** A look-up reads all that its app sent in the last minute, so a few apps keep it from being quadratic. */
const SENDS_PER_APP = 100;
const TIME_LIMIT_MS = 60_000 + SENDS * 60;

const columns: Record<string, Record<string, number | string>> = {};

interface Run {
  sends: Sent[];
  account: Account;
  world: World;
}

/** Sends through the faults in one mode, waits until the service is done, and holds what was said against what is there. */
async function run(mode: SendMode): Promise<Run> {
  const world = await startWorld({ seed: SEED, logLimit: SENDS * 10 });
  const apps: string[] = [];
  for (let made = 0; made * SENDS_PER_APP < SENDS; made += 1) apps.push(await world.app());
  const client = world.connect({ retry: { sends: mode } });
  const startedAt = performance.now();
  const sends = await sendAll(client, apps);
  const seconds = (performance.now() - startedAt) / 1000;
  await world.proxy.settled();
  await world.emulator.control.idle();
  const account = accountFor(sends, idsByMetadata(world), world.proxy.passages);
  const { sends: dealt, others } = world.proxy.counts;
  columns[mode] = {
    sends: sends.length,
    'send requests at the proxy': total(dealt),
    'of these with a fault': total(dealt) - (dealt.get('pass') ?? 0),
    'other requests at the proxy': total(others),
    ...account,
    seconds: seconds.toFixed(1),
  };
  return { sends, account, world };
}

async function sendAll(client: ConversationClient, apps: string[]): Promise<Sent[]> {
  const sends: Sent[] = [];
  let next = 0;
  async function work(): Promise<void> {
    while (next < SENDS) {
      const number = next;
      next += 1;
      sends.push(await sendOne(client, apps[number % apps.length] ?? '', number));
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return sends;
}

async function sendOne(client: ConversationClient, app_id: string, number: number): Promise<Sent> {
  const key = `order-${number}`;
  const identity = String(46_700_000_000 + number);
  const sentAtMs = Date.now();
  try {
    const { message_id: messageId } = await client.messages.send({
      app_id,
      recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity }] } },
      message: { text_message: { text: `Order ${number}` } },
      message_metadata: key,
    });
    return { key, appId: app_id, sentAtMs, messageId };
  } catch (error) {
    return { key, appId: app_id, sentAtMs, error };
  }
}

/** What reached the handsets, which is what people would have seen. */
function idsByMetadata({ emulator }: World): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { metadata, message_id } of emulator.control.messages()) ids.set(metadata, [...(ids.get(metadata) ?? []), message_id]);
  return ids;
}

/** The second witness: what the service announced as submitted. */
function submittedByMetadata({ emulator }: World): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { trigger, body } of emulator.control.events()) {
    if (trigger !== 'MESSAGE_SUBMIT') continue;
    const { metadata, message_id } = body.message_submit_notification as { metadata: string; message_id: string };
    ids.set(metadata, [...(ids.get(metadata) ?? []), message_id]);
  }
  return ids;
}

function total(counts: Map<Fault, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** True of every mode. */
function checkHonesty({ sends, account, world }: Run): void {
  const why = `seed ${SEED}, ${SENDS} sends: ${JSON.stringify(account)}`;
  expect(sends, why).toHaveLength(SENDS);
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
      const dealt = done.world.proxy.counts.sends;
      expect(FAULTS.filter((fault) => !dealt.has(fault))).toEqual([]);
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
    },
    TIME_LIMIT_MS,
  );
});

/** A send stays unknown only when its look-up met faults too; without faults each is told apart. */
async function settleUnknown({ sends, world }: Run): Promise<void> {
  const ids = idsByMetadata(world);
  const unknown = sends.filter((sent) => claimOf(sent) === 'unknown');
  for (const { key, appId, sentAtMs, error } of unknown) {
    const found = await findSentMessage(world.direct, { app_id: appId, message_metadata: key, sentAtMs });
    expect(found?.id, `${key}, seed ${SEED}: ${String(error)}`).toBe(found && ids.get(key)?.find((id) => id === found.id));
    expect(found !== undefined, `${key}, seed ${SEED}`).toBe(ids.has(key));
  }
  expect(unknown.length, `seed ${SEED}`).toBeLessThan(SENDS / 10);
}
