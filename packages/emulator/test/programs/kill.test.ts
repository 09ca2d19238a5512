import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { credential, text } from '../support.ts';

const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** Few enough for every run by default, `CONVAPI_KILL_SENDS=1000` for the full run. */
const SENDS = Number(process.env.CONVAPI_KILL_SENDS ?? 300);
/** After how many answers the process is killed: at once, early, in the middle, late. */
const KILLS = [1, Math.round(SENDS * 0.137), SENDS / 2, Math.round(SENDS * 0.911)];
const IN_FLIGHT = 25;

interface Running {
  child: ChildProcess;
  api: string;
  control: string;
  authorization: string;
  exited: Promise<void>;
}

/** The real command, in a process of its own. */
async function start(data: string): Promise<Running> {
  const child = spawn(process.execPath, [COMMAND, '--port', '0', '--no-rate-limit', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  const settings = await new Promise<Record<string, string>>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      if (!printed.includes('CONVAPI_TOKEN_URL')) return;
      resolve(Object.fromEntries([...printed.matchAll(/^(\w+)=(.+)$/gm)].map(([, name, value]) => [name, value])));
    });
    child.on('exit', () => reject(new Error('the emulator ended before it was up')));
  });
  return {
    child,
    api: `${settings.CONVAPI_BASE_URL}/v1/projects/${settings.SINCH_PROJECT_ID}`,
    control: `${settings.CONVAPI_BASE_URL}/_emulator`,
    authorization: `Basic ${btoa(`${settings.SINCH_KEY_ID}:${settings.SINCH_KEY_SECRET}`)}`,
    exited: new Promise((resolve) => void child.on('exit', () => resolve())),
  };
}

async function call(running: Running, method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(path.startsWith('/_') ? running.control + path.slice('/_emulator'.length) : running.api + path, {
    method,
    headers: { authorization: running.authorization, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}

/** Takes callbacks, and notes what each message was reported as. */
async function startReceiver() {
  const seen = new Map<string, Set<string>>();
  let count = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      count += 1;
      const { message_delivery_report: report, message_submit_notification: submitted } = JSON.parse(body) as Record<
        string,
        Told | undefined
      >;
      const told = report ?? submitted;
      const known = seen.get(told?.message_id ?? '') ?? new Set();
      seen.set(told?.message_id ?? '', known.add(report?.status ?? 'SUBMIT'));
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen, count: () => count };
}

interface Told {
  message_id: string;
  status?: string;
}

/** Sends until `SENDS` were tried or the emulator is gone. @returns the ids that were answered */
async function sendMany(running: Running, appId: string, onAnswer: (count: number) => void): Promise<string[]> {
  const ids: string[] = [];
  let next = 0;
  async function worker(): Promise<void> {
    while (next < SENDS) {
      const number = next++;
      const recipient = {
        identified_by: { channel_identities: [{ channel: 'SMS', identity: `4670${String(number % 200).padStart(7, '0')}` }] },
      };
      const answer = await call(running, 'POST', '/messages:send', { app_id: appId, recipient, message: text(`Number ${number}`) });
      ids.push(String(answer.message_id));
      onAnswer(ids.length);
    }
  }
  await Promise.allSettled(Array.from({ length: IN_FLIGHT }, worker));
  return ids;
}

describe(`a kill in the middle of ${SENDS} sends`, () => {
  it.each(KILLS)('after %i answers loses nothing that was answered', { timeout: 120_000 }, async (killAfter) => {
    const data = mkdtempSync(join(tmpdir(), 'convapi-kill-'));
    onTestFinished(() => rmSync(data, { recursive: true, force: true }));
    const receiver = await startReceiver();
    const first = await start(data);
    const { id: appId } = await call(first, 'POST', '/apps', {
      display_name: 'Shop',
      processing_mode: 'CONVERSATION',
      channel_credentials: [credential('SMS')],
    });
    const triggers = ['MESSAGE_SUBMIT', 'MESSAGE_DELIVERY'];
    await call(first, 'POST', '/webhooks', { app_id: appId, target: receiver.url, target_type: 'HTTP', triggers, secret: 'secret' });

    const ids = await sendMany(first, String(appId), (count) => {
      if (count === killAfter) first.child.kill('SIGKILL');
    });
    await first.exited;
    expect(ids.length).toBeGreaterThanOrEqual(killAfter);
    expect(ids.length).toBeLessThan(SENDS);

    const second = await start(data);
    await call(second, 'POST', '/_emulator/idle', {});
    const found = await Promise.all(
      ids.map((id) =>
        call(second, 'GET', `/messages/${id}`).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(found.filter((isThere) => !isThere)).toEqual([]);
    const incomplete = ids.filter((id) => [...(receiver.seen.get(id) ?? [])].sort().join() !== 'DELIVERED,QUEUED_ON_CHANNEL,SUBMIT');
    expect(incomplete).toEqual([]);
    // Nothing is sent that was taken before: what is told twice is what was out when the process ended.
    const told = [...receiver.seen.values()].reduce((sum, statuses) => sum + statuses.size, 0);
    expect(receiver.count() - told).toBeLessThanOrEqual(IN_FLIGHT * 8);
  });
});
