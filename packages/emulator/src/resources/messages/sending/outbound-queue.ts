import type { Plan } from '../../../jobs/index.ts';
import { createTable, type NoteFor, type Part } from '../../../store/index.ts';
import type { Clock } from '../../../time/index.ts';
import type { Delivery } from './delivery.ts';

/** The messages of each app that wait to be sent. */
export interface OutboundQueue {
  /** Sends when it is the turn of the message; urgent ones go ahead of the others. */
  add(delivery: Delivery, isUrgent: boolean): void;
  /** Sends what comes next in the queue of an app. */
  sendNext(appId: string): void;
  size(appId: string): number;
  isFull(appId: string): boolean;
  /** What waits, for whoever writes it down. */
  part: Part;
  clear(): void;
}

/** The turn of an app has come. */
export interface DrainJob {
  kind: 'drain-outbound';
  appId: string;
}

interface QueueOptions {
  clock: Clock;
  plan: Plan<DrainJob>;
  /** 0 sends at once, so that nothing ever waits. */
  perSecond: number;
  capacity: number;
  noteFor: NoteFor;
}

interface Waiting {
  delivery: Delivery;
  isUrgent: boolean;
}

interface Line {
  /** Keys of what waits, in order. */
  urgent: Set<string>;
  normal: Set<string>;
  /** When the next one may leave, in milliseconds. */
  nextMs: number;
  isPlanned: boolean;
}

/** @param send starts the delivery of a message */
export function createOutboundQueue(options: QueueOptions, send: (delivery: Delivery) => void): OutboundQueue {
  const { clock, plan, perSecond, capacity } = options;
  const waiting = createTable<Waiting>('outbound', options.noteFor);
  const lines = new Map<string, Line>();

  function lineOf(appId: string): Line {
    const line = lines.get(appId) ?? { urgent: new Set(), normal: new Set(), nextMs: 0, isPlanned: false };
    lines.set(appId, line);
    return line;
  }

  function enqueue(entry: Waiting): Line {
    const line = lineOf(entry.delivery.app.id);
    const { messageId } = entry.delivery;
    waiting.set(messageId, entry);
    line[entry.isUrgent ? 'urgent' : 'normal'].add(messageId);
    return line;
  }

  function planNext(appId: string, line: Line): void {
    if (line.isPlanned || sizeOf(line) === 0) return;
    line.isPlanned = true;
    plan({ kind: 'drain-outbound', appId }, line.nextMs - clock.now());
  }

  function take({ urgent, normal }: Line): Delivery | undefined {
    const lane = urgent.size > 0 ? urgent : normal;
    const [key] = lane;
    if (key === undefined) return undefined;
    lane.delete(key);
    const entry = waiting.get(key);
    waiting.delete(key);
    return entry?.delivery;
  }

  const sizeAt = (appId: string) => sizeOf(lines.get(appId));

  return {
    add(delivery, isUrgent) {
      if (perSecond === 0) send(delivery);
      else planNext(delivery.app.id, enqueue({ delivery, isUrgent }));
    },
    sendNext(appId) {
      const line = lineOf(appId);
      line.isPlanned = false;
      // 0 when the emulator was started again without the limit: then all that waited may go.
      line.nextMs = clock.now() + (perSecond === 0 ? 0 : 1000 / perSecond);
      const delivery = take(line);
      if (delivery) send(delivery);
      planNext(appId, line);
    },
    size: sizeAt,
    isFull: (appId) => capacity > 0 && sizeAt(appId) >= capacity,
    part: {
      name: 'outbound',
      rows: () => waiting,
      restore(_, row) {
        // The job that sends the first of them is read back by itself.
        enqueue(row as Waiting).isPlanned = true;
      },
      clear,
    },
    clear,
  };

  function clear(): void {
    waiting.clear();
    lines.clear();
  }
}

function sizeOf(line: Line | undefined): number {
  return line ? line.urgent.size + line.normal.size : 0;
}
