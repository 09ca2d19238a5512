import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Emulator, type EmulatorSeed, startEmulator } from '@convapi/emulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository, run } from './run.ts';

const page = readFileSync(join(repository, 'packages/emulator/README.md'), 'utf8');
const folder = join(repository, 'test-projects/.readme');
const blocksOf = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block]) => block ?? '');

/** Programs by their first line that says something, so that a failure tells which. */
const programs = blocksOf('ts').map((program, index) => ({
  program,
  index,
  title: program.split('\n').find((line) => line !== '' && !line.startsWith('import')) ?? '',
}));

let emulator: Emulator;
let settings: Record<string, string>;

beforeAll(async () => {
  emulator = await startEmulator();
  settings = settingsOf(emulator);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  // without one of its own, vitest takes that of the repository
  writeFileSync(join(folder, 'vitest.config.js'), 'export default {};');
  for (const { program, index } of programs) {
    // One that leaves an emulator running is over when it has come to its end.
    const end = /from '(vitest|node:test)'/.test(program) ? 'export {};' : 'process.exit(0);\nexport {};';
    writeFileSync(join(folder, `${nameOf(program, index)}.ts`), `${program}\n${end}\n`);
  }
  const compilerOptions = { module: 'NodeNext', target: 'ES2022', types: ['node'], strict: true, skipLibCheck: true };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  run(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await emulator.close();
});

function nameOf(program: string, index: number): string {
  return `program-${index}${program.includes("from 'vitest'") ? '.spec' : ''}`;
}

describe('the README of the emulator', () => {
  test.each(programs.map((one) => [one.title, one] as const))(
    'has a program that runs to its end: %s',
    async (_, { program, index }) => {
      const file = join(folder, `${nameOf(program, index)}.js`);
      const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--root', folder, file];
      const environment = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_TEST)/.test(name));
      await promisify(execFile)(process.execPath, program.includes("from 'vitest'") ? vitest : [file], {
        cwd: repository,
        env: { ...Object.fromEntries(environment), ...(program.includes('process.env[name]') ? settings : {}) },
        timeout: 60_000,
      });
    },
    70_000,
  );

  test('has a walk with curl that can be walked', async () => {
    const walk = blocksOf('sh').find((block) => block.startsWith('TOKEN=')) ?? '';
    const { stdout: answer } = await promisify(execFile)('sh', ['-euc', walk], { env: { PATH: process.env.PATH, ...settings } });
    expect(answer).toContain('"choice_response_message"');
    expect(answer).not.toContain('"error":{');
  });

  test('has a walk with curl through all that a dashboard does', async () => {
    const fresh = await startEmulator();
    const walk = blocksOf('sh').find((block) => block.startsWith('E=')) ?? '';
    const env = { PATH: process.env.PATH, ...settingsOf(fresh) };
    const { stdout } = await promisify(execFile)('sh', ['-euc', walk], { env }).finally(() => fresh.close());
    expect(stdout).not.toContain('emulator_error');
    expect(stdout).not.toContain('"error":{');
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

  test('walks with curl through every path that the emulator says it has', () => {
    const walked = blocksOf('sh').join('\n');
    for (const path of [
      'stream',
      'callbacks',
      'callbacks/resend',
      'events',
      'messages',
      'requests',
      'handsets',
      'channels',
      'plan',
      'clock',
    ]) {
      expect(walked).toContain(`$E/${path}`);
    }
    for (const path of ['keys', 'media', 'webhooks', 'wait', 'faults', 'session', 'postman.json', 'as-owner']) {
      expect(walked).toContain(`$E/${path}`);
    }
  });

  test('has a seed that is taken', async () => {
    const seed = blocksOf('json').find((block) => block.includes('"contacts"')) ?? '';
    const emulator = await startEmulator({ seed: JSON.parse(seed) as EmulatorSeed });
    const headers = { authorization: `Basic ${btoa(`${emulator.keyId}:${emulator.keySecret}`)}` };
    const contact = await fetch(`${emulator.url}/v1/projects/${emulator.projectId}/contacts/ann`, { headers });
    expect(contact.status).toBe(200);
    await emulator.close();
  });
});

/** What the command prints. */
function settingsOf({ url, tokenUrl, projectId, keyId, keySecret }: Emulator): Record<string, string> {
  const key = { SINCH_PROJECT_ID: projectId, SINCH_KEY_ID: keyId, SINCH_KEY_SECRET: keySecret, SINCH_REGION: 'us' };
  return { ...key, CONVAPI_BASE_URL: url, CONVAPI_TOKEN_URL: tokenUrl };
}
