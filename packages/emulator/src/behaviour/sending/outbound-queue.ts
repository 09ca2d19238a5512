import type { Clock } from '../../time/clock.ts';

/** The messages of each app that wait to be sent. */
export interface OutboundQueue {
  /** Runs `send` when it is its turn; urgent ones go ahead of the others. */
  add(appId: string, isUrgent: boolean, send: () => void): void;
  size(appId: string): number;
  isFull(appId: string): boolean;
  clear(): void;
}

interface Waiting {
  urgent: (() => void)[];
  normal: (() => void)[];
  /** When the next one may leave, in milliseconds. */
  nextMs: number;
  isPlanned: boolean;
}

/** @param options `perSecond` 0 sends at once, so that nothing ever waits */
export function createOutboundQueue(clock: Clock, options: { perSecond: number; capacity: number }): OutboundQueue {
  const { perSecond, capacity } = options;
  const apps = new Map<string, Waiting>();

  function plan(waiting: Waiting): void {
    if (waiting.isPlanned || sizeOf(waiting) === 0) return;
    waiting.isPlanned = true;
    clock.after(waiting.nextMs - clock.now(), () => {
      waiting.isPlanned = false;
      waiting.nextMs = clock.now() + 1000 / perSecond;
      (waiting.urgent.shift() ?? waiting.normal.shift())?.();
      plan(waiting);
    });
  }

  const sizeAt = (appId: string) => sizeOf(apps.get(appId));

  return {
    add(appId, isUrgent, send) {
      if (perSecond === 0) {
        send();
        return;
      }
      const waiting = apps.get(appId) ?? { urgent: [], normal: [], nextMs: 0, isPlanned: false };
      apps.set(appId, waiting);
      waiting[isUrgent ? 'urgent' : 'normal'].push(send);
      plan(waiting);
    },
    size: sizeAt,
    isFull: (appId) => capacity > 0 && sizeAt(appId) >= capacity,
    clear: () => apps.clear(),
  };
}

function sizeOf(waiting: Waiting | undefined): number {
  return waiting ? waiting.urgent.length + waiting.normal.length : 0;
}
