import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Emulator, startEmulator } from '@convapi/emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';

// in this package, where the programs find theirs
const folder = fileURLToPath(new URL('../../.walk', import.meta.url));
const page = readFileSync(new URL('../../src/start/emulator.md', import.meta.url), 'utf8');
const [send = '', receive = '', cafe = ''] = [...page.matchAll(/```ts twoslash\n([\s\S]*?)```/g)].map(([, program]) => program as string);

let emulator: Emulator;
const children: ChildProcess[] = [];

beforeAll(async () => {
  emulator = await startEmulator();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});
afterAll(async () => {
  for (const child of children) child.kill();
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The program of the page, with this emulator and a free port in place of those of the page. */
function write(name: string, program: string, port = 0): string {
  const file = join(folder, name);
  writeFileSync(file, program.replaceAll('http://127.0.0.1:4010', emulator.url).replaceAll('3000', String(port)));
  return file;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function start(...args: string[]): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, args, { cwd: folder });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)));
  return { child, output: () => text };
}

test('the five minutes on the emulator: send, receive, tap', async () => {
  const sender = start(write('send.mjs', send));
  await once(sender.child, 'close');
  expect(sender.output()).toMatch(/^app 01\w{24} message 01\w{24}\n$/);

  const receiver = start(write('receive.mjs', receive, await freePort()));
  await expect.poll(receiver.output).toContain('Waiting for callbacks');
  emulator.control.contact('46701234567', 'RCS').taps('On my way');
  await expect.poll(receiver.output).toContain('"postback_data":"coming"');
  await expect.poll(receiver.output).toContain('RCS DELIVERED');
  const phone = emulator.control.messages({ identity: '46701234567' });
  expect(JSON.stringify(phone.at(-1))).toContain('Thank you!');
});

test('the first test of the page passes', async () => {
  write('cafe.test.mjs', cafe);
  writeFileSync(join(folder, 'vitest.config.mjs'), 'export default {};\n');
  const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
  const runner = start(vitest, 'run', '--root', folder);
  const [code] = (await once(runner.child, 'close')) as [number];
  expect(runner.output()).toContain('1 passed');
  expect(code).toBe(0);
}, 60_000);
