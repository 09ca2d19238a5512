import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const COMMAND = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

interface Run {
  process: ChildProcess;
  /** Resolves with what was printed once it holds this text. */
  printed(text: string): Promise<string>;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
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

describe('convapi-emulator', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('prints settings that work, and ends cleanly on %s', async (signal) => {
    const command = run('--port', '0', '--region', 'eu');
    const printed = await command.printed('CONVAPI_TOKEN_URL');
    const settings = Object.fromEntries([...printed.matchAll(/^export (\w+)=(.+)$/gm)].map((match) => [match[1], match[2]]));
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

  it('explains itself', async () => {
    const { code, stdout } = await run('--help').ended;
    expect(code).toBe(0);
    expect(stdout).toContain('--allow-target');
  });

  it('knows its version', async () => {
    expect((await run('--version').ended).stdout).toMatch(/^\d+\.\d+\.\d+/);
  });

  it.each([
    [['--fax'], '--fax'],
    [['--port', 'many'], '--port takes a number'],
    [['--port', '70000'], '--port takes a number'],
    [['--region', 'mars'], '--region takes us, eu, br'],
    [['--preset', 'slow-motion'], '--preset takes token-bucket or outbound-queue'],
    [['extra'], 'extra'],
  ])('refuses %j without a stack trace', async (args, message) => {
    const { code, stderr } = await run(...args).ended;
    expect(code).toBe(1);
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
});
