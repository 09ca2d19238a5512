import { applyBudgets, type Budget } from '../budget.ts';
import { askFresh } from '../harness/ask-fresh.ts';
import { measureInTurns, samplesOf } from '../harness/in-turns.ts';
import type { Load } from '../harness/run-in-flight.ts';
import { startWorker } from '../harness/worker.ts';
import { type Measure, OURS, type Row, toRows } from '../row.ts';
import { SUBJECT_NAMES } from '../subjects/load-subject.ts';
import type { ClientRequest } from '../workers/client.ts';
import type { Suite } from './suite.ts';

const SPEED: Measure = { suite: 'calls', name: 'sends at 50 in flight', unit: 'calls/s', better: 'more' };
const CPU: Measure = { suite: 'calls', name: 'processor time of a send', unit: 'µs', better: 'less' };

const VENDOR = '@sinch/conversation';
const BUDGETS: Budget[] = [
  { name: SPEED.name, subject: OURS, limit: 1.5, against: VENDOR },
  { name: SPEED.name, subject: OURS, limit: 0.85, against: 'node:http by hand' },
  { name: SPEED.name, subject: 'convapi, undici', limit: 2.2, against: VENDOR },
  { name: CPU.name, subject: OURS, limit: 0.7, against: VENDOR },
];

/** How fast clients send, and what that costs. */
export const calls: Suite = {
  name: 'calls',
  title: 'One call of each client, many under way',
  async run({ rounds, warmUpCalls, calls: count, inFlight }) {
    const loads = await measureClients(rounds, { work: 'send', inFlight }, { warmUp: warmUpCalls, measured: count });
    return applyBudgets(
      [
        ...toRows(
          SPEED,
          samplesOf(loads, ({ perSecond }) => perSecond),
        ),
        ...toRows(
          CPU,
          samplesOf(loads, ({ cpuMicros }) => cpuMicros),
        ),
      ],
      BUDGETS,
    );
  },
};

const PAGE_COUNT = 50;
const LISTS: Measure = { suite: 'pages', name: 'pages of 20, one after the other', unit: 'pages/s', better: 'more' };
const PAGE_CPU: Measure = { suite: 'pages', name: 'processor time of a page', unit: 'µs', better: 'less' };

/** How fast clients walk over a list, and what that costs. */
export const pages: Suite = {
  name: 'pages',
  title: 'Walking over a list',
  async run({ rounds, warmUpWalks, walks }): Promise<Row[]> {
    const loads = await measureClients(rounds, { work: 'list', inFlight: 1 }, { warmUp: warmUpWalks, measured: walks });
    return [
      ...toRows(
        LISTS,
        samplesOf(loads, ({ perSecond }) => perSecond * PAGE_COUNT),
      ),
      ...toRows(
        PAGE_CPU,
        samplesOf(loads, ({ cpuMicros }) => cpuMicros / PAGE_COUNT),
      ),
    ];
  },
};

type ClientWork = Pick<ClientRequest, 'work' | 'inFlight'>;

async function measureClients(
  rounds: number,
  work: ClientWork,
  counts: { warmUp: number; measured: number },
): Promise<Map<string, Load[]>> {
  const server = startWorker('server');
  try {
    const url = await server.ask<string>({ pages: PAGE_COUNT });
    const ask = (count: number): ClientRequest => ({ ...work, url, count });
    const requests = { warmUp: ask(counts.warmUp), measured: ask(counts.measured) };
    const measure = (subject: string) => askFresh<Load>('client', subject, requests);
    await measure(OURS); // the server needs to be compiled too, and whoever came first would pay for that
    return await measureInTurns({ subjects: SUBJECT_NAMES, rounds, measure });
  } finally {
    await server.stop();
  }
}
