import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The built command: the emulator carries the page, so the page cannot depend on the emulator. */
const COMMAND = fileURLToPath(new URL('../../../emulator/dist/cli.js', import.meta.url));

export interface RunningEmulator {
  url: string;
  /** The address of the page, without `/` at its end. */
  console: string;
  projectId: string;
  /** A call of the control API; throws where it is refused. */
  control<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
  /** A call of the Conversation API in `eu`, without a key. */
  owner<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
  /** Ends it at once, without a chance to tidy up. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** The emulator as a program of its own, as people start it. */
export async function startEmulator(...flags: string[]): Promise<RunningEmulator> {
  const child = spawn(process.execPath, [COMMAND, '--port', '0', '--no-rate-limit', ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  const settings = await readSettings(child);
  const url = settings.CONVAPI_BASE_URL as string;
  const projectId = settings.SINCH_PROJECT_ID as string;
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}${path}`, {
      method,
      ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as T;
  };
  return {
    url,
    console: `${url}/_emulator/console`,
    projectId,
    control: (method, path, body) => call(method, `/_emulator${path}`, body),
    owner: (method, path, body) => call(method, `/_emulator/as-owner/eu/v1/projects/${projectId}${path}`, body),
    kill: () => end(child, 'SIGKILL'),
    close: () => end(child, 'SIGTERM'),
  };
}

function readSettings(child: ChildProcess): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    const settings: Record<string, string> = {};
    child.once('exit', (code) => reject(new Error(`The emulator ended with ${code}. Is it built?`)));
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
      if (name) settings[name] = value as string;
      // the last of them
      if (name === 'CONVAPI_TOKEN_URL') resolve(settings);
    });
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
