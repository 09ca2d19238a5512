import { describe, expect, it } from 'vitest';
import { measureInTurns, orderOf } from '../src/harness/in-turns.ts';
import { median, quantile, spreadOf } from '../src/harness/median.ts';
import { type Measure, pairedRatios, toRows, toSingleRows } from '../src/row.ts';

const SPEED: Measure = { suite: 'calls', name: 'sends', unit: 'calls/s', better: 'more' };

describe('medians and quartiles', () => {
  it('takes the middle value, or the mean of the middle two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(median([])).toBeNaN();
  });

  it('finds the value below which a share lies', () => {
    const upToHundred = Array.from({ length: 101 }, (_, index) => index);
    expect(quantile(upToHundred, 0.99)).toBe(99);
    expect(quantile([10, 20], 0.75)).toBe(17.5);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('says between which values the middle half lies, in whatever order they came', () => {
    expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 });
    expect(spreadOf([1, 2, 3, 4])).toEqual({ median: 2.5, low: 1.75, high: 3.25 });
    expect(spreadOf([7])).toEqual({ median: 7, low: 7, high: 7 });
  });

  it('is not moved by a single round that went wrong', () => {
    expect(spreadOf([2, 2, 2, 2, 2, 2, 90])).toEqual({ median: 2, low: 2, high: 2 });
  });
});

describe('rounds', () => {
  it('run every second time backwards, and begin with each subject in turn', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((round) => orderOf(['a', 'b', 'c'], round).join(''))).toEqual([
      'abc',
      'cba',
      'bca',
      'acb',
      'cab',
      'bac',
      'abc',
    ]);
  });

  it('put each of two subjects first equally often', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const orders = Array.from({ length: 16 }, (_, round) => orderOf(names, round));
    for (const one of names) {
      for (const other of names.filter((name) => name !== one)) {
        expect(orders.filter((order) => order.indexOf(one) < order.indexOf(other))).toHaveLength(8);
      }
    }
  });

  it('measure one subject at a time, each once a round, and keep the answers in the order of the rounds', async () => {
    const asked: string[] = [];
    let underWay = 0;
    const answers = await measureInTurns({
      subjects: ['a', 'b'],
      rounds: 3,
      async measure(subject) {
        underWay += 1;
        expect(underWay).toBe(1);
        asked.push(subject);
        await Promise.resolve();
        underWay -= 1;
        return asked.length;
      },
    });
    expect(asked.join('')).toBe('abbaba');
    expect(answers).toEqual(
      new Map([
        ['a', [1, 4, 6]],
        ['b', [2, 3, 5]],
      ]),
    );
  });
});

describe('ratios', () => {
  it('are made round by round, so that a slow round changes none', () => {
    expect(pairedRatios([200, 20, 200], [100, 10, 100])).toEqual([2, 2, 2]);
  });

  it('leave out rounds where there is nothing to divide by', () => {
    expect(pairedRatios([10, -1, 10], [5, 5, 0])).toEqual([2]);
  });

  it('cannot be made of figures from different rounds', () => {
    expect(() => pairedRatios([1, 2], [1])).toThrow('2 rounds cannot be paired with 1');
  });

  it('are the median of pairs, not the ratio of medians', () => {
    // the machine was ten times slower in one round, and twice as slow in another
    const samples = new Map([
      ['convapi', [100, 10, 50, 100, 100]],
      ['peer', [50, 5, 25, 50, 20]],
    ]);
    const [ours, peer] = toRows(SPEED, samples);
    expect(ours).toMatchObject({ value: 100, ratio: { median: 1, low: 1, high: 1 } });
    expect(peer).toMatchObject({ value: 25, ratio: { median: 0.5, low: 0.5, high: 0.5 } });
  });

  it('stand beside figures that come out the same each time, too', () => {
    expect(toSingleRows(SPEED, new Map(Object.entries({ convapi: 200, twilio: 50 }))).map(({ ratio }) => ratio?.median)).toEqual([1, 0.25]);
  });

  it('are absent where a value is nothing to divide by', () => {
    const ratios = (values: Record<string, number>) => toSingleRows(SPEED, new Map(Object.entries(values))).map(({ ratio }) => ratio);
    expect(ratios({ convapi: 0, twilio: 50 })).toEqual([undefined, undefined]);
    expect(ratios({ convapi: 10, twilio: -1 })[1]).toBeUndefined();
  });
});
