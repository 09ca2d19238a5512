import { type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConvapiError } from '@convapi/core';
import { codeOf } from '../error-shape.ts';
import { holdLock } from './hold-lock-node.ts';
import type { SendLog, SendLogEntry, SendOutcome } from './send-log.ts';

/** Options of {@link fileSendLog}. */
export interface FileSendLogOptions {
  /** The file. Its folder is made when it is missing; only the owner may read it, as it holds the texts of messages. */
  file: string;
  /** How long settled sends are remembered, so that the same key is not sent again; milliseconds, default 7 days. */
  keepSettledMs?: number | undefined;
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined;
}

/** A {@link SendLog} in a file. */
export interface FileSendLog extends SendLog {
  /** Waits for what is being written and gives the file back. */
  close(): Promise<void>;
}

/** A line of the file. */
type Line = { begin: SendLogEntry } | { settle: string; atMs: number; outcome: SendOutcome };

interface Known {
  entry: SendLogEntry;
  settled?: { atMs: number; outcome: SendOutcome };
}

const KEEP_SETTLED_MS = 7 * 24 * 3_600_000;

/**
 * A log of sends in a file, for one process: a line a step, on the disk before it counts. At the start it is read, and written
 * anew without what is too old.
 *
 * @throws {@link ConvapiError} when another process has the file, or when it holds something else.
 */
export async function fileSendLog({ file, keepSettledMs = KEEP_SETTLED_MS, now = Date.now }: FileSendLogOptions): Promise<FileSendLog> {
  await mkdir(dirname(file), { recursive: true });
  const release = await holdLock(`${file}.lock`);
  try {
    const known = await readLog(file);
    for (const [key, { settled }] of known) if (settled && now() - settled.atMs > keepSettledMs) known.delete(key);
    await writeAnew(file, known);
    const append = await createAppender(file);
    return {
      async begin(entry) {
        const { settled, entry: before } = known.get(entry.key) ?? {};
        if (settled && settled.outcome.state === 'sent') return settled.outcome;
        if (before && !settled) return { state: 'open', begunAtMs: before.begunAtMs };
        const last = known.get(entry.key);
        known.set(entry.key, { entry });
        await append.line({ begin: entry }).catch((error: unknown) => {
          // it was not noted, so it was not begun
          if (last) known.set(entry.key, last);
          else known.delete(entry.key);
          throw error;
        });
        return { state: 'new' };
      },
      async settle(key, outcome) {
        const one = known.get(key);
        if (!one) return;
        const settled = { atMs: now(), outcome };
        await append.line({ settle: key, ...settled });
        one.settled = settled;
      },
      async open() {
        return [...known.values()].filter(({ settled }) => !settled).map(({ entry }) => entry);
      },
      async close() {
        await append.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Lines that come while others are being written go to the disk together. */
async function createAppender(file: string): Promise<{ line(line: Line): Promise<void>; close(): Promise<void> }> {
  const handle: FileHandle = await open(file, 'a', 0o600);
  let waiting: { text: string; resolve(): void; reject(error: unknown): void }[] = [];
  let writing: Promise<void> | undefined;

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await handle.appendFile(batch.map(({ text }) => text).join(''));
        await handle.datasync();
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    writing = undefined;
  }

  return {
    line: (line) =>
      new Promise((resolve, reject) => {
        // the first break ends what a full disk may have left half written
        waiting.push({ text: `\n${JSON.stringify(line)}\n`, resolve, reject });
        writing ??= write();
      }),
    async close() {
      await writing;
      await handle.close();
    },
  };
}

async function readLog(file: string): Promise<Map<string, Known>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  });
  const known = new Map<string, Known>();
  for (const line of text.split('\n')) {
    const step = line === '' ? undefined : parse(line);
    // what was cut by a crash was never answered for
    if (!step) continue;
    if ('begin' in step) known.set(step.begin.key, { entry: step.begin });
    else {
      const one = known.get(step.settle);
      if (one) one.settled = { atMs: step.atMs, outcome: step.outcome };
    }
  }
  if (text.trim() !== '' && known.size === 0 && !text.includes('"begin"')) {
    throw new ConvapiError(`[@convapi/client] ${file} holds no log of sends. Give another file, or delete it to begin anew.`);
  }
  return known;
}

function parse(line: string): Line | undefined {
  try {
    const step = JSON.parse(line) as Partial<Record<'begin' | 'settle', unknown>>;
    return step.begin !== undefined || step.settle !== undefined ? (step as Line) : undefined;
  } catch {
    return undefined;
  }
}

/** Beside the file first, so that a crash leaves the old one. */
async function writeAnew(file: string, known: ReadonlyMap<string, Known>): Promise<void> {
  const lines = [...known.values()].flatMap(({ entry, settled }): Line[] => [
    { begin: entry },
    ...(settled ? [{ settle: entry.key, ...settled }] : []),
  ]);
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
}
