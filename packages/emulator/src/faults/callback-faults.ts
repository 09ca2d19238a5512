import type { CallbackJob } from '../callbacks/index.ts';
import type { FaultSubject } from './fault.ts';
import type { Faults } from './faults.ts';
import { draw } from './wait.ts';

/** A callback that is sent later than it should be. */
export interface SendCallbackJob {
  kind: 'send-callback';
  callback: CallbackJob;
  event: CallbackEvent;
}

/** The body of a callback, parsed. */
type CallbackEvent = Record<string, unknown>;

/** Sends a callback. */
export type SendCallback = (job: CallbackJob, event: CallbackEvent) => void;

/** What {@link createCallbackFaults} works with. */
export interface CallbackFaultsParts {
  faults: Faults;
  random: () => number;
  send: SendCallback;
  plan: (job: SendCallbackJob, delayMs: number, options: { background: boolean }) => void;
}

/** How long a callback waits to be overtaken, in milliseconds. */
const OVERTAKEN_MS = 1000;

/** Sends callbacks, or does with them what the rules say. */
export function createCallbackFaults({ faults, random, send, plan }: CallbackFaultsParts): SendCallback {
  return (job, event) => {
    const effect = faults.watches('callback') ? faults.strike('callback', describeCallback(job, event)) : undefined;
    if (!effect) {
      send(job, event);
      return;
    }
    if (effect.lose) return;
    const secret = job.secret === undefined ? undefined : `not ${job.secret}`;
    const spoilt: SendCallbackJob = { kind: 'send-callback', callback: effect.wrongSignature ? { ...job, secret } : job, event };
    for (let copy = 0; copy <= (effect.duplicate ?? 0); copy += 1) {
      // Each copy is late on its own; nobody waits for those, as nobody waits for a retry.
      if (effect.lateMs !== undefined) plan(spoilt, draw(effect.lateMs, random), { background: true });
      else if (effect.reorder) plan(spoilt, OVERTAKEN_MS, { background: false });
      else send(spoilt.callback, event);
    }
  };
}

function describeCallback({ trigger, appId }: CallbackJob, event: CallbackEvent): FaultSubject {
  const payload = Object.values(event).find((value) => typeof value === 'object' && value !== null) as Payload | undefined;
  const address = payload?.channel_identity ?? payload;
  const messageId = payload?.message_id ?? payload?.id;
  return {
    trigger,
    app_ids: [appId],
    channels: [address?.channel].filter(isText),
    identities: [address?.identity].filter(isText),
    ...(isText(messageId) ? { message_id: messageId } : {}),
  };
}

interface Payload {
  id?: unknown;
  message_id?: unknown;
  channel?: unknown;
  identity?: unknown;
  channel_identity?: { channel?: unknown; identity?: unknown };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
