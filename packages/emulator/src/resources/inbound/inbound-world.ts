import type { Publish } from '../../news/index.ts';
import type { ChannelMemory, HandsetStore } from '../channels/index.ts';
import type { ConsentsWorld } from '../consents/index.ts';
import type { ContactsWorld } from '../contacts/index.ts';
import type { ConversationsWorld } from '../conversations/index.ts';
import type { EventKeeper } from '../events/index.ts';
import type { MessageKeeper } from '../messages/index.ts';

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
