import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from './state-folder.ts';

const COMMAND = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** The command in a process of its own, which may have a umask of its own; gives what it says on stderr until it is up. */
async function run(umask: string, data: string): Promise<{ said: string; stop(signal: NodeJS.Signals): Promise<void> }> {
  const child = spawn('sh', ['-c', `umask ${umask}; exec "$0" "$@"`, process.execPath, COMMAND, '--port', '0', '--data', data]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => reject(new Error(said)));
  });
  const exited = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  return {
    said,
    stop(signal) {
      child.kill(signal);
      return exited;
    },
  };
}

function modesOf(data: string): Record<string, string> {
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
  return Object.fromEntries([['.', mode(data)], ...readdirSync(data).map((name) => [name, mode(join(data, name))])]);
}

describe('a data folder', () => {
  it.each(['022', '0'])('is for its owner alone, whatever the umask: %s', async (umask) => {
    const data = join(makeFolder(), 'data');
    const { said, stop } = await run(umask, data);
    expect(modesOf(data)).toEqual({ '.': '700', 'state.log': '600', lock: '600' });
    expect(said).toBe('');
    await stop('SIGTERM');
  });

  it.each(['022', '0'])('that was open to others is closed to them, with a word: umask %s', async (umask) => {
    const data = join(makeFolder(), 'data');
    mkdirSync(data);
    chmodSync(data, 0o777);
    const { said, stop } = await run(umask, data);
    expect(said).toContain(`The data folder ${data} was open to other users. It is yours alone now (mode 700)`);
    await stop('SIGKILL');
    chmodSync(join(data, 'state.log'), 0o666);
    const again = await run(umask, data);
    expect(modesOf(data)).toEqual({ '.': '700', 'state.log': '600', lock: '600' });
    expect(again.said).toBe('');
    await again.stop('SIGTERM');
  });

  it('is refused to a second process, and free at once after a kill', async () => {
    const data = join(makeFolder(), 'data');
    const first = await run('022', data);
    await expect(run('022', data)).rejects.toThrow(`The data folder ${data} is in use by another emulator. Stop that one`);
    await first.stop('SIGKILL');
    const second = await run('022', data);
    await second.stop('SIGTERM');
    expect(readdirSync(data)).toEqual(['state.log']);
  });

  it('is had by one of many that start at once, also over the lock of one that was killed', async () => {
    const data = join(makeFolder(), 'data');
    await (await run('022', data)).stop('SIGKILL');
    const started = await Promise.allSettled(Array.from({ length: 6 }, () => run('022', data)));
    expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of started) if (one.status === 'rejected') expect(String(one.reason)).toContain('in use by another emulator');
  });

  it('may have a path that is too long for a socket', async () => {
    const data = join(makeFolder(), 'x'.repeat(120));
    const first = await run('022', data);
    await expect(run('022', data)).rejects.toThrow('in use by another emulator');
    await first.stop('SIGTERM');
  });
});
