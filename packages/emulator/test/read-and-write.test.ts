import { describe, expect, it } from 'vitest';
import { RETIRED_OPERATIONS } from '../src/service/retired-operations.ts';
import { fillWorld, readAll } from './pairs/filled-world.ts';
import { findPairs } from './pairs/find-pairs.ts';
import { createHarvest } from './pairs/harvest.ts';
import { isTaken, WRITES, writeBack } from './pairs/writes.ts';

/** Things of a pair that are written back: they differ in their kinds more than in their number. */
const MOST_THINGS = 25;

/** What a pair of a thing that nobody made stands for would be a promise that nothing holds. */
const FEWEST_PAIRS = 50;

describe('what was read', () => {
  it('can be written, wherever a request takes the same thing', async () => {
    const world = await fillWorld();
    const { lab } = world;
    const harvest = createHarvest();
    await readAll(world, harvest.answered);
    await lab.control.idle();
    for (const { trigger, body } of lab.control.events()) harvest.called(trigger, body);
    const pairs = findPairs(harvest).filter(({ operation }) => RETIRED_OPERATIONS[operation.id] === undefined);
    const before = lab.control.snapshot();
    const wrong: string[] = [];
    let written = 0;
    for (const pair of pairs) {
      const name = `${pair.operation.id} ${pair.path.join('.')} <- ${pair.shown}`;
      const all = (harvest.values.get(pair.shown) ?? []).filter((read) => isTaken(pair, read as Record<string, unknown>));
      const different = [...new Map(all.map((read) => [JSON.stringify(read), read])).values()].slice(-MOST_THINGS);
      if (different.length === 0 || WRITES[pair.operation.id] === undefined) wrong.push(`${name}: nothing to write`);
      for (const read of different) {
        const write = writeBack(world, pair, read as Record<string, unknown>);
        if (!write) continue;
        lab.control.load(before);
        if (write.without !== undefined) await lab.call('DELETE', write.without);
        const answer = await lab.call(write.method, write.path, write.body);
        written += 1;
        if (answer.status !== 200)
          wrong.push(`${name}: ${answer.status} ${answer.body.error?.message} ${JSON.stringify(read).slice(0, 300)}`);
      }
    }
    // The count is what whoever reads the test wants to know first.
    console.log(`${pairs.length} pairs of an answer and a request, ${written} things written back`);
    expect(wrong).toEqual([]);
    expect(pairs.length).toBeGreaterThan(FEWEST_PAIRS);
  }, 120_000);
});
