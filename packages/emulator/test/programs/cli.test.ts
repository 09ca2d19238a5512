import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../src/index.ts';

const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

interface Run {
  process: ChildProcess;
  /** Resolves with what was printed once it holds this text. */
  printed(text: string): Promise<string>;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

function run(...args: string[]): Run {
  return runWith({}, ...args);
}

function runWith(environment: Record<string, string>, ...args: string[]): Run {
  const { SINCH_PROJECT_ID: _project, SINCH_KEY_ID: _key, SINCH_KEY_SECRET: _secret, ...inherited } = process.env;
  const env = { ...inherited, ...environment };
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  return {
    process: child,
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (stdout.includes(text)) resolve(stdout);
        };
        child.stdout.on('data', look);
        child.on('exit', () => reject(new Error(`ended before it printed ${text}: ${stderr}`)));
        look();
      }),
    ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr }))),
  };
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'convapi-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe('the command of the emulator', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('prints settings that work, and ends cleanly on %s', async (signal) => {
    const command = run('--port', '0', '--region', 'eu');
    const printed = await command.printed('CONVAPI_TOKEN_URL');
    const settings = Object.fromEntries([...printed.matchAll(/^(\w+)=(.+)$/gm)].map((match) => [match[1], match[2]]));
    expect(Object.keys(settings)).toEqual([
      'SINCH_PROJECT_ID',
      'SINCH_KEY_ID',
      'SINCH_KEY_SECRET',
      'SINCH_REGION',
      'CONVAPI_BASE_URL',
      'CONVAPI_TOKEN_URL',
    ]);
    expect(settings.SINCH_REGION).toBe('eu');
    const authorization = `Basic ${btoa(`${settings.SINCH_KEY_ID}:${settings.SINCH_KEY_SECRET}`)}`;
    const form = { method: 'POST', headers: { authorization }, body: new URLSearchParams({ grant_type: 'client_credentials' }) };
    const { access_token } = (await (await fetch(settings.CONVAPI_TOKEN_URL ?? '', form)).json()) as { access_token: string };
    const path = `${settings.CONVAPI_BASE_URL}/v1/projects/${settings.SINCH_PROJECT_ID}/apps`;
    const response = await fetch(path, { headers: { authorization: `Bearer ${access_token}` } });
    expect(await response.json()).toEqual({ apps: [] });
    command.process.kill(signal);
    expect((await command.ended).code).toBe(0);
  });

  it('prints settings that a shell sources, and nothing else that a shell would run', async () => {
    const printed = await run('--port', '0').printed('CONVAPI_TOKEN_URL');
    const { stdout } = await promisify(execFile)('bash', ['-euc', `set -a\n${printed}\nset +a\nenv`]);
    expect(stdout).toContain('SINCH_KEY_SECRET=emulator-key-secret\n');
    expect(printed.split('\n').filter((line) => !/^(#.*|\w+=\S+|)$/.test(line))).toEqual([]);
  });

  it('writes the settings to a file that node reads', async () => {
    const file = join(await temporaryFolder(), '.env.emulator');
    const printed = await run('--port', '0', '--write-env', file).printed('CONVAPI_TOKEN_URL');
    expect(await readFile(file, 'utf8')).toBe(printed);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { stdout } = await promisify(execFile)(process.execPath, [`--env-file=${file}`, '-p', 'process.env.CONVAPI_BASE_URL']);
    expect(printed).toContain(`CONVAPI_BASE_URL=${stdout.trim()}\n`);
    // and writes its own file anew
    await run('--port', '0', '--write-env', file).printed('CONVAPI_TOKEN_URL');
    expect(await readFile(file, 'utf8')).not.toBe(printed);
  });

  it('leaves a file with the settings of a real project alone', async () => {
    const file = join(await temporaryFolder(), '.env');
    await writeFile(file, 'SINCH_KEY_SECRET=real\n');
    const { code, stderr } = await run('--port', '0', '--write-env', file).ended;
    expect(code).toBe(1);
    expect(stderr).toBe(
      `[@convapi/emulator] --write-env ${file} has other settings than an emulator's, and stays as it is. Choose another name.\n`,
    );
    expect(await readFile(file, 'utf8')).toBe('SINCH_KEY_SECRET=real\n');
  });

  it('says that the file cannot be written', async () => {
    const { code, stderr } = await run('--port', '0', '--write-env', join(await temporaryFolder(), 'no/.env')).ended;
    expect(code).toBe(1);
    expect(stderr).toContain('cannot be written: ENOENT');
  });

  it('explains itself', async () => {
    const { code, stdout } = await run('--help').ended;
    expect(code).toBe(0);
    for (const flag of ['--allow-target', '--data', '--seed', '--loose', '--admin-token', '--preset', '--proxy', '--record', '--write-env'])
      expect(stdout).toContain(flag);
    expect(stdout.split('\n').every((line) => line.length <= 130)).toBe(true);
  });

  it('knows its version', async () => {
    expect((await run('--version').ended).stdout).toMatch(/^\d+\.\d+\.\d+/);
  });

  it.each([
    [['--fax'], '--fax'],
    [['--port', 'many'], '--port takes a number'],
    [['--port', '70000'], '--port takes a number'],
    [['--region', 'mars'], '--region takes us, eu, br'],
    [['--preset', 'slow-motion'], '--preset takes token-bucket, outbound-queue, flaky-channel, slow-callbacks, billing-limit'],
    [['--proxy', 'mars'], '--proxy takes us, eu, br'],
    [['--proxy', 'eu'], '--proxy needs the variable SINCH_PROJECT_ID'],
    [['--record', 'x.json'], '--record works with --proxy only'],
    [['--proxy-target', 'http://x'], '--proxy-target works with --proxy only'],
    [['extra'], 'extra'],
  ])('refuses %j without a stack trace', async (args, message) => {
    const { code, stderr } = await run(...args).ended;
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says that a port is in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { code, stderr } = await run('--port', String(port)).ended;
    expect(code).toBe(1);
    expect(stderr).toBe(`[@convapi/emulator] Port ${port} on 127.0.0.1 is in use. Choose another one, or 0 for any.\n`);
  });

  it('controls with the admin token only', async () => {
    const printed = await run('--port', '0', '--admin-token', 't0ken').printed('CONVAPI_TOKEN_URL');
    const url = /CONVAPI_BASE_URL=(.+)/.exec(printed)?.[1] ?? '';
    expect((await fetch(`${url}/_emulator`)).status).toBe(401);
    expect((await fetch(`${url}/_emulator`, { headers: { authorization: 'Bearer t0ken' } })).status).toBe(200);
    expect(printed).not.toContain('t0ken');
  });

  it('takes several presets', async () => {
    const printed = await run('--port', '0', '--preset', 'flaky-channel', '--preset', 'slow-callbacks').printed('CONVAPI_TOKEN_URL');
    const url = /CONVAPI_BASE_URL=(.+)/.exec(printed)?.[1] ?? '';
    const { faults } = (await (await fetch(`${url}/_emulator/faults`)).json()) as { faults: object[] };
    expect(faults).toHaveLength(4);
  });

  it('passes calls on, and writes down what it found out at the end', async () => {
    const real = await startEmulator({ projectId: 'real-project', keyId: 'real-key', keySecret: 'real-secret' });
    onTestFinished(() => real.close());
    const file = join(await temporaryFolder(), 'report.json');
    const keys = { SINCH_PROJECT_ID: 'real-project', SINCH_KEY_ID: 'real-key', SINCH_KEY_SECRET: 'real-secret' };
    const command = runWith(keys, '--port', '0', '--proxy', 'eu', '--proxy-target', real.url, '--record', file);
    const printed = await command.printed('CONVAPI_TOKEN_URL');
    expect(printed).not.toContain('real-secret');
    const url = /CONVAPI_BASE_URL=(.+)/.exec(printed)?.[1] ?? '';
    const headers = { authorization: `Basic ${btoa('real-key:real-secret')}` };
    expect(await (await fetch(`${url}/v1/projects/real-project/apps`, { headers })).json()).toEqual({ apps: [] });
    command.process.kill('SIGINT');
    const { code, stdout } = await command.ended;
    expect(code).toBe(0);
    expect(stdout).toContain('App_ListApps: called 1 ×, leaves the spec in 0 ways, the emulator in 0');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ calls: 1, operations: [{ operation: 'App_ListApps', compared: 1 }] });
  });
});
