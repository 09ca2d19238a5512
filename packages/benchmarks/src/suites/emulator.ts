import { applyBudgets, type Budget } from '../budget.ts';
import { growthOf, measureMemory, peakGrowthOf } from '../emulated/measure-memory.ts';
import { createApp, idle, type Place } from '../emulated/place.ts';
import { startReceiver } from '../emulated/receiver.ts';
import type { Load } from '../harness/run-in-flight.ts';
import { startPrism } from '../harness/start-prism.ts';
import { startWorker, type Worker } from '../harness/worker.ts';
import { OURS, type Row, toRows } from '../row.ts';
import type { BenchSettings } from '../settings.ts';
import type { ClientSettings } from '../subjects/subject.ts';
import type { ClientRequest } from '../workers/client.ts';
import type { EmulatorMemory, EmulatorRequest } from '../workers/emulator.ts';
import type { Suite } from './suite.ts';

const SPEED = 'emulator, messages:send with callbacks';
const P99 = 'emulator, 99 of 100 sends answered within';
const CALLBACKS = 'emulator, callbacks delivered for each send';
const HEAP = 'emulator, live memory over many messages: last beside first quarter';
const RESIDENT = 'emulator, whole memory over many messages: highest of the second half beside the first';

/** Answers from the document alone: it remembers nothing and sends no callbacks. */
const PRISM = 'prism mock, no callbacks';

/** As many as it takes until a server is compiled; what comes before says little about a test run of minutes. */
const WARM_UP_CALLS = 2_000;

const BUDGETS: Budget[] = [
  { name: SPEED, subject: OURS, limit: 1_500 },
  { name: P99, subject: OURS, limit: 100 },
  { name: HEAP, subject: OURS, limit: 1.2, shown: '1.2 ×' },
  // The collector lets it rise and fall by half: peaks that grow by a tenth are what a last sample a fifth over the first would be.
  { name: RESIDENT, subject: OURS, limit: 1.1, shown: '1.1 ×' },
];

/** How much load the emulator takes while it delivers callbacks, and whether its memory stays flat. No peer emulates this API. */
export const emulator: Suite = {
  name: 'emulator',
  title: 'The emulator under load',
  async run(settings) {
    const loads = await measureLoads(settings);
    const memory = await measureMemory(settings.emulatorMemoryMessages, settings.inFlight);
    return applyBudgets([...loads, ...toMemoryRows(memory, settings.emulatorMemoryMessages)], BUDGETS);
  },
};

/** One after the other, so that neither takes the processor from the other. */
async function measureLoads({ emulatorCalls, inFlight }: BenchSettings): Promise<Row[]> {
  const emulating = startWorker('emulator');
  const receiver = await startReceiver();
  try {
    const place = await emulating.ask<Place>({ work: 'start' } satisfies EmulatorRequest);
    const settings = { ...place, appId: await createApp(place, receiver.url) };
    const ours = await withSender(async (sender) => {
      await send(sender, settings, WARM_UP_CALLS, inFlight);
      await idle(place);
      receiver.reset();
      const load = await send(sender, settings, emulatorCalls, inFlight);
      await idle(place);
      return load;
    });
    const callbacks = receiver.count() / emulatorCalls;
    return toLoadRows(ours, await measurePrism(settings, emulatorCalls, inFlight), callbacks);
  } finally {
    await Promise.all([emulating.stop(), receiver.close()]);
  }
}

/** Prism gives no tokens; that of the emulator, which is idle meanwhile, will do. */
async function measurePrism(settings: ClientSettings, calls: number, inFlight: number): Promise<Load> {
  const prism = await startPrism();
  try {
    return await withSender(async (sender) => {
      const there = { ...settings, baseUrl: prism.url };
      await send(sender, there, WARM_UP_CALLS, inFlight);
      return send(sender, there, calls, inFlight);
    });
  } finally {
    await prism.stop();
  }
}

async function withSender<T>(work: (sender: Worker) => Promise<T>): Promise<T> {
  const sender = startWorker('client', 'undici by hand');
  try {
    return await work(sender);
  } finally {
    await sender.stop();
  }
}

function send(sender: Worker, settings: ClientSettings, count: number, inFlight: number): Promise<Load> {
  const request: ClientRequest = { url: settings.baseUrl, settings, work: 'send', count, inFlight };
  return sender.ask<Load>(request);
}

function toLoadRows(ours: Load, prism: Load, callbacks: number): Row[] {
  const both = (value: (load: Load) => number) =>
    new Map([
      [OURS, value(ours)],
      [PRISM, value(prism)],
    ]);
  const suite = 'emulator';
  return [
    ...toRows(
      { suite, name: SPEED, unit: 'calls/s', better: 'more' },
      both(({ perSecond }) => perSecond),
    ),
    ...toRows(
      { suite, name: P99, unit: 'ms', better: 'less' },
      both(({ p99Ms }) => p99Ms),
    ),
    ...toRows({ suite, name: CALLBACKS, unit: 'callbacks', better: 'neither' }, new Map([[OURS, callbacks]])),
  ];
}

function toMemoryRows(samples: readonly EmulatorMemory[], messages: number): Row[] {
  const row = { suite: 'emulator', subject: OURS };
  const growth = (name: string, value: number): Row => ({ ...row, name, unit: '×', better: 'less', value });
  const each = (name: string, read: (memory: EmulatorMemory) => number): Row[] =>
    samples.map((memory, index) => {
      const sent = Math.round((messages * (index + 1)) / samples.length).toLocaleString('en');
      return { ...row, subject: `${OURS}, after ${sent}`, name, unit: 'MB', better: 'neither', value: read(memory) };
    });
  const heap = ({ heapMb }: EmulatorMemory) => heapMb;
  const resident = ({ residentMb }: EmulatorMemory) => residentMb;
  return [
    ...each('emulator, live memory', heap),
    ...each('emulator, whole memory', resident),
    growth(HEAP, growthOf(samples.map(heap))),
    growth(RESIDENT, peakGrowthOf(samples.map(resident))),
  ];
}
