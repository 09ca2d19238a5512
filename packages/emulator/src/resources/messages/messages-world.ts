import type { Plan } from '../../jobs/job.ts';
import type { ChannelAnswers } from '../channels/channel-answers.ts';
import type { ChannelMemory } from '../channels/channel-memory.ts';
import type { ChannelOutage } from '../channels/channel-outage.ts';
import type { HandsetStore } from '../channels/handset-store.ts';
import type { KnownConsents } from '../consents/consents.ts';
import type { ContactsWorld } from '../contacts/contacts-world.ts';
import type { ConversationsWorld } from '../conversations/conversations-world.ts';
import type { KnownTemplates } from '../templates/template-key.ts';
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
