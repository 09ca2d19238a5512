import type { WebhookEvents, WebhookTrigger } from '@convapi/core';
import type { EmulatedEvent, EventLog } from '../callbacks/index.ts';
import { EmulatorError } from '../emulator-error.ts';
import { onAbort } from '../on-abort.ts';
import { checkTimeout } from '../time/index.ts';

/** Which event is waited for: all that is given has to fit. */
export interface EventFilter {
  trigger?: WebhookTrigger;
  app_id?: string;
  /** Id of the message, of a report, of a submission or of an inbound message. */
  message_id?: string;
  /** Status of a delivery report, e.g. `DELIVERED`. */
  status?: string;
  channel?: string;
  identity?: string;
}

/** A filter, or a function that says whether it is the one. */
export type EventPredicate = EventFilter | ((event: EmulatedEvent) => boolean);

/** An event of one kind, whose body is that of its callback. */
export type EventOf<Trigger extends keyof WebhookEvents> = Omit<EmulatedEvent, 'trigger' | 'body'> & {
  trigger: Trigger;
  body: Omit<WebhookEvents[Trigger], 'trigger'>;
};

/** How long to wait, and for what else. */
export interface WaitOptions {
  /** In milliseconds of real time, from 0 to 2,147,483,647 (24 days, the longest that a timer holds). Default 5,000. */
  timeoutMs?: number;
  /** Leaves aside what has happened already. Default false. */
  fresh?: boolean;
  /**
   * Leaves aside what happened up to this moment: the `seq` of an event, or that of `control.seq()`. Give each wait the `seq` of what the one before
   * it found, and nothing falls between them.
   */
  after?: number;
  /** Ends the wait: it then rejects with the reason of the signal. */
  signal?: AbortSignal;
}

const DEFAULT_TIMEOUT_MS = 5000;

/** How many events the message of a time-out names. */
const SHOWN = 10;

/** The first event that fits, of the past or of the next `timeoutMs` of real time. */
export function waitForEvent(
  events: EventLog,
  predicate: EventPredicate,
  { timeoutMs = DEFAULT_TIMEOUT_MS, fresh = false, after, signal }: WaitOptions = {},
): Promise<EmulatedEvent> {
  checkTimeout('timeoutMs', timeoutMs);
  const fits = typeof predicate === 'function' ? predicate : toPredicate(predicate);
  const past = fresh ? undefined : findPast(events, after).find(fits);
  if (past) return Promise.resolve(past);
  return new Promise((resolve, reject) => {
    function stop(): void {
      unlisten();
      unhear();
      clearTimeout(timer);
    }
    const unlisten = events.listen((event) => {
      if (!fits(event)) return;
      stop();
      resolve(event);
    });
    const unhear = onAbort(signal, (reason) => {
      stop();
      reject(reason);
    });
    const timer = setTimeout(() => {
      stop();
      reject(tooLate(events, predicate, timeoutMs));
    }, timeoutMs);
  });
}

/** @throws {@link EmulatorError} when what came behind the cursor is forgotten: an event that is waited for may have been among it */
function findPast(events: EventLog, after: number | undefined): EmulatedEvent[] {
  if (after === undefined) return events.all();
  const past = events.since(after);
  if (past) return past;
  throw new EmulatorError(`Some of what happened after ${after} is forgotten. Wait sooner, or start the emulator with a higher logLimit.`);
}

function tooLate(events: EventLog, predicate: EventPredicate, timeoutMs: number): EmulatorError {
  const what = typeof predicate === 'function' ? 'that the function accepts' : JSON.stringify(predicate);
  const all = events.all();
  const seen = all.slice(-SHOWN).map(describe).join(', ');
  const before = all.length > SHOWN ? `${all.length - SHOWN} more, then ` : '';
  return new EmulatorError(`No event ${what} came within ${timeoutMs} ms. The last ones were: ${before}${seen || 'none'}.`);
}

function toPredicate(filter: EventFilter): (event: EmulatedEvent) => boolean {
  return (event) => {
    const payload = payloadOf(event);
    const address = payload.channel_identity ?? {};
    const is = (wanted: string | undefined, value: unknown) => wanted === undefined || wanted === value;
    return (
      is(filter.trigger, event.trigger) &&
      is(filter.app_id, event.app_id) &&
      is(filter.message_id, payload.message_id ?? payload.id) &&
      is(filter.status, payload.status) &&
      is(filter.channel, address.channel) &&
      is(filter.identity?.replace(/^\+/, ''), address.identity)
    );
  };
}

interface Payload {
  id?: unknown;
  message_id?: unknown;
  status?: unknown;
  channel_identity?: { channel?: unknown; identity?: unknown };
}

/** The one key of the body that is an object. */
function payloadOf({ body }: EmulatedEvent): Payload {
  return (Object.values(body).find((value) => typeof value === 'object' && value !== null) ?? {}) as Payload;
}

function describe(event: EmulatedEvent): string {
  const { status, channel_identity: address } = payloadOf(event);
  const parts = [event.trigger, status, address?.channel, address?.identity];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}
