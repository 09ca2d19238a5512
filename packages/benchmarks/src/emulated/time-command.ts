import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { childEnvironment } from '../harness/child-environment.ts';

/** Milliseconds from starting the command of the emulator until it prints its address. */
export async function timeCommand(): Promise<number> {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('@convapi/emulator/package.json');
  const { bin } = require(manifest) as { bin: Record<string, string> };
  const command = join(manifest, '..', bin['convapi-emulator'] ?? '');
  const startedAt = performance.now();
  const child = spawn(process.execPath, [command, '--port', '0'], { env: childEnvironment(), stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  let printed = '';
  for await (const text of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    printed += text;
    if (/http:\/\/\S+:\d+/.test(printed)) break;
  }
  const readyMs = performance.now() - startedAt;
  child.kill();
  await exited;
  if (!/http:\/\/\S+:\d+/.test(printed)) throw new Error(`The command of the emulator ended without an address: ${printed}`);
  return readyMs;
}
