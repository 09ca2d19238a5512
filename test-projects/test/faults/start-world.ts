import { setImmediate as nextTurn } from 'node:timers/promises';
import { clientCredentials } from '@convapi/auth';
import { type ConversationClient, type ConversationClientOptions, createConversationClient } from '@convapi/client';
import type { AppCreateRequest } from '@convapi/core';
import { type Emulator, startEmulator } from '@convapi/emulator';
import { onTestFinished } from 'vitest';
import { type FaultProxy, type FaultProxyOptions, startFaultProxy } from './fault-proxy.ts';
import { seededRandom } from './faults.ts';

/** The client's time limit in these tests, in milliseconds: short, because faults that are late take longer than it. */
export const TIMEOUT_MS = 400;
/**
 * Turns of the event loop after which the proxy, which lives in it too, has seen all that had left the client: a server
 * may accept one connection a turn, and the suite opens at most 50 at once.
 */
const TURNS = 60;

/** An emulator, a proxy in front of it, and clients. */
export interface World {
  emulator: Emulator;
  proxy: FaultProxy;
  /** Goes straight to the emulator. */
  direct: ConversationClient;
  /** A client that goes through the proxy. */
  connect(options?: Partial<ConversationClientOptions>): ConversationClient;
  /** Makes an app on SMS and RCS, in CONVERSATION mode unless said; returns its id. */
  app(extra?: Partial<AppCreateRequest>): Promise<string>;
}

/** Starts both for one test; they stop with it. */
export async function startWorld({
  logLimit = 10_000,
  seed = 1,
  choose,
}: {
  logLimit?: number;
  seed?: number;
  choose?: FaultProxyOptions['choose'];
} = {}): Promise<World> {
  const emulator = await startEmulator({ logLimit, rateLimits: { requestsPerSecond: 0 } });
  const proxy = await startFaultProxy({ target: emulator.url, seed, timeoutMs: TIMEOUT_MS, ...(choose ? { choose } : {}) });
  onTestFinished(async () => {
    await proxy.close();
    await emulator.close();
  });
  const { projectId, keyId, keySecret, tokenUrl } = emulator;
  const auth = clientCredentials({ keyId, keySecret, tokenUrl });
  const common = { projectId, region: 'us', auth } as const;
  const direct = createConversationClient({ ...common, baseUrl: emulator.url });
  const app = (extra: Partial<AppCreateRequest> = {}) => createApp(direct, extra);
  await warmUp(direct, await app());
  emulator.control.reset();
  return {
    emulator,
    proxy,
    direct,
    app,
    connect: (options = {}) =>
      createConversationClient({
        ...common,
        baseUrl: proxy.url,
        timeoutMs: TIMEOUT_MS,
        random: seededRandom(seed),
        sleep: (ms, signal) => shortened(ms, proxy, signal),
        ...options,
      }),
  };
}

async function createApp(client: ConversationClient, extra: Partial<AppCreateRequest>): Promise<string> {
  const credential = (channel: 'SMS' | 'RCS') => ({ channel, static_bearer: { claimed_identity: `${channel}-sender`, token: 'token' } });
  const { id = '' } = await client.apps.create({
    display_name: 'Faults',
    channel_credentials: [credential('RCS'), credential('SMS')],
    processing_mode: 'CONVERSATION',
    ...extra,
  });
  return id;
}

/** The first calls of an emulator are slow, and late is what some faults are about. */
async function warmUp(client: ConversationClient, app_id: string): Promise<void> {
  const recipient = { identified_by: { channel_identities: [{ channel: 'SMS' as const, identity: '46700000000' }] } };
  await client.messages.send({ app_id, recipient, message: { text_message: { text: 'Warm' } } });
  await client.apps.get(app_id);
  await client.messages.list({ app_id, messages_source: 'CONVERSATION_SOURCE' });
}

/**
 * Waits without taking their time, but keeps what they are for: a second is longer than the proxy holds anything, so
 * whatever it holds when the wait begins has gone through when it ends.
 */
async function shortened(ms: number, proxy: FaultProxy, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  for (let turn = 0; turn < (ms < 1_000 ? 1 : TURNS); turn += 1) await nextTurn();
  if (ms >= 1_000) await proxy.settled();
  signal?.throwIfAborted();
}
