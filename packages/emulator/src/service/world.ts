import type { Region } from '@convapi/core';
import type { Publish } from '../callbacks/publisher.ts';
import type { ChannelOutage } from '../faults/channel-faults.ts';
import type { Plan } from '../jobs/job.ts';
import type { ChannelAnswers } from '../resources/channels/channel-answers.ts';
import type { OutboundQueue } from '../resources/messages/sending/outbound-queue.ts';
import type { Settings } from '../settings.ts';
import type { Clock } from '../time/clock.ts';
import type { Store } from './create-store.ts';

/** What behaviour works with. */
export interface World {
  settings: Settings;
  /** The region that was called; absent for what the emulator does of itself. */
  region?: Region;
  clock: Clock;
  /** Plans what has to survive a restart. */
  plan: Plan;
  newId: () => string;
  store: Store;
  publish: Publish;
  answers: ChannelAnswers;
  /** What fault rules make of a channel; absent where there are none. */
  outage?: ChannelOutage;
  outbound: OutboundQueue;
}
