import { applyBudgets, type Budget } from '../budget.ts';
import { measureInTurns, type TurnOptions } from '../harness/measure-in-turns.ts';
import { median } from '../harness/median.ts';
import type { Load } from '../harness/run-in-flight.ts';
import { startWorker } from '../harness/worker.ts';
import { type Measure, type Row, toRows } from '../row.ts';
import { SUBJECT_NAMES } from '../subjects/load-subject.ts';
import type { ClientRequest } from '../workers/client.ts';
import type { Suite } from './suite.ts';

const SPEED: Measure = { suite: 'calls', name: 'sends at 50 in flight', unit: 'calls/s', better: 'more' };
const CPU: Measure = { suite: 'calls', name: 'processor time of a send', unit: 'µs', better: 'less' };

const BUDGETS: Budget[] = [
  { name: SPEED.name, subject: 'convapi', limit: 1.5, against: '@sinch/conversation' },
  { name: SPEED.name, subject: 'convapi, undici', limit: 2.2, against: '@sinch/conversation' },
  { name: CPU.name, subject: 'convapi', limit: 0.67, against: '@sinch/conversation' },
];

/** How fast clients send, and what that costs. */
export const calls: Suite = {
  name: 'calls',
  title: 'One call of each client, many under way',
  async run({ callRounds, callsPerRound, inFlight, limitMs }) {
    const loads = await measureClients({ work: 'send', count: callsPerRound, inFlight }, { rounds: callRounds, limitMs });
    return applyBudgets([...toRows(SPEED, medians(loads, 'perSecond')), ...toRows(CPU, medians(loads, 'cpuMicros'))], BUDGETS);
  },
};

const PAGE_COUNT = 50;
const LISTS: Measure = { suite: 'pages', name: 'pages of 20, one after the other', unit: 'pages/s', better: 'more' };
const PAGE_CPU: Measure = { suite: 'pages', name: 'processor time of a page', unit: 'µs', better: 'less' };

/** How fast clients walk over a list, and what that costs. */
export const pages: Suite = {
  name: 'pages',
  title: 'Walking over a list',
  async run({ callRounds, pagesPerRound, limitMs }): Promise<Row[]> {
    const count = Math.max(1, Math.round(pagesPerRound / PAGE_COUNT));
    const loads = await measureClients({ work: 'list', count, inFlight: 1 }, { rounds: callRounds, limitMs });
    const perPage = (values: Map<string, number>, times: number) => new Map([...values].map(([name, value]) => [name, value * times]));
    return [
      ...toRows(LISTS, perPage(medians(loads, 'perSecond'), PAGE_COUNT)),
      ...toRows(PAGE_CPU, perPage(medians(loads, 'cpuMicros'), 1 / PAGE_COUNT)),
    ];
  },
};

async function measureClients(
  work: Omit<ClientRequest, 'url'>,
  pace: Pick<TurnOptions, 'rounds' | 'limitMs'>,
): Promise<Map<string, Load[]>> {
  const server = startWorker('server');
  try {
    const url = await server.ask<string>({ pages: PAGE_COUNT });
    return await measureInTurns<Load>({ worker: 'client', subjects: SUBJECT_NAMES, ...pace, request: { ...work, url } });
  } finally {
    await server.stop();
  }
}

function medians(loads: Map<string, Load[]>, key: keyof Load): Map<string, number> {
  return new Map([...loads].map(([subject, list]) => [subject, median(list.map((load) => load[key]))]));
}
