import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolder } from '../src/data/open-folder.ts';
import type { StateRow } from '../src/data/state.ts';
import { isEmulatorError } from '../src/index.ts';
import { makeFolder, stateFile } from './state-folder.ts';
import { startLab } from './support.ts';

const FLIPS = 400;
const BURSTS = 100;
const CUTS = 200;

/** The same numbers in each run, so that a run that fails can be repeated. */
function startRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A copy of the folder, to be damaged. */
function copyOf(folder: string): string {
  const copy = makeFolder();
  cpSync(stateFile(folder), stateFile(copy));
  return copy;
}

interface Opened {
  rows: StateRow[];
  told: string[];
}

async function open(folder: string, salvage: boolean): Promise<Opened> {
  const told: string[] = [];
  const opened = await openFolder(folder, { salvage, tell: (message) => told.push(message) });
  const rows = opened.rows();
  await opened.close();
  return { rows, told };
}

/** Opens a damaged folder both ways. Anything but the full state or a refusal that tells fails the test. */
async function judge(folder: string, full: readonly StateRow[]): Promise<'full' | 'refused'> {
  try {
    expect((await open(folder, false)).rows).toEqual(full);
    return 'full';
  } catch (error) {
    if (!isEmulatorError(error)) throw error;
    expect(error.message).toMatch(/is damaged: .*\. \d+ rows can be saved: start with --salvage/);
    const count = Number(/(\d+) rows can be saved/.exec(error.message)?.[1]);
    const { rows, told } = await open(folder, true);
    expect(rows).toHaveLength(count);
    expect(told).toEqual([expect.stringMatching(/was damaged: .*It goes on with \d+ rows/)]);
    // What was saved is whole from then on.
    expect(await open(folder, false)).toEqual({ rows, told: [] });
    return 'refused';
  }
}

describe('a damaged data folder', { timeout: 120_000 }, () => {
  let folder = '';
  let full: StateRow[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'convapi-damage-'));
    const lab = await openFolder(folder, { salvage: false, tell: () => undefined });
    // Rows that were replaced and deleted, too, in batches of several.
    for (let batch = 0; batch < 60; batch += 1) {
      lab.write(
        Array.from({ length: 5 }, (_, index) => ({
          key: `contacts/${(batch * 3 + index) % 70}`,
          text: batch % 7 === 6 && index === 0 ? undefined : JSON.stringify({ id: `${batch}-${index}`, name: 'Zoë '.repeat(index * 4) }),
        })),
      );
    }
    full = lab.rows();
    await lab.close();
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('comes back whole when nothing happened to it', async () => {
    expect(full.length).toBeGreaterThan(40);
    expect(await judge(copyOf(folder), full)).toBe('full');
  });

  it('is never shortened without a word: bits that flip, anywhere', async () => {
    const random = startRandom(20_261_121);
    const counts = { full: 0, refused: 0 };
    for (let run = 0; run < FLIPS; run += 1) {
      const damaged = copyOf(folder);
      const bytes = readFileSync(stateFile(damaged));
      const at = random(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
      writeFileSync(stateFile(damaged), bytes);
      counts[await judge(damaged, full)] += 1;
    }
    console.log(`${FLIPS} flips of a bit in ${statSync(stateFile(folder)).size} bytes:`, counts);
    expect(counts).toEqual({ full: 0, refused: FLIPS });
  });

  it('is never shortened without a word: stretches that were overwritten', async () => {
    const random = startRandom(7);
    const counts = { full: 0, refused: 0 };
    for (let run = 0; run < BURSTS; run += 1) {
      const damaged = copyOf(folder);
      const bytes = readFileSync(stateFile(damaged));
      const at = random(bytes.length);
      bytes.fill(run % 2 === 0 ? 0 : 0x0a, at, Math.min(at + 1 + random(4096), bytes.length));
      const isChanged = !bytes.equals(readFileSync(stateFile(folder)));
      writeFileSync(stateFile(damaged), bytes);
      const outcome = await judge(damaged, full);
      counts[outcome] += 1;
      expect(outcome).toBe(isChanged ? 'refused' : 'full');
    }
    console.log(`${BURSTS} stretches overwritten:`, counts);
  });

  it('is never shortened without a word: a file that was cut off, between records too', async () => {
    const random = startRandom(11);
    const { size } = statSync(stateFile(folder));
    const bytes = readFileSync(stateFile(folder));
    const ends = [...bytes].flatMap((byte, index) => (byte === 0x0a ? [index + 1] : [])).slice(0, -1);
    const counts = { full: 0, refused: 0 };
    for (let run = 0; run < CUTS; run += 1) {
      const damaged = copyOf(folder);
      truncateSync(stateFile(damaged), run % 2 === 0 ? random(size) : (ends[random(ends.length)] ?? 0));
      counts[await judge(damaged, full)] += 1;
    }
    console.log(`${CUTS} times cut off:`, counts);
    expect(counts).toEqual({ full: 0, refused: CUTS });
  });

  it('loses one record to one flip, and says so', async () => {
    const damaged = copyOf(folder);
    const bytes = readFileSync(stateFile(damaged));
    const at = bytes.indexOf('contacts/', bytes.length - 400);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(stateFile(damaged), bytes);
    await expect(open(damaged, false)).rejects.toThrow(
      `The data folder ${damaged} is damaged: 1 of 300 records cannot be read. ${full.length} rows can be saved`,
    );
  });

  it('that is empty, or no state at all, is refused', async () => {
    for (const content of ['', 'mine', '\n\n\n']) {
      const damaged = copyOf(folder);
      writeFileSync(stateFile(damaged), content);
      await expect(open(damaged, false)).rejects.toThrow(/nothing in it can be read. 0 rows can be saved/);
    }
  });

  it('starts an emulator with --salvage only', async () => {
    const data = makeFolder();
    const first = await startLab({ data });
    const [one, two] = [await first.app(['SMS']), await first.app(['RCS'])];
    await first.close();
    const bytes = readFileSync(stateFile(data));
    const at = bytes.indexOf(`"apps/${one}"`);
    bytes[at + 1] = (bytes[at + 1] ?? 0) ^ 1;
    writeFileSync(stateFile(data), bytes);
    await expect(startLab({ data })).rejects.toMatchObject({ name: 'EmulatorError', message: expect.stringContaining('is damaged') });
    const second = await startLab({ data, salvage: true });
    expect(((await second.done('GET', '/apps')).apps as { id: string }[]).map(({ id }) => id)).toEqual([two]);
  });
});

describe('a data folder that has grown', () => {
  it('is written anew without what was replaced, and goes on', async () => {
    const data = makeFolder();
    const folder = await openFolder(data, { salvage: false, tell: () => undefined });
    const text = JSON.stringify({ id: 'x'.repeat(100_000) });
    let largest = 0;
    for (let index = 0; index < 400; index += 1) {
      folder.write([{ key: `contacts/${index % 10}`, text }]);
      largest = Math.max(largest, statSync(stateFile(data)).size);
    }
    folder.write([{ key: 'contacts/last', text: '1' }]);
    const rows = folder.rows();
    await folder.close();
    expect(largest).toBeLessThan(12 * 1024 * 1024);
    expect(rows).toHaveLength(11);
    expect((await open(data, false)).rows).toEqual(rows);
  });
});
