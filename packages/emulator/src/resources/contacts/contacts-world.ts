import type { ContactSettings } from '@convapi/core';
import type { Publish } from '../../news/index.ts';
import type { Topic } from '../../topics/index.ts';
import type { KnownApps } from '../apps/index.ts';
import type { ContactRecord, ContactStore } from './contact-store.ts';

/** What happens to contacts, for those who keep what belongs to them. */
export interface ContactTopics {
  /** It goes at once, and is still there while this is told. */
  contactDeleted: Topic<ContactRecord>;
  /** What belongs to one contact belongs to another from now on. */
  contactMerged: Topic<{ sourceId: string; destinationId: string }>;
}

/** What contacts are made and changed with. */
export type ContactsWorld = KnownApps & {
  newId: () => string;
  publish: Publish;
  topics: ContactTopics;
  store: {
    contacts: ContactStore;
    /** The settings of the project in each region; empty as long as nobody made any. */
    projectSettings: Pick<ReadonlyMap<string, ContactSettings>, 'get'>;
  };
};
