import { describe, expect, it } from 'vitest';
import { applyBudgets } from '../src/budget.ts';
import { compare } from '../src/report/compare.ts';
import { renderResults } from '../src/report/render-results.ts';
import { renderSuite } from '../src/report/render-suite.ts';
import { renderTable } from '../src/report/render-table.ts';
import { type Measure, type Row, toRows, toSingleRows } from '../src/row.ts';

const SPEED: Measure = { suite: 'calls', name: 'sends', unit: 'calls/s', better: 'more' };
const CPU: Measure = { suite: 'calls', name: 'processor time', unit: 'µs', better: 'less' };
const SIZE: Measure = { suite: 'bundle', name: 'size', unit: 'bytes', better: 'less' };
const rounds = (measure: Measure, samples: Record<string, number[]>) => toRows(measure, new Map(Object.entries(samples)));
const speeds = (values: Record<string, number>) => toSingleRows(SPEED, new Map(Object.entries(values)));

describe('budgets', () => {
  it('hold the median of the ratios of each round against a peer', () => {
    // twice as fast in most rounds, while the medians alone say 1.3 times
    const rows = rounds(SPEED, { convapi: [200, 20, 130, 130, 400], peer: [100, 10, 100, 65, 200] });
    const verdict = { budget: '≥ 1.5 × peer', unit: '×', measured: { median: 2, low: 2, high: 2 }, ok: true };
    const budget = { name: 'sends', subject: 'convapi', limit: 1.5, against: 'peer' };
    expect(applyBudgets(rows, [budget])[0]?.verdicts).toEqual([verdict]);
    expect(applyBudgets(rows, [{ ...budget, limit: 2.01 }])[0]?.verdicts?.[0]?.ok).toBe(false);
  });

  it('are not missed for a few rounds that went wrong', () => {
    const rows = rounds(SPEED, { convapi: [200, 200, 200, 50, 40], peer: [100, 100, 100, 100, 100] });
    const [ours] = applyBudgets(rows, [{ name: 'sends', subject: 'convapi', limit: 1.5, against: 'peer' }]);
    expect(ours?.verdicts?.[0]).toMatchObject({ ok: true, measured: { median: 2, low: 0.5 } });
  });

  it('are upper limits where less is better', () => {
    const rows = rounds(CPU, { convapi: [60, 60], peer: [100, 100] });
    const judge = (limit: number) => applyBudgets(rows, [{ name: CPU.name, subject: 'convapi', limit, against: 'peer' }])[0]?.verdicts?.[0];
    expect(judge(0.7)).toMatchObject({ budget: '≤ 0.7 × peer', ok: true });
    expect(judge(0.59)).toMatchObject({ ok: false });
  });

  it('hold the median of values against a fixed limit, the limit itself included', () => {
    const size = toSingleRows(SIZE, new Map([['convapi', 1_024]]));
    const [row] = applyBudgets(size, [{ name: 'size', subject: 'convapi', limit: 1_024 }]);
    expect(row?.verdicts).toEqual([
      { budget: '≤ 1,024 bytes', unit: 'bytes', measured: { median: 1_024, low: 1_024, high: 1_024 }, ok: true },
    ]);
    const times = rounds(CPU, { convapi: [19, 90, 20] });
    expect(applyBudgets(times, [{ name: CPU.name, subject: 'convapi', limit: 20 }])[0]?.verdicts?.[0]?.ok).toBe(true);
  });

  it('may be several for one figure, each with its verdict', () => {
    const rows = rounds(SPEED, { convapi: [200], slow: [100], fast: [300] });
    const against = (peer: string, limit: number) => ({ name: 'sends', subject: 'convapi', limit, against: peer });
    const [ours] = applyBudgets(rows, [against('slow', 1.5), against('fast', 0.85)]);
    expect(ours?.verdicts?.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it('about what was not measured are an error, not kept for ever', () => {
    const budget = { name: 'sends', subject: 'convapi', limit: 2 };
    expect(() => applyBudgets(speeds({ peer: 1 }), [budget])).toThrow('"sends" of convapi');
    expect(() => applyBudgets(speeds({ convapi: 1 }), [{ ...budget, against: 'peer' }])).toThrow('"sends" of peer');
  });
});

describe('tables', () => {
  it('aligns the first column to the left and the others to the right', () => {
    const lines = [
      ['name', 'value'],
      ['a long name', '7'],
    ];
    expect(renderTable(lines)).toBe('name         value\na long name      7');
  });

  it('shows values, ratios and whether a budget is kept', () => {
    const rows = applyBudgets(speeds({ convapi: 1_234.5, twilio: 617.25 }), [{ name: 'sends', subject: 'convapi', limit: 2_000 }]);
    expect(renderSuite(rows)).toBe(
      [
        'sends (more is better)          value  to ours',
        'convapi                 1,235 calls/s   1.00 ×',
        'twilio                    617 calls/s   0.50 ×',
        'budget: convapi ≥ 2,000 calls/s: 1,235 calls/s, OVER',
      ].join('\n'),
    );
  });

  it('shows where the middle half of the ratios lies, of the budget too', () => {
    const rows = rounds(SPEED, { convapi: [100, 100, 100], twilio: [40, 50, 60] });
    expect(renderSuite(applyBudgets(rows, [{ name: 'sends', subject: 'convapi', limit: 1.5, against: 'twilio' }]))).toBe(
      [
        'sends (more is better)        value  to ours  middle half',
        'convapi                 100 calls/s   1.00 ×',
        'twilio                   50 calls/s   0.50 ×    0.45–0.55',
        'budget: convapi ≥ 1.5 × twilio: 2.00 ×, middle half 1.83 × to 2.25 ×, ok',
      ].join('\n'),
    );
  });

  it('shows yes and no as one matrix, with a dash where a case does not apply', () => {
    const row = { suite: 'faults', unit: 'yes/no', better: 'more' } as const;
    const rows: Row[] = [
      { ...row, name: 'one', subject: 'convapi', value: 1, samples: [1] },
      { ...row, name: 'two', subject: 'convapi', value: 0, samples: [0] },
      { ...row, name: 'two', subject: 'twilio', value: 1, samples: [1] },
    ];
    expect(renderSuite(rows)).toBe('           1    2\nconvapi  yes   no\ntwilio     –  yes\n\n1  one\n2  two');
  });
});

describe('what is better and worse', () => {
  it('says both, and leaves out what a run cannot tell apart', () => {
    const { better, worse } = compare(speeds({ convapi: 100, slow: 50, fast: 200, same: 102 }));
    expect(better).toEqual(['sends: 100 calls/s, beside slow 50 calls/s']);
    expect(worse).toEqual(['sends: 100 calls/s, beside fast 200 calls/s']);
  });

  it('puts missed budgets first among what is worse', () => {
    const rows = applyBudgets(speeds({ convapi: 100, fast: 200 }), [{ name: 'sends', subject: 'convapi', limit: 1.5, against: 'fast' }]);
    expect(compare(rows).worse[0]).toBe('**Budget missed.** sends, convapi ≥ 1.5 × fast: 0.50 ×, OVER');
  });

  it('does not judge a peer that was ahead in some rounds and behind in others', () => {
    const samples = { convapi: [100, 100, 100, 100], shaky: [80, 200, 210, 90], fast: [150, 160, 170, 180] };
    expect(compare(rounds(SPEED, samples))).toEqual({ better: [], worse: ['sends: 100 calls/s, beside fast 165 calls/s (1.65 ×)'] });
  });

  it('does not judge figures that only explain others', () => {
    const rows = speeds({ convapi: 100, slow: 50 }).map((row) => ({ ...row, better: 'neither' as const }));
    expect(compare(rows)).toEqual({ better: [], worse: [] });
  });

  it('writes a page with the day, the machine and a table for each suite that ran', () => {
    const suite = { name: 'calls', title: 'Calls', run: async () => [] };
    const other = { name: 'bundle', title: 'Bundles', run: async () => [] };
    const page = renderResults(speeds({ convapi: 100, slow: 50 }), [suite, other], {
      date: '2026-05-01',
      machine: 'Node 20',
      rounds: 16,
      minutes: '20.0',
    });
    expect(page).toContain('on 2026-05-01: Node 20, 16 rounds, 20.0 minutes.');
    expect(page).toContain('## Calls\n\n```text\nsends (more is better)');
    expect(page).toContain(
      '## Worse\n\nWhere it missed its own budget, or a peer did better by more than 5 % and in at least three quarters of the rounds:\n\nNothing.\n',
    );
    expect(page).not.toContain('Bundles');
  });
});
