import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect } from 'vitest';
import { createWebhookHandler, createWebhookVerifier, type ReplayGuard, signWebhook } from '../../src/index.ts';
import { INBOUND, SECRET } from '../helpers.ts';
import type { KilledProcessInput } from './killed-process.ts';

const LEASE_MS = 2_000;
// Inside the package, where Redis and pg are found.
const folder = fileURLToPath(new URL('./.killed/', import.meta.url));

/**
 * Kills a process, with no time for it to clean up, in the middle of a handler, and sends the same callback to another: it
 * must be told to try again while the lease lasts, if it knows of it, then be handled once.
 */
export async function handlesWhatAKilledProcessHeld(
  kind: KilledProcessInput['guard'],
  port: number,
  guardOf: (leaseMs: number) => ReplayGuard,
): Promise<void> {
  const headers = await signWebhook({ body: INBOUND, secret: SECRET });
  await killAtWork({ guard: kind, port, leaseMs: LEASE_MS, secret: SECRET, body: INBOUND, headers });

  let handled = 0;
  const verifier = createWebhookVerifier({ secrets: SECRET, replayGuard: guardOf(LEASE_MS) });
  const handler = createWebhookHandler(verifier, { default: () => void handled++ });
  const retry = async () => {
    const response = await handler(new Request('https://example.com/callbacks', { method: 'POST', headers, body: INBOUND }));
    return { status: response.status, retryAfter: response.headers.get('retry-after'), text: await response.text() };
  };
  if (kind !== 'memory') expect(await retry()).toEqual({ status: 503, retryAfter: '10', text: '{"reason":"in_progress"}' });
  expect(handled).toBe(0);
  await expect.poll(async () => (await retry()).status, { interval: 50, timeout: 15_000 }).toBe(200);
  expect(handled).toBe(1);
  expect(await retry()).toEqual({ status: 200, retryAfter: null, text: '{"reason":"replayed"}' });
  expect(handled).toBe(1);
}

async function killAtWork(input: KilledProcessInput): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const outfile = `${folder}${input.guard}.mjs`;
  const entry = fileURLToPath(new URL('./killed-process.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'silent' });
  const child = spawn(process.execPath, [outfile, JSON.stringify(input)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exited.then(([code]) => expect.fail(`The process ended by itself: ${code}`))]);
  child.kill('SIGKILL');
  expect(await exited).toEqual([null, 'SIGKILL']);
  rmSync(folder, { recursive: true, force: true });
}
