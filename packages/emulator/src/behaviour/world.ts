import type { Publish } from '../callbacks/publisher.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from '../time/clock.ts';
import type { ChannelAnswers } from './channel-answers.ts';
import type { OutboundQueue } from './sending/outbound-queue.ts';

/** What behaviour works with. */
export interface World {
  settings: Settings;
  clock: Clock;
  newId: () => string;
  store: Store;
  publish: Publish;
  answers: ChannelAnswers;
  outbound: OutboundQueue;
}
