import { startPrism } from '../harness/start-prism.ts';
import { startWorker } from '../harness/worker.ts';
import { OURS } from '../row.ts';
import { type ClientSettings, settingsFor } from '../subjects/subject.ts';
import type { BareRequest } from '../workers/bare.ts';
import type { EmulatorRequest } from '../workers/emulator.ts';
import { createApp, idle, type Place } from './place.ts';
import { timeCommand } from './time-command.ts';

/** A server that takes `messages:send`, in a fresh process. */
export interface SendServer {
  settings: ClientSettings;
  /** Milliseconds from command to ready; absent for what has no command. */
  readyMs?: number;
  /** Waits until what follows the sends is done, too. */
  settle(): Promise<void>;
  /** Processor time that it has used so far. */
  cpuUsage(): Promise<NodeJS.CpuUsage>;
  stop(): Promise<void>;
}

/** What servers need of others. */
export interface Surroundings {
  /** Where the emulator delivers callbacks. */
  receiverUrl: string;
  /** Who gives tokens to those whose server gives none. */
  tokensUrl: string;
}

/** Answers from the document alone: it remembers nothing and sends no callbacks. */
export const PRISM = 'prism mock, no callbacks';
export const BARE = 'bare hono with ajv, no callbacks';
/** What callbacks alone take: no emulator that sends them can be nearer to one that does not. */
export const BARE_WITH_CALLBACKS = 'bare hono with ajv, two callbacks';

const STARTERS: Record<string, (surroundings: Surroundings) => Promise<SendServer>> = {
  [PRISM]: startPrismServer,
  [OURS]: startOurs,
  [BARE]: ({ tokensUrl }) => startBare(tokensUrl),
  [BARE_WITH_CALLBACKS]: ({ tokensUrl, receiverUrl }) => startBare(tokensUrl, receiverUrl),
};

/** Ours stands between those that budgets hold it against, so that it runs right before or after each of the others. */
export const SEND_SERVERS: readonly string[] = Object.keys(STARTERS);

/** Starts the server of that name. */
export function startSendServer(name: string, surroundings: Surroundings): Promise<SendServer> {
  const start = STARTERS[name];
  if (start === undefined) throw new Error(`No server is named "${name}". There are: ${SEND_SERVERS.join(', ')}.`);
  return start(surroundings);
}

async function startOurs({ receiverUrl }: Surroundings): Promise<SendServer> {
  const readyMs = await timeCommand();
  const worker = startWorker('emulator');
  const ask = <Answer>(work: EmulatorRequest['work']) => worker.ask<Answer>({ work } satisfies EmulatorRequest);
  const place = await ask<Place>('start');
  return {
    settings: { ...place, appId: await createApp(place, receiverUrl) },
    readyMs,
    settle: () => idle(place),
    cpuUsage: () => ask('cpu'),
    stop: () => worker.stop(),
  };
}

/** @param receiverUrl where two callbacks for each message go; absent for none */
async function startBare(tokensUrl: string, receiverUrl?: string): Promise<SendServer> {
  const worker = startWorker('bare');
  const ask = <Answer>(request: BareRequest) => worker.ask<Answer>(request);
  const baseUrl = await ask<string>({ work: 'start', ...(receiverUrl === undefined ? {} : { receiverUrl }) });
  return {
    settings: { ...settingsFor(tokensUrl), baseUrl },
    settle: () => ask({ work: 'settle' }),
    cpuUsage: () => ask({ work: 'cpu' }),
    stop: () => worker.stop(),
  };
}

async function startPrismServer({ tokensUrl }: Surroundings): Promise<SendServer> {
  const { url, readyMs, cpuUsage, stop } = await startPrism();
  return { settings: { ...settingsFor(tokensUrl), baseUrl: url }, readyMs, settle: async () => {}, cpuUsage, stop };
}
