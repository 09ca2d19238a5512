import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { type Emulator, startEmulator } from '@convapi/emulator';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createDataFolder } from '../data-folder.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const program = fileURLToPath(new URL('../../dist/demo/main.js', import.meta.url));

/** Runs the demo as a person does, and returns what it printed and how it ended. */
function demo(args: string[], env: Record<string, string> = {}): Promise<{ output: string; code: number | null }> {
  const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(SINCH|CONVAPI)_|^npm_config_/.test(name)));
  const child = spawn(process.execPath, [program, ...args], { env: { ...bare, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ output, code })));
}

describe('the demo', () => {
  test('tells the whole story once and ends with 0, on the emulator, whatever account the environment speaks of', async () => {
    const account = { SINCH_PROJECT_ID: 'p', SINCH_KEY_ID: 'k', SINCH_KEY_SECRET: 's', SINCH_REGION: 'eu', SINCH_APP_ID: 'a' };
    // as `npm run demo --once`, without the second `--`, passes it on
    const { output, code } = await demo([], { ...account, CONVAPI_BASE_URL: 'http://127.0.0.1:9', npm_config_once: 'true' });
    expect(code, output).toBe(0);
    expect(output).toMatch(/^This demo talks to the emulator on this machine/);
    for (const line of [
      /token +Bearer ey/,
      /inbox +http:\/\/127\.0\.0\.1:\d+\n/,
      /person +Demo, who signs in with demo@example\.com and the password [\w-]{12}\n/,
      /✓ verified {2}MESSAGE_DELIVERY +RCS 46707654321 +SWITCHING_CHANNEL \(RECIPIENT_NOT_REACHABLE\)/,
      /✓ verified {2}MESSAGE_INBOUND +RCS 46701234567 +taps a choice \(coming\)/,
      /✓ verified {2}MESSAGE_INBOUND +SMS 46707654321 +writes "Running late/,
      /✗ refused +signature_mismatch/,
      /messages +3 sent, 3 delivered/,
      /callbacks +17 verified, 1 refused/,
    ]) {
      expect(output).toMatch(line);
    }
    expect(output).not.toContain('emulator-key-secret');
  });

  test('stays up with the phones of Anna and Bo, and says what to try', async () => {
    const child = spawn(process.execPath, [program], { env: { PATH: process.env.PATH } });
    const ended = new Promise((resolve) => child.on('close', resolve));
    let output = '';
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => {
        output += chunk;
        if (output.includes('Ctrl-C ends it.')) resolve();
      });
    });
    const [, wallUrl = ''] = /phones of Anna and Bo are at (\S+)/.exec(output) ?? [];
    for (const line of [/Tap: /, /Write: /, /Unplug RCS: .*\/_emulator\/console\/faults/]) expect(output).toMatch(line);
    expect((await fetch(wallUrl)).status).toBe(200);
    const { handsets } = (await (await fetch(new URL('/_emulator/handsets', wallUrl))).json()) as { handsets: { name: string }[] };
    expect([...new Set(handsets.map(({ name }) => name))].sort()).toEqual(['Anna', 'Bo']);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('takes the real service from nobody but the person who types it', async () => {
    const { output, code } = await demo(['--once'], { npm_config_real: 'true' });
    expect(code).toBe(1);
    expect(output).toMatch(/type npm run demo -- --real/);
  });

  test('names a flag that it does not know', async () => {
    const { output, code } = await demo(['--onec']);
    expect(code).toBe(2);
    expect(output).toMatch(/There is no --onec.[\s\S]*Usage: npm run demo/);
  });
});

describe('with --real and the settings of a service', () => {
  let emulator: Emulator;
  let settings: Record<string, string>;

  beforeAll(async () => {
    emulator = await startEmulator({ region: 'eu' });
    const { projectId, keyId, keySecret, tokenUrl, url } = emulator;
    const conversation = createConversationClient({
      projectId,
      region: 'eu',
      auth: clientCredentials({ keyId, keySecret, tokenUrl }),
      baseUrl: url,
    });
    const app = await conversation.apps.create({
      display_name: 'Support',
      channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 't' } }],
    });
    const appId = app.id ?? '';
    await conversation.webhooks.create({
      app_id: appId,
      target: 'http://127.0.0.1:9/',
      target_type: 'HTTP',
      triggers: ['MESSAGE_INBOUND'],
      secret: 's',
    });
    settings = {
      SINCH_PROJECT_ID: projectId,
      SINCH_KEY_ID: keyId,
      SINCH_KEY_SECRET: keySecret,
      SINCH_REGION: 'eu',
      SINCH_APP_ID: appId,
      CONVAPI_BASE_URL: url,
      CONVAPI_TOKEN_URL: tokenUrl,
      PORT: '0',
    };
  });
  afterAll(() => emulator.close());

  test('the inbox talks to that service, and sends nothing by itself', async () => {
    const dataDir = await createDataFolder();
    onTestFinished(() => rm(dataDir, { recursive: true }));
    const { output, code } = await demo(['--once', '--real'], { ...settings, INBOX_DATA: dataDir });
    expect(code, output).toBe(0);
    expect(output).toMatch(new RegExp(`^This demo talks to the service at ${emulator.url}, project ${settings.SINCH_PROJECT_ID}\\.\\n`));
    expect(output).toMatch(/app +Support \(\w{26}\) in region eu/);
    expect(output).toMatch(/webhook secret +from the webhooks of the app/);
    expect(emulator.control.messages()).toEqual([]);
  });

  test.each([
    ['wrong credentials', { SINCH_KEY_SECRET: 'wrong' }, /401 from the token endpoint .*Check keyId and keySecret/],
    ['an app that is not there', { SINCH_APP_ID: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P' }, /404 on apps.get: .*01HVN0B9TQ3F5Z2YQ8W0JK4M6P/],
    ['a setting that is missing', { SINCH_KEY_ID: '' }, /SINCH_KEY_ID is missing/],
    ['an unknown region', { SINCH_REGION: 'uk' }, /SINCH_REGION is "uk": use us, eu, br/],
    ['a project without access', { SINCH_PROJECT_ID: '11111111-1111-4111-8111-111111111111' }, /403 on apps.get/],
  ])('%s is one clear message and exit code 1', async (_, change, message) => {
    const { output, code } = await demo(['--once', '--real'], { ...settings, ...change });
    expect(code).toBe(1);
    expect(output).toMatch(message);
    expect(output).not.toMatch(/^\s+at /m);
  });
});
