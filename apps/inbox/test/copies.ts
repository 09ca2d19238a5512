import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { StartInboxOptions } from '../src/index.ts';

const program = fileURLToPath(new URL('copy.mjs', import.meta.url));

/** A copy of the inbox in a process of its own. */
export interface Copy {
  /** Where it listens now; another port after each start. */
  url: string;
  /** What it complained of. */
  words: string[];
  kill(signal: NodeJS.Signals): Promise<void>;
}

export async function startCopy(options: Omit<StartInboxOptions, 'logger' | 'now' | 'fetch' | 'onCallback'>): Promise<Copy> {
  const child = spawn(process.execPath, [program, JSON.stringify(options)], { stdio: 'pipe' });
  const words: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => words.push(line));
  const ended = once(child, 'exit');
  const first = once(createInterface({ input: child.stdout }), 'line');
  const line = await Promise.race([first.then(([text]) => String(text)), ended.then(() => undefined)]);
  if (line === undefined) throw new Error(`A copy ended: ${words.join('\n')}`);
  return {
    url: line,
    words,
    async kill(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
