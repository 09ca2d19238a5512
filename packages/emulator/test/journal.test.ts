import { describe, expect, it } from 'vitest';
import { type Change, createJournal } from '../src/data/journal.ts';

/** Writes that end when the test says so. */
function startWriter() {
  const batches: Change[][] = [];
  const ends: { done: () => void; fail: (error: Error) => void }[] = [];
  const errors: unknown[] = [];
  const write = (changes: Change[]) => {
    batches.push(changes);
    return new Promise<void>((done, fail) => ends.push({ done, fail }));
  };
  return { batches, ends, journal: createJournal(write, (error) => errors.push(error)), errors };
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
        ['apps/a', '{"n":2}'],
        ['apps/b', undefined],
      ],
    ]);
  });

  it('waits with the next batch until the one before is written', async () => {
    const { batches, ends, journal } = startWriter();
    const note = journal.noteFor('apps');
    note('a', 1);
    await turn();
    note('b', 1);
    await turn();
    expect(batches).toHaveLength(1);
    ends[0]?.done();
    await turn();
    expect(batches).toEqual([[['apps/a', '1']], [['apps/b', '1']]]);
  });

  it('says when all that was noted so far is written', async () => {
    const { ends, journal } = startWriter();
    const note = journal.noteFor('apps');
    expect(journal.committed()).toBeUndefined();
    note('a', 1);
    await turn();
    note('b', 1);
    let isDone = false;
    void journal.committed()?.then(() => {
      isDone = true;
    });
    ends[0]?.done();
    await turn();
    expect(isDone).toBe(false);
    ends[1]?.done();
    await turn();
    expect(isDone).toBe(true);
    expect(journal.committed()).toBeUndefined();
  });

  it('tells those who wait that a batch could not be written, and writes its rows with the next one', async () => {
    const { batches, ends, journal, errors } = startWriter();
    const note = journal.noteFor('apps');
    note('a', 1);
    note('b', 1);
    const committed = journal.committed();
    await turn();
    ends[0]?.fail(new Error('disk full'));
    await expect(committed).rejects.toThrow('disk full');
    expect(errors).toHaveLength(1);
    note('b', 2);
    await turn();
    expect(batches[1]).toEqual([
      ['apps/a', '1'],
      ['apps/b', '2'],
    ]);
  });

  it('tries again for whoever asks, when nothing else changed after a failure', async () => {
    const { batches, ends, journal } = startWriter();
    journal.noteFor('apps')('a', 1);
    await turn();
    ends[0]?.fail(new Error('disk full'));
    await turn();
    const committed = journal.committed();
    await turn();
    ends[1]?.done();
    await expect(committed).resolves.toBeUndefined();
    expect(batches[1]).toEqual([['apps/a', '1']]);
  });

  it('writes the rest before it closes, and nothing later', async () => {
    const { batches, ends, journal } = startWriter();
    const note = journal.noteFor('apps');
    note('a', 1);
    const closed = journal.close();
    note('b', 1);
    await turn();
    ends[0]?.done();
    await closed;
    expect(batches).toEqual([[['apps/a', '1']]]);
  });
});
