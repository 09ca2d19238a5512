import { describe, expect, it } from 'vitest';
import { createJournal } from '../src/data/journal.ts';
import type { FileRecord } from '../src/data/state-file.ts';

/** Keeps what is written, unless the disk is full. */
function startWriter() {
  const batches: FileRecord[][] = [];
  const errors: unknown[] = [];
  const disk = { isFull: false };
  const write = (changes: FileRecord[]) => {
    if (disk.isFull) throw new Error('disk full');
    batches.push(changes);
  };
  return { batches, disk, journal: createJournal(write, (error) => errors.push(error)), errors };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the journal', () => {
  it('writes what changed in one turn together, each row once', async () => {
    const { batches, journal } = startWriter();
    const note = journal.noteFor('apps');
    note('a', { n: 1 });
    note('b', { n: 1 });
    note('a', { n: 2 });
    note('b', undefined);
    await turn();
    expect(batches).toEqual([
      [
        { key: 'apps/a', text: '{"n":2}' },
        { key: 'apps/b', text: undefined },
      ],
    ]);
  });

  it('says when all that was noted so far is written', async () => {
    const { batches, journal } = startWriter();
    expect(journal.committed()).toBeUndefined();
    journal.noteFor('apps')('a', 1);
    const committed = journal.committed();
    expect(batches).toEqual([]);
    await committed;
    expect(batches).toHaveLength(1);
    expect(journal.committed()).toBeUndefined();
  });

  it('tells those who wait that a batch could not be written, after whoever puts it right, and does not write it later', async () => {
    const { batches, disk, journal, errors } = startWriter();
    const note = journal.noteFor('apps');
    disk.isFull = true;
    note('a', 1);
    await expect(journal.committed()).rejects.toThrow('disk full');
    expect(errors).toHaveLength(1);
    disk.isFull = false;
    note('b', 2);
    await turn();
    expect(batches).toEqual([[{ key: 'apps/b', text: '2' }]]);
  });

  it('writes nothing in a pause, and knows whether there was something', async () => {
    const { batches, journal } = startWriter();
    journal.pause();
    expect(journal.hasMissed()).toBe(false);
    journal.noteFor('apps')('a', 1);
    expect([journal.committed(), journal.hasMissed()]).toEqual([undefined, true]);
    journal.goOn();
    await turn();
    expect(batches).toEqual([]);
  });

  it('writes the rest when it closes, and nothing later', async () => {
    const { batches, journal } = startWriter();
    const note = journal.noteFor('apps');
    note('a', 1);
    journal.close();
    note('b', 1);
    await turn();
    expect(batches).toEqual([[{ key: 'apps/a', text: '1' }]]);
  });
});
