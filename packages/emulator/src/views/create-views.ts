import type { Region } from '@convapi/core';
import type { CallbackDispatcher } from '../callbacks/dispatcher.ts';
import type { EventLog } from '../callbacks/event-log.ts';
import type { Faults } from '../faults/faults.ts';
import type { Feed } from '../feed/feed.ts';
import type { AccessKeys } from '../http/access-keys.ts';
import type { PlannedJob, Scheduler } from '../jobs/scheduler.ts';
import type { LoggedRequest, RequestLog } from '../requests/request-log.ts';
import type { HandsetMessage } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from '../time/clock.ts';
import { toTimestamp } from '../time/to-timestamp.ts';
import type { Change } from './change.ts';
import type { ChannelAnswerEntry, FaultRule, PlannedThing, RequestEntry, RequestSummary } from './control-api.ts';
import { toPlannedThing } from './plan-view.ts';
import { toSnake } from './rename.ts';

/** All that can be looked at, without changing anything. */
export interface Views {
  feed: Feed<Change>;
  store: Store;
  events: EventLog;
  callbacks: CallbackDispatcher;
  requests: RequestLog;
  request: RequestViews;
  keys: AccessKeys;
  /** What the handsets got and wrote; attempts that failed and went on elsewhere are left to the handset. */
  messages(): HandsetMessage[];
  faults(): FaultRule[];
  answers(): ChannelAnswerEntry[];
  clock(): { now: string; offset_ms: number };
  /** What falls due later, the first one first. */
  planned(most?: number): { planned: PlannedThing[]; total: number };
  regionOf(id: string): Region | undefined;
}

/** Puts logged calls into words. */
export interface RequestViews {
  summary(entry: LoggedRequest): RequestSummary;
  entry(entry: LoggedRequest): RequestEntry;
}

/** What {@link createViews} works with. */
export interface ViewParts extends Pick<Views, 'feed' | 'store' | 'events' | 'callbacks' | 'requests' | 'request' | 'keys'> {
  faults: Faults;
  answers: { all(): ChannelAnswerEntry[] };
  clock: Clock;
  scheduler: Scheduler;
}

/** The plan is a list to look at; a day with ten thousand retries has the rest of them. */
const MOST_PLANNED = 200;

export function createViews({ faults, answers, clock, scheduler, ...parts }: ViewParts): Views {
  const { store } = parts;
  return {
    ...parts,
    messages: () => store.handsets.all().filter(({ status, next_channel: next }) => status !== 'FAILED' || next === undefined),
    faults: () => faults.all().map((fault) => toSnake(fault) as FaultRule),
    answers: () => answers.all(),
    clock: () => ({ now: toTimestamp(clock.now()), offset_ms: clock.offsetMs() }),
    planned(most = MOST_PLANNED) {
      const nowMs = clock.now();
      const later: PlannedJob[] = [...scheduler.planned()].filter(({ dueMs }) => dueMs > nowMs).sort((a, b) => a.dueMs - b.dueMs);
      return { planned: later.slice(0, most).map((one) => toPlannedThing(one, nowMs)), total: later.length };
    },
    regionOf: (id) => (store.apps.has(id) || store.contacts.get(id) ? (store.homes.get(id) ?? 'us') : undefined),
  };
}
