import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { applyBudgets, type Budget } from '../budget.ts';
import type { Load } from '../harness/run-in-flight.ts';
import { startWorker, type Worker } from '../harness/worker.ts';
import { OURS, type Row } from '../row.ts';
import type { ClientSettings } from '../subjects/subject.ts';
import type { ClientRequest } from '../workers/client.ts';
import type { Suite } from './suite.ts';

type Place = Omit<ClientSettings, 'appId'>;

const SPEED = 'emulator, messages:send with callbacks';
const P99 = 'emulator, 99 of 100 sends answered within';
const CALLBACKS = 'emulator, callbacks delivered for each send';

/** As many as it takes until the emulator is compiled; what comes before says little about a test run of minutes. */
const WARM_UP_CALLS = 2_000;

const BUDGETS: Budget[] = [
  { name: SPEED, subject: OURS, limit: 1_500 },
  { name: P99, subject: OURS, limit: 100 },
];

/** How much load the emulator takes while it delivers callbacks. No peer emulates this API. */
export const emulator: Suite = {
  name: 'emulator',
  title: 'The emulator under load',
  async run({ emulatorCalls, inFlight }) {
    const emulating = startWorker('emulator');
    const sender = startWorker('client', 'undici by hand');
    const receiver = await startReceiver();
    try {
      const place = await emulating.ask<Place>({});
      const appId = await createApp(place, receiver.url);
      await send(sender, { ...place, appId }, WARM_UP_CALLS, inFlight);
      await idle(place);
      receiver.reset();
      const load = await send(sender, { ...place, appId }, emulatorCalls, inFlight);
      await idle(place);
      return toEmulatorRows(load, receiver.count() / emulatorCalls);
    } finally {
      await Promise.all([emulating.stop(), sender.stop(), receiver.close()]);
    }
  },
};

function toEmulatorRows({ perSecond, p99Ms }: Load, callbacksPerSend: number): Row[] {
  const row = { suite: 'emulator', subject: OURS };
  return applyBudgets(
    [
      { ...row, name: SPEED, unit: 'calls/s', better: 'more', value: perSecond },
      { ...row, name: P99, unit: 'ms', better: 'less', value: p99Ms },
      { ...row, name: CALLBACKS, unit: 'callbacks', better: 'neither', value: callbacksPerSend },
    ],
    BUDGETS,
  );
}

function send(sender: Worker, settings: ClientSettings, count: number, inFlight: number): Promise<Load> {
  const request: ClientRequest = { url: settings.baseUrl, settings, work: 'send', count, inFlight };
  return sender.ask<Load>(request);
}

/** Waits until every callback has been delivered. */
async function idle({ baseUrl }: Place): Promise<void> {
  const response = await fetch(`${baseUrl}/_emulator/idle`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(`The emulator answers ${response.status} to idle: ${await response.text()}`);
}

async function createApp({ baseUrl, tokenUrl, projectId, keyId, keySecret }: Place, target: string): Promise<string> {
  const auth = clientCredentials({ keyId, keySecret, tokenUrl });
  const conversation = createConversationClient({ projectId, region: 'us', auth, baseUrl });
  const { id = '' } = await conversation.apps.create({
    display_name: 'Bench',
    channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 'token' } }],
  });
  await conversation.webhooks.create({ app_id: id, target, triggers: ['MESSAGE_DELIVERY'], secret: 'bench-secret' });
  return id;
}

async function startReceiver() {
  let received = 0;
  const server: Server = createServer((incoming, outgoing) => {
    received += 1;
    incoming.resume();
    incoming.on('end', () => outgoing.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/callbacks`,
    count: () => received,
    reset() {
      received = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
