import type { Region } from '@convapi/core';
import type { CallbackDispatcher, EventLog } from '../callbacks/index.ts';
import type { Faults } from '../faults/index.ts';
import type { Feed } from '../feed/index.ts';
import type { Scheduler } from '../jobs/index.ts';
import type { AccessKeys, RequestLog } from '../requests/index.ts';
import type { HandsetMessage } from '../resources/channels/index.ts';
import type { ServiceJob, Store } from '../service/index.ts';
import { type Clock, toTimestamp } from '../time/index.ts';
import type { Change } from './change.ts';
import type { ChannelAnswerEntry, FaultRule, PlannedThing } from './control-api.ts';
import { toPlannedThing } from './plan-view.ts';
import { toSnake } from './rename.ts';
import type { RequestViews } from './request-view.ts';

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

/** What {@link createViews} works with. */
export interface ViewParts extends Pick<Views, 'feed' | 'store' | 'events' | 'callbacks' | 'requests' | 'request' | 'keys'> {
  faults: Faults;
  answers: { all(): ChannelAnswerEntry[] };
  clock: Clock;
  scheduler: Scheduler<ServiceJob>;
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
      const later = [...scheduler.planned()].filter(({ dueMs }) => dueMs > nowMs).sort((a, b) => a.dueMs - b.dueMs);
      return { planned: later.slice(0, most).map((one) => toPlannedThing(one, nowMs)), total: later.length };
    },
    regionOf: (id) => (store.apps.has(id) || store.contacts.get(id) ? (store.homes.get(id) ?? 'us') : undefined),
  };
}
