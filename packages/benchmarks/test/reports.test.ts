import { describe, expect, it } from 'vitest';
import { applyBudgets } from '../src/budget.ts';
import { median, quantile } from '../src/harness/median.ts';
import { rounds } from '../src/harness/rounds.ts';
import { compare } from '../src/report/compare.ts';
import { renderResults } from '../src/report/render-results.ts';
import { renderSuite } from '../src/report/render-suite.ts';
import { renderTable } from '../src/report/render-table.ts';
import { type Measure, type Row, toRows } from '../src/row.ts';

const SPEED: Measure = { suite: 'calls', name: 'sends', unit: 'calls/s', better: 'more' };
const SIZE: Measure = { suite: 'bundle', name: 'size', unit: 'bytes', better: 'less' };
const speeds = (values: Record<string, number>) => toRows(SPEED, new Map(Object.entries(values)));

describe('figures', () => {
  it('takes the middle value, or the mean of the middle two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(median([])).toBeNaN();
  });

  it('finds the value below which a share lies', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(quantile(hundred, 0.99)).toBe(100);
    expect(quantile(hundred, 0.5)).toBe(51);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('stops rounds early when time is up, but not before there are enough', () => {
    expect([...rounds(5, 60_000)]).toEqual([0, 1, 2, 3, 4]);
    expect([...rounds(5, -1)]).toEqual([0, 1, 2]);
  });

  it('gives each subject its ratio to ours', () => {
    expect(speeds({ convapi: 200, twilio: 50 }).map(({ ratio }) => ratio)).toEqual([1, 0.25]);
  });

  it('gives no ratio where a value is nothing to divide by', () => {
    expect(speeds({ convapi: 0, twilio: 50 }).every(({ ratio }) => ratio === undefined)).toBe(true);
    expect(speeds({ convapi: 10, twilio: -1 })[1]?.ratio).toBeUndefined();
  });
});

describe('budgets', () => {
  it('holds a figure against a peer of the same run', () => {
    const rows = speeds({ convapi: 140, peer: 100 });
    const budget = { name: 'sends', subject: 'convapi', limit: 1.5, against: 'peer' };
    expect(applyBudgets(rows, [budget])[0]).toMatchObject({ budget: '≥ 1.5 × peer', ok: false });
    expect(applyBudgets(speeds({ convapi: 150, peer: 100 }), [budget])[0]).toMatchObject({ ok: true });
  });

  it('holds a size against a fixed limit, the limit itself included', () => {
    const rows = toRows(SIZE, new Map([['convapi', 1_024]]));
    expect(applyBudgets(rows, [{ name: 'size', subject: 'convapi', limit: 1_024 }])[0]).toMatchObject({
      budget: '≤ 1,024 bytes',
      ok: true,
    });
  });

  it('leaves a budget out when the peer was not measured', () => {
    const rows = applyBudgets(speeds({ convapi: 1 }), [{ name: 'sends', subject: 'convapi', limit: 2, against: 'peer' }]);
    expect(rows[0]?.ok).toBeUndefined();
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
        'sends (more is better)          value  to ours                 budget',
        'convapi                 1,235 calls/s   1.00 ×  ≥ 2,000 calls/s  OVER',
        'twilio                    617 calls/s   0.50 ×',
      ].join('\n'),
    );
  });

  it('shows yes and no as one matrix, with a dash where a case does not apply', () => {
    const row = { suite: 'faults', unit: 'yes/no', better: 'more' } as const;
    const rows: Row[] = [
      { ...row, name: 'one', subject: 'convapi', value: 1 },
      { ...row, name: 'two', subject: 'convapi', value: 0 },
      { ...row, name: 'two', subject: 'twilio', value: 1 },
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
    expect(compare(rows).worse[0]).toBe('**Budget missed.** sends, convapi: 100 calls/s, budget ≥ 1.5 × fast');
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
      quick: false,
    });
    expect(page).toContain('on 2026-05-01: Node 20.');
    expect(page).toContain('## Calls\n\n```text\nsends (more is better)');
    expect(page).toContain('## Worse\n\nWhere it missed its own budget, or a peer did better by more than 5 %:\n\nNothing.\n');
    expect(page).not.toContain('Bundles');
  });
});
