import type { ItemStore } from '../../store/index.ts';
import type { Clock } from '../../time/index.ts';
import { type AppRecord, expiryOf, retentionDays } from '../apps/index.ts';
import type { EventRecord } from './event-record.ts';

/** What events are kept with. */
export interface EventKeeper {
  clock: Pick<Clock, 'now'>;
  settings: { retentionDayMs: number };
  store: {
    events: ItemStore<EventRecord>;
    /** Deletes what is kept for long enough, of every kind. */
    expire(nowMs: number): void;
  };
}

/** Keeps an event of a conversation as long as a message; that events expire too is a guess. */
export function keepEvent(world: EventKeeper, app: AppRecord, { id, appId, acceptedMs, wire }: Omit<EventRecord, 'expiresMs'>): void {
  world.store.expire(world.clock.now());
  const expiresMs = expiryOf(world, retentionDays(app, 'CONVERSATION_SOURCE'), acceptedMs);
  world.store.events.put({ id, appId, acceptedMs, expiresMs, wire });
}
