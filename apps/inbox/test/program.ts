import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { APP_ID, SECRET } from './harness.ts';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** What the program needs to start. */
export const ENVIRONMENT = {
  SINCH_PROJECT_ID: 'p',
  SINCH_KEY_ID: 'k',
  SINCH_KEY_SECRET: 'very-secret',
  SINCH_REGION: 'eu',
  SINCH_APP_ID: APP_ID,
  SINCH_WEBHOOK_SECRET: SECRET,
  PORT: '0',
};

/** How the program ended. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** The built program, as a process of its own. */
export interface Program {
  pid: number;
  /** Where it listens; rejects when the program ends before. */
  url: Promise<string>;
  /** The link that it prints when its database is in memory. */
  signInUrl: Promise<string>;
  ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
}

export function startProgram(env: Record<string, string>, args: string[] = []): Program {
  const child = spawn(process.execPath, [main, ...args], { env: { PATH: process.env.PATH ?? '', ...env } });
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  const printed = (pattern: RegExp) => {
    const text = new Promise<string>((resolve, reject) => {
      child.stdout.on('data', () => {
        const [, found] = pattern.exec(out) ?? [];
        if (found) resolve(found);
      });
      void ended.then(({ err: why }) => reject(new Error(`The program ended: ${why}`)));
    });
    // Who only waits for the end has not asked for it.
    text.catch(() => {});
    return text;
  };
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const url = printed(/Webhook target to register: +(\S+)\/webhook/);
  const signInUrl = printed(/To sign in, once: +(\S+)\n/);
  return { pid: child.pid ?? 0, url, signInUrl, ended, kill: (signal) => void child.kill(signal) };
}
