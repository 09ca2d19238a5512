import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { clientCredentials } from '@convapi/auth';
import type { AppCreateRequest } from '@convapi/core';
import { onTestFinished } from 'vitest';
// By path, because the client must not depend on what is built on top of it.
import { type Emulator, startEmulator } from '../../../emulator/dist/index.js';
import { type ConversationClient, type ConversationClientOptions, createConversationClient } from '../../src/index.ts';
import { type FaultProxy, type FaultProxyOptions, startFaultProxy } from './fault-proxy.ts';
import { seededRandom } from './faults.ts';

/** The client's time limit in these tests, in milliseconds: short, because faults that are late take longer than it. */
export const TIMEOUT_MS = 200;
/** The wait before a look-up, and whatever else the client waits a second or longer for, takes this many milliseconds here. */
const LONG_WAIT_MS = 40;

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
  const emulator = await startEmulator({ logLimit });
  const proxy = await startFaultProxy({ target: emulator.url, seed, timeoutMs: TIMEOUT_MS, ...(choose ? { choose } : {}) });
  onTestFinished(async () => {
    await proxy.close();
    await emulator.close();
  });
  const { projectId, keyId, keySecret, tokenUrl } = emulator;
  const auth = clientCredentials({ keyId, keySecret, tokenUrl });
  const common = { projectId, region: 'us', auth } as const;
  const direct = createConversationClient({ ...common, baseUrl: emulator.url });
  return {
    emulator,
    proxy,
    direct,
    connect: (options = {}) =>
      createConversationClient({
        ...common,
        baseUrl: proxy.url,
        timeoutMs: TIMEOUT_MS,
        random: seededRandom(seed),
        sleep: (ms, signal) => shortened(ms, proxy, signal),
        ...options,
      }),
    async app(extra = {}) {
      const credential = (channel: 'SMS' | 'RCS') => ({ channel, static_bearer: { claimed_identity: `${channel}-sender`, token: 'token' } });
      const channel_credentials = [credential('RCS'), credential('SMS')];
      const { id = '' } = await direct.apps.create({
        display_name: 'Faults',
        channel_credentials,
        processing_mode: 'CONVERSATION',
        ...extra,
      });
      return id;
    },
  };
}

/**
 * Waits without taking their time, but keeps what they are for: a second is longer than the proxy holds anything, so
 * whatever it holds when the wait begins has gone through when it ends.
 */
async function shortened(ms: number, proxy: FaultProxy, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (ms < 1_000) await nextTurn();
  else {
    await wait(LONG_WAIT_MS);
    await proxy.settled();
  }
  signal?.throwIfAborted();
}
