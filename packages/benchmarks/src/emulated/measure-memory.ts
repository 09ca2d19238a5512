import { startWorker } from '../harness/worker.ts';
import type { ClientRequest } from '../workers/client.ts';
import type { EmulatorMemory, EmulatorRequest } from '../workers/emulator.ts';
import { advance, createApp, idle, type Place } from './place.ts';
import { startReceiver } from './receiver.ts';

/** How often the memory is looked at on the way. */
const SAMPLES = 10;

/** More than the day that the app keeps its messages. */
const BEYOND_RETENTION_MS = 25 * 60 * 60 * 1000;

/** The memory of an emulator after each tenth of the messages. Between the tenths a day passes, so that older messages go. */
export async function measureMemory(messages: number, inFlight: number): Promise<EmulatorMemory[]> {
  const emulating = startWorker('emulator');
  // One that fetches a new token when a day has passed.
  const sender = startWorker('client', 'convapi, undici');
  const receiver = await startReceiver();
  const ask = <Answer>(work: EmulatorRequest['work']) => emulating.ask<Answer>({ work } satisfies EmulatorRequest);
  try {
    const place = await ask<Place>('start');
    const settings = { ...place, appId: await createApp(place, receiver.url) };
    const samples: EmulatorMemory[] = [];
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const request: ClientRequest = { url: place.baseUrl, settings, work: 'send', count: Math.round(messages / SAMPLES), inFlight };
      await sender.ask(request);
      await idle(place);
      samples.push(await ask<EmulatorMemory>('memory'));
      await advance(place, BEYOND_RETENTION_MS);
    }
    return samples;
  } finally {
    await Promise.all([emulating.stop(), sender.stop(), receiver.close()]);
  }
}

/** How much the last figure is over those of the first quarter. */
export function growthOf(figures: readonly number[]): number {
  const first = figures.slice(0, Math.ceil(figures.length / 4));
  return (figures.at(-1) ?? Number.NaN) / (first.reduce((sum, one) => sum + one, 0) / first.length);
}

/** How much the highest figure of the second half is over that of the first, for what goes up and down by itself. */
export function peakGrowthOf(figures: readonly number[]): number {
  const half = Math.floor(figures.length / 2);
  return Math.max(...figures.slice(half)) / Math.max(...figures.slice(0, half));
}
