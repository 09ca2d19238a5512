import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startEmulator } from '@convapi/emulator';
import { afterAll, expect, test } from 'vitest';
import { seededRandom } from '../faults/faults.ts';
import { repository } from '../run.ts';

/** `.ci/run` and the weekly run ask for more. */
const KILLS = Number(process.env.CONVAPI_SEND_KILLS ?? 15);
const ORDERS_A_KILL = 4;
const LATEST_KILL_MS = 60;

const program = join(repository, 'test-projects/send-log/send-orders.mjs');
const folder = mkdtempSync(join(tmpdir(), 'convapi-sends-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the program; kills it that long after it is ready, or lets it end. Returns whether it ended by itself. */
async function run(settings: object, killAfterMs: number | undefined): Promise<boolean> {
  const child = spawn(process.execPath, [program, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  let timer: NodeJS.Timeout | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready' && killAfterMs !== undefined) timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  }
  clearTimeout(timer);
  return (await ended) === null;
}

test(
  `a sender that is killed ${KILLS} times at random moments loses nothing and doubles nothing`,
  async () => {
    const emulator = await startEmulator({ logLimit: 100_000, rateLimits: { requestsPerSecond: 0 } });
    const { url, tokenUrl, projectId, keyId, keySecret } = emulator;
    const headers = { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}`, 'content-type': 'application/json' };
    const credential = { channel: 'SMS', static_bearer: { claimed_identity: 'sender', token: 'token' } };
    const body = JSON.stringify({ display_name: 'Kills', channel_credentials: [credential], processing_mode: 'CONVERSATION' });
    const app = await fetch(`${url}/v1/projects/${projectId}/apps`, { method: 'POST', headers, body });
    const { id: appId } = (await app.json()) as { id: string };

    const random = seededRandom(KILLS);
    const settings = { url, tokenUrl, projectId, keyId, keySecret, appId, file: join(folder, 'sends.log') };
    let orders = ORDERS_A_KILL;
    let finished = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      if (await run({ ...settings, orders }, random() * LATEST_KILL_MS)) finished += 1;
      orders += ORDERS_A_KILL;
    }
    expect(await run({ ...settings, orders }, undefined)).toBe(true);

    await emulator.control.idle();
    const counts = new Map<string, number>();
    for (const { metadata = '' } of emulator.control.messages()) counts.set(metadata, (counts.get(metadata) ?? 0) + 1);
    await emulator.close();
    const keys = Array.from({ length: orders }, (_, order) => `order-${order}`);
    const lost = keys.filter((key) => !counts.has(key));
    const doubled = keys.filter((key) => (counts.get(key) ?? 0) > 1);
    console.log(`${KILLS - finished} kills, ${orders} orders: lost ${lost.length}, doubled ${doubled.length}`);
    expect({ lost, doubled, others: counts.size - keys.length }).toEqual({ lost: [], doubled: [], others: 0 });
    expect(finished).toBeLessThan(KILLS / 2);
  },
  20_000 + KILLS * 5_000,
);
