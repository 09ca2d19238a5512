import { startWorker } from '../harness/worker.ts';
import { type Measure, type Row, toSingleRows } from '../row.ts';
import type { StormOutcome } from '../storm/run-storm.ts';
import { STORM_SUBJECTS } from '../storm/storm-clients.ts';
import type { Suite } from './suite.ts';

interface Outcomes {
  rush: StormOutcome;
  storm: StormOutcome;
}

/** What becomes of many cold clients when the token endpoint takes 30 at once and 10 a second. */
export const tokenStorm: Suite = {
  name: 'token-storm',
  title: 'Cold clients against the limit of the token endpoint',
  async run({ stormClients: clients }) {
    // all at once, each against an endpoint of its own: nearly all of the time is waiting
    const entries = await Promise.all(STORM_SUBJECTS.map(async (subject) => [subject, await outcomesOf(subject, clients)] as const));
    const outcomes = new Map(entries);
    const rows = (measure: Omit<Measure, 'suite'>, pick: (outcomes: Outcomes) => number): Row[] =>
      toSingleRows({ suite: 'token-storm', ...measure }, new Map([...outcomes].map(([subject, one]) => [subject, pick(one)])));
    return [
      ...rows({ name: `sends taken, of ${clients} cold clients`, unit: 'sends', better: 'more' }, ({ storm }) => storm.succeeded),
      ...rows({ name: 'until the last of those sends was taken', unit: 's', better: 'neither' }, ({ storm }) => storm.seconds),
      ...rows(
        { name: `token requests of ${clients} cold clients`, unit: 'requests', better: 'neither' },
        ({ storm }) => storm.tokenRequests,
      ),
      ...rows({ name: `token requests, one client, ${clients} sends`, unit: 'requests', better: 'less' }, ({ rush }) => rush.tokenRequests),
    ];
  },
};

async function outcomesOf(subject: string, clients: number): Promise<Outcomes> {
  const worker = startWorker('storm', subject);
  try {
    return await worker.ask<Outcomes>({ clients });
  } finally {
    await worker.stop();
  }
}
