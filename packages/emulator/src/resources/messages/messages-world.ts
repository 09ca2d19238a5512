import type { Plan } from '../../jobs/index.ts';
import type { ChannelAnswers, ChannelMemory, ChannelOutage, HandsetStore } from '../channels/index.ts';
import type { KnownConsents } from '../consents/index.ts';
import type { ContactsWorld } from '../contacts/index.ts';
import type { ConversationsWorld } from '../conversations/index.ts';
import type { KnownTemplates } from '../templates/index.ts';
import type { MessageKeeper } from './kept-messages.ts';
import type { SendRules } from './sending/check-send.ts';
import type { DeliveryJob } from './sending/delivery-job.ts';
import type { OutboundQueue } from './sending/outbound-queue.ts';

/** What messages are sent with. */
export type MessagesWorld = ContactsWorld &
  ConversationsWorld &
  KnownConsents &
  KnownTemplates &
  MessageKeeper &
  SendRules & {
    plan: Plan<DeliveryJob>;
    answers: Pick<ChannelAnswers, 'get'>;
    /** What fault rules make of a channel; absent where there are none. */
    outage?: ChannelOutage;
    outbound: OutboundQueue;
    settings: {
      /** How long a channel takes for each step, in milliseconds. */
      channelDelayMs: number;
      random: () => number;
    };
    store: { memory: ChannelMemory; handsets: HandsetStore };
  };
