import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Emulator, startEmulator } from '@convapi/emulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEmulator } from '../../release/first-program.mjs';
import { blocksOf, type DocumentedBlock } from '../documented-blocks.ts';
import { readmes, sitePages } from '../documents.ts';
import { repository, run } from '../run.ts';

/** Beside the package of the site, which has what programs import. */
const folder = join(repository, 'apps/docs/.readme');
const execute = promisify(execFile);

const marked = [...readmes, ...sitePages].flatMap(blocksOf).filter(({ isRun }) => isRun);

/** By the first line that says something, so that a failure tells which. */
function titleOf({ page, code }: DocumentedBlock): string {
  const line = code.split('\n').find((one) => one !== '' && !/^(import|\/\/)/.test(one)) ?? '';
  return `${page}: ${line.trim()}`;
}

const programs = marked
  .filter(({ language }) => language === 'ts')
  .map((block, index) => ({ ...block, name: `program-${index}${block.code.includes("from 'vitest'") ? '.spec' : ''}` }));
const walks = marked.filter(({ language }) => language === 'sh');

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
  const appId = await makeApp(emulator);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  // without one of its own, vitest takes that of the repository
  writeFileSync(join(folder, 'vitest.config.js'), 'export default {};');
  for (const { name, code } of programs) {
    // One that leaves an emulator running is over when it has come to its end.
    const end = /from '(vitest|node:test)'/.test(code) ? 'export {};' : 'process.exit(0);\nexport {};';
    writeFileSync(join(folder, `${name}.ts`), `${onEmulator(code, { ...emulator, appId })}\n${end}\n`);
  }
  const compilerOptions = { module: 'NodeNext', target: 'ES2022', types: ['node'], strict: true, skipLibCheck: true };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  run(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder]);
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await emulator.close();
});

/** An app with the channels that the programs send on. It keeps its messages. */
async function makeApp({ url, projectId, keyId, keySecret }: Emulator): Promise<string> {
  const channel_credentials = ['RCS', 'WHATSAPP', 'SMS'].map((channel) => ({
    channel,
    static_bearer: { claimed_identity: 'sender', token: 'any' },
  }));
  const made = await fetch(`${url}/v1/projects/${projectId}/apps`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ display_name: 'Shop', processing_mode: 'CONVERSATION', channel_credentials }),
  });
  return ((await made.json()) as { id: string }).id;
}

/** What the command of the emulator prints. */
function settingsOf({ url, tokenUrl, projectId, keyId, keySecret }: Emulator): Record<string, string> {
  const key = { SINCH_PROJECT_ID: projectId, SINCH_KEY_ID: keyId, SINCH_KEY_SECRET: keySecret, SINCH_REGION: 'us' };
  return { ...key, CONVAPI_BASE_URL: url, CONVAPI_TOKEN_URL: tokenUrl };
}

test('many programs and walks are run as they stand', () => {
  expect(programs.length).toBeGreaterThan(20);
  expect(walks.length).toBeGreaterThan(1);
});

describe('the documentation has a program that runs to its end', () => {
  test.each(programs.map((one) => [titleOf(one), one] as const))(
    '%s',
    async (_, { name, code }) => {
      const file = join(folder, `${name}.js`);
      const vitest = [join(repository, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, file];
      const own = Object.entries(process.env).filter(([key]) => !/^(VITEST|NODE_TEST)/.test(key));
      await execute(process.execPath, code.includes("from 'vitest'") ? vitest : [file], {
        cwd: folder,
        // a picture that is not there yet is written
        env: { ...Object.fromEntries(own), UPDATE_MESSAGES: '1', ...(code.includes('process.env[name]') ? settingsOf(emulator) : {}) },
        timeout: 60_000,
      });
    },
    70_000,
  );
});

/** Runs a walk on an emulator that has just started, and gives what it printed. */
async function walk(start: string): Promise<string> {
  const block = walks.find(({ code }) => code.startsWith(start));
  if (!block) throw new Error(`No page has a walk that starts with ${start}`);
  const fresh = await startEmulator();
  const cwd = mkdtempSync(join(tmpdir(), 'convapi-walk-'));
  const env = { PATH: process.env.PATH, ...settingsOf(fresh) };
  const { stdout } = await execute('sh', ['-euc', block.code], { env, cwd }).finally(() => fresh.close());
  rmSync(cwd, { recursive: true });
  expect(stdout).not.toContain('emulator_error');
  expect(stdout).not.toContain('"error":{');
  return stdout;
}

/** The beginnings of the walks: a new one needs a test of what it prints. */
const TOKEN = 'TOKEN=';
const EVERY_PATH = 'E=';

test('every walk of the documentation is walked below', () => {
  expect(walks.map(({ code }) => code.split('=')[0]).sort()).toEqual([EVERY_PATH, TOKEN].map((one) => one.slice(0, -1)).sort());
});

test('the walk with curl gets a token, sends a message, taps it and reads the callbacks', async () => {
  const stdout = await walk(TOKEN);
  expect(stdout).toMatch(/"message_id":\s*"[0-9A-Z]{26}"/);
  expect(stdout).toContain('"choice_response_message"');
  const statuses = [...stdout.matchAll(/\\?"status\\?":\s*\\?"(\w+)\\?"/g)].map(([, status]) => status);
  expect(statuses).toEqual(expect.arrayContaining(['QUEUED_ON_CHANNEL', 'DELIVERED']));
});

test('the walk with curl over every path does what a dashboard does', async () => {
  const stdout = await walk(EVERY_PATH);
  for (const said of [
    /"apps":\[\{"id"/,
    /"name":"laptop","created_at":"[^"]+","last_used":"/,
    /^4$/m, // bytes of the picture
    /"answers":\[\{"channel":"RCS"/,
    /"handsets":\[\{"channel":"SMS".*"channel":"RCS"/,
    /"status":"FAILED".*"next_channel":"SMS"/,
    /"planned":\[\{"kind":"retry-callback"/,
    /"happened":\{"kind":"retry-callback"/,
    /"callback":\{.*"attempts":\[\{/,
    /"resend_of":"/,
    /"resent":\[/,
    /"trigger":"OPT_IN".*"sample":true/,
    /"requests":\[.*"total":/,
    /"request":\{.*"request_body":/,
    /"events":\[.*"next":\d/,
    /"messages":\[\{.*"gist":"Ship\?"/,
    /"trigger":"MESSAGE_INBOUND","app_id":"[^"]+","time":/,
    /^200$/m,
    /^1[0-9]{5}$/m, // bytes of the collection
    /^[3-9]\d$/m, // frames of the stream
  ]) {
    expect(stdout).toMatch(said);
  }
}, 60_000);

test('the walks go over every path that the emulator says it has', () => {
  const walked = walks.map(({ code }) => code).join('\n');
  for (const path of [
    ...['stream', 'callbacks', 'callbacks/resend', 'events', 'messages', 'requests', 'handsets', 'channels', 'plan', 'clock'],
    ...['keys', 'media', 'webhooks', 'wait', 'faults', 'session', 'postman.json', 'as-owner'],
  ]) {
    expect(walked).toContain(`$E/${path}`);
  }
});
