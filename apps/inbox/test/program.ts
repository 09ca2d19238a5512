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
  /** The address with the key, as it was printed; rejects when the program ends before. */
  pageUrl: Promise<string>;
  ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
}

export function startProgram(env: Record<string, string>): Program {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH ?? '', ...env } });
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  const pageUrl = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const [, url] = /Inbox: +(\S+)\n[\s\S]*\/webhook/.exec(out) ?? [];
      if (url) resolve(url);
    });
    void ended.then(({ err: why }) => reject(new Error(`The program ended: ${why}`)));
  });
  // Who only waits for the end has not asked for the address.
  pageUrl.catch(() => {});
  return { pid: child.pid ?? 0, pageUrl, ended, kill: (signal) => void child.kill(signal) };
}
