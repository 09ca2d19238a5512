import { applyBudgets, type Budget } from '../budget.ts';
import { growthOf, measureMemory, peakGrowthOf } from '../emulated/measure-memory.ts';
import { measureSends, type ServerLoad } from '../emulated/measure-sends.ts';
import { BARE, BARE_WITH_CALLBACKS, PRISM } from '../emulated/servers.ts';
import { samplesOf } from '../harness/in-turns.ts';
import { type Measure, OURS, type Row, toRows, toSingleRows } from '../row.ts';
import type { EmulatorMemory } from '../workers/emulator.ts';
import type { Suite } from './suite.ts';

const SUITE = 'emulator';
const SPEED: Measure = { suite: SUITE, name: 'emulator, messages:send with callbacks', unit: 'calls/s', better: 'more' };
const CPU: Measure = { suite: SUITE, name: 'emulator, processor time of a send with its callbacks', unit: 'µs', better: 'less' };
const P99: Measure = { suite: SUITE, name: 'emulator, 99 of 100 sends answered within', unit: 'ms', better: 'less' };
const CALLBACKS: Measure = { suite: SUITE, name: 'emulator, callbacks delivered for each send', unit: 'callbacks', better: 'neither' };
const READY: Measure = { suite: SUITE, name: 'emulator, command to ready', unit: 'ms', better: 'less' };
const HEAP = 'emulator, live memory over many messages: last beside first quarter';
const RESIDENT = 'emulator, whole memory over many messages: highest of the second half beside the first';

const BUDGETS: Budget[] = [
  { name: SPEED.name, subject: OURS, limit: 4.5, against: PRISM },
  { name: SPEED.name, subject: OURS, limit: 0.6, against: BARE },
  { name: READY.name, subject: OURS, limit: 250 },
  { name: HEAP, subject: OURS, limit: 1.2, shown: '1.2 ×' },
  // The collector lets it rise and fall by half: peaks that grow by a tenth are what a last sample a fifth over the first would be.
  { name: RESIDENT, subject: OURS, limit: 1.1, shown: '1.1 ×' },
];

/** How much load the emulator takes while it delivers callbacks, and whether its memory stays flat. No peer emulates this API. */
export const emulator: Suite = {
  name: SUITE,
  title: 'The emulator under load',
  async run({ rounds, emulatorMemoryMessages, ...amounts }) {
    const loads = await measureSends(rounds, amounts);
    const memory = await measureMemory(emulatorMemoryMessages, amounts.inFlight);
    return applyBudgets([...toLoadRows(loads), ...toMemoryRows(memory, emulatorMemoryMessages)], BUDGETS);
  },
};

function toLoadRows(loads: ReadonlyMap<string, readonly ServerLoad[]>): Row[] {
  /** Ours first, as in every table, and only those who have the figure. */
  const only = (...subjects: string[]) => new Map(subjects.map((subject) => [subject, loads.get(subject) ?? []]));
  const all = only(OURS, PRISM, BARE, BARE_WITH_CALLBACKS);
  return [
    ...toRows(
      SPEED,
      samplesOf(all, ({ perSecond }) => perSecond),
    ),
    ...toRows(
      CPU,
      samplesOf(all, ({ serverCpuMicros }) => serverCpuMicros),
    ),
    ...toRows(
      P99,
      samplesOf(all, ({ p99Ms }) => p99Ms),
    ),
    ...toRows(
      CALLBACKS,
      samplesOf(only(OURS, BARE_WITH_CALLBACKS), ({ callbacksPerSend }) => callbacksPerSend),
    ),
    ...toRows(
      READY,
      samplesOf(only(OURS, PRISM), ({ readyMs }) => readyMs),
    ),
  ];
}

function toMemoryRows(memory: readonly EmulatorMemory[], messages: number): Row[] {
  const growth = (name: string, value: number) => toSingleRows({ suite: SUITE, name, unit: '×', better: 'less' }, new Map([[OURS, value]]));
  const each = (name: string, values: readonly number[]) => {
    const entries = values.map((value, index) => {
      const sent = Math.round((messages * (index + 1)) / values.length).toLocaleString('en');
      return [`${OURS}, after ${sent}`, value] as const;
    });
    return toSingleRows({ suite: SUITE, name, unit: 'MB', better: 'neither' }, new Map(entries));
  };
  const heap = memory.map(({ heapMb }) => heapMb);
  const resident = memory.map(({ residentMb }) => residentMb);
  return [
    ...each('emulator, live memory', heap),
    ...each('emulator, whole memory', resident),
    ...growth(HEAP, growthOf(heap)),
    ...growth(RESIDENT, peakGrowthOf(resident)),
  ];
}
