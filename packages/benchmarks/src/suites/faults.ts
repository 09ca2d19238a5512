import { FAULT_NAMES } from '../faults/fault-case.ts';
import { startWorker } from '../harness/worker.ts';
import { type Measure, type Row, toSingleRows } from '../row.ts';
import { SUBJECT_NAMES } from '../subjects/load-subject.ts';
import type { Suite } from './suite.ts';

/** What clients come through, each with its defaults. */
export const faults: Suite = {
  name: 'faults',
  title: 'What goes wrong once, and who comes through',
  async run() {
    const rows = await Promise.all(SUBJECT_NAMES.map(rowsOf));
    return rows.flat();
  },
};

async function rowsOf(subject: string): Promise<Row[]> {
  const worker = startWorker('fault', subject);
  try {
    const outcomes = await worker.ask<(boolean | null)[]>({});
    return FAULT_NAMES.flatMap((name, index) => {
      const outcome = outcomes[index] ?? null;
      const measure: Measure = { suite: 'faults', name, unit: 'yes/no', better: 'more' };
      return outcome === null ? [] : toSingleRows(measure, new Map([[subject, Number(outcome)]]));
    });
  } finally {
    await worker.stop();
  }
}
