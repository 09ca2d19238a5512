import { measureInTurns } from '../harness/in-turns.ts';
import type { Load } from '../harness/run-in-flight.ts';
import { startWorker } from '../harness/worker.ts';
import { OURS } from '../row.ts';
import type { BenchSettings } from '../settings.ts';
import type { ClientRequest } from '../workers/client.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { BARE_WITH_CALLBACKS, SEND_SERVERS, type SendServer, startSendServer } from './servers.ts';

/** What sends to one server came to. */
export interface ServerLoad extends Load {
  /** Processor time of the server for each send, what follows it included, in microseconds. */
  serverCpuMicros: number;
  callbacksPerSend: number;
  /** Milliseconds from command to ready; `NaN` for what has no command. */
  readyMs: number;
}

type Amounts = Pick<BenchSettings, 'emulatorWarmUpCalls' | 'emulatorCalls' | 'inFlight'>;

/** Sends to each server, round by round, each time to a fresh one. */
export async function measureSends(rounds: number, amounts: Amounts): Promise<Map<string, ServerLoad[]>> {
  const receiver = await startReceiver();
  const tokens = startWorker('server');
  try {
    const surroundings = { receiverUrl: receiver.url, tokensUrl: await tokens.ask<string>({ pages: 1 }) };
    return await measureInTurns({
      subjects: SEND_SERVERS,
      rounds,
      async measure(name) {
        const server = await startSendServer(name, surroundings);
        try {
          return checkCallbacks(name, await loadServer(server, receiver, amounts));
        } finally {
          await server.stop();
        }
      },
    });
  } finally {
    await Promise.all([tokens.stop(), receiver.close()]);
  }
}

/** Two reports of each message: with fewer of them the figure of ours would say less than its name. */
const CALLBACKS_A_SEND = 2;

/** @throws Error when ours, or a peer that sends them, was measured without its callbacks */
export function checkCallbacks(name: string, load: ServerLoad): ServerLoad {
  if ((name !== OURS && name !== BARE_WITH_CALLBACKS) || load.callbacksPerSend === CALLBACKS_A_SEND) return load;
  throw new Error(`The subject ${name} delivered ${load.callbacksPerSend} callbacks for each send in place of ${CALLBACKS_A_SEND}.`);
}

async function loadServer(server: SendServer, receiver: Receiver, amounts: Amounts): Promise<ServerLoad> {
  const { settings, readyMs = Number.NaN } = server;
  const { emulatorWarmUpCalls, emulatorCalls, inFlight } = amounts;
  const sender = startWorker('client', 'undici by hand');
  const send = (count: number) =>
    sender.ask<Load>({ url: settings.baseUrl, settings, work: 'send', count, inFlight } satisfies ClientRequest);
  try {
    await send(emulatorWarmUpCalls);
    await server.settle();
    receiver.reset();
    const before = await server.cpuUsage();
    const load = await send(emulatorCalls);
    await server.settle();
    const after = await server.cpuUsage();
    const serverCpuMicros = (after.user + after.system - before.user - before.system) / emulatorCalls;
    return { ...load, serverCpuMicros, callbacksPerSend: receiver.count() / emulatorCalls, readyMs };
  } finally {
    await sender.stop();
  }
}
