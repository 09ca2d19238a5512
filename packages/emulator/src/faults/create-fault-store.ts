import type { RouteTable } from '../contract/index.ts';
import type { AccessTokens } from '../requests/index.ts';
import type { ChannelOutage } from '../resources/channels/index.ts';
import { type CallbackFaultsParts, createCallbackFaults } from './callback-faults.ts';
import { createChannelFaults } from './channel-faults.ts';
import type { Fault } from './fault.ts';
import { createFaults, type Faults } from './faults.ts';
import { createRequestFaults, type FaultyAnswering } from './request-faults.ts';
import { createWait } from './wait.ts';

/** All that goes wrong on purpose, and where the rest of the emulator lets it in. */
export interface FaultStore {
  faults: Faults;
  /** Around calls. */
  withFaults: FaultyAnswering;
  /** Between a message and its channel. */
  outage: ChannelOutage;
  /** Before callbacks are sent. */
  spoilCallbacks(parts: Pick<CallbackFaultsParts, 'send' | 'plan'>): CallbackFaultsParts['send'];
  /** Ends what is being held up. */
  stop(): void;
}

interface FaultSettings {
  faults: readonly Fault[];
  random: () => number;
  logLimit: number;
}

/** What {@link createFaultStore} works with. */
export interface FaultStoreParts {
  settings: FaultSettings;
  now: () => number;
  tokens: AccessTokens;
  routes: RouteTable;
  /** Hears that rules came, went or struck. */
  onChange: () => void;
}

export function createFaultStore(parts: FaultStoreParts): FaultStore {
  const { settings, now, tokens, routes, onChange } = parts;
  const { random, logLimit } = settings;
  const stopped = new AbortController();
  const faults = createFaults({ initial: settings.faults, now, random, logLimit, onChange });
  return {
    faults,
    withFaults: createRequestFaults({ faults, routes, tokens, random, wait: createWait(stopped.signal) }),
    outage: createChannelFaults(faults),
    spoilCallbacks: ({ send, plan }) => createCallbackFaults({ faults, random, send, plan }),
    stop: () => stopped.abort(),
  };
}
