import type { Publish } from '../../news/news.ts';
import type { ChannelMemory } from '../channels/channel-memory.ts';
import type { HandsetStore } from '../channels/handset-store.ts';
import type { ConsentsWorld } from '../consents/consents.ts';
import type { ContactsWorld } from '../contacts/contacts-world.ts';
import type { ConversationsWorld } from '../conversations/conversations-world.ts';
import type { EventKeeper } from '../events/kept-events.ts';
import type { MessageKeeper } from '../messages/kept-messages.ts';

/** What is taken in from contacts, with what it takes. */
export type InboundWorld = ContactsWorld &
  ConversationsWorld &
  ConsentsWorld &
  MessageKeeper &
  EventKeeper & {
    publish: Publish;
    store: {
      memory: ChannelMemory;
      handsets: HandsetStore;
      /** Names that contacts have on a channel, by the key of the address. */
      profiles: Pick<ReadonlyMap<string, string>, 'get'>;
    };
  };
