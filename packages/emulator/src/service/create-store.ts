import type { ContactSettings, Region } from '@convapi/core';
import type { AppRecord } from '../resources/apps/index.ts';
import type { BatchRecord } from '../resources/batch/index.ts';
import {
  type ChannelMemory,
  createChannelMemory,
  createHandsetStore,
  type HandsetStore,
  type HandsetStoreParts,
} from '../resources/channels/index.ts';
import { type ConsentStore, createConsentStore } from '../resources/consents/index.ts';
import { type ContactStore, createContactStore } from '../resources/contacts/index.ts';
import { type ConversationStore, createConversationStore } from '../resources/conversations/index.ts';
import type { EventRecord } from '../resources/events/index.ts';
import type { MessageRecord } from '../resources/messages/index.ts';
import type { TemplateRecord } from '../resources/templates/index.ts';
import { createWebhookStore, type WebhookStore } from '../resources/webhooks/index.ts';
import { createItemStore, createTable, type ItemStore, type NoteFor, type Part, toPart } from '../store/index.ts';

/** All that the emulator remembers of the project. Each resource writes its own part; nothing else holds state of the API. */
export interface Store {
  apps: Map<string, AppRecord>;
  webhooks: WebhookStore;
  contacts: ContactStore;
  conversations: ConversationStore;
  messages: ItemStore<MessageRecord>;
  events: ItemStore<EventRecord>;
  templates: Map<string, TemplateRecord>;
  consents: ConsentStore;
  batches: Map<string, BatchRecord>;
  /** The settings of the project in each region; empty as long as nobody made any. */
  projectSettings: Map<string, ContactSettings>;
  /** The region of apps, contacts and batches, by id; `us` where none is noted. */
  homes: Map<string, Region>;
  /** Names that contacts have on a channel, by the key of the address. */
  profiles: Map<string, string>;
  memory: ChannelMemory;
  handsets: HandsetStore;
  /** All of it, for whoever writes it down. */
  parts: readonly Part[];
  /** Deletes what is kept for long enough. */
  expire(nowMs: number): void;
  clear(): void;
}

/** What {@link createStore} works with. */
export interface StoreOptions extends Pick<HandsetStoreParts, 'now' | 'nextSeq' | 'onTyping'> {
  /** How many messages of all handsets together are remembered. */
  logLimit: number;
  /** Length of a day of retention, in milliseconds. */
  retentionDayMs: number;
  /** Hears of every change. */
  noteFor: NoteFor;
}

/** Addresses of which the channels remember something. */
const MEMORY_LIMIT = 100_000;

export function createStore({ logLimit, retentionDayMs, noteFor, ...handsets }: StoreOptions): Store {
  const maps = {
    apps: createTable<AppRecord>('apps', noteFor),
    templates: createTable<TemplateRecord>('templates', noteFor),
    batches: createTable<BatchRecord>('batches', noteFor),
    projectSettings: createTable<ContactSettings>('settings', noteFor),
    homes: createTable<Region>('homes', noteFor),
    profiles: createTable<string>('profiles', noteFor),
  };
  const stores = {
    webhooks: createWebhookStore(noteFor),
    contacts: createContactStore(noteFor),
    conversations: createConversationStore(noteFor),
    messages: createItemStore<MessageRecord>('messages', noteFor, retentionDayMs),
    events: createItemStore<EventRecord>('events', noteFor, retentionDayMs),
    handsets: createHandsetStore({ noteFor, limit: logLimit, ...handsets }),
  };
  const consents = createConsentStore(noteFor);
  const memory = createChannelMemory(noteFor, MEMORY_LIMIT);
  const parts = [
    toPart('apps', maps.apps),
    toPart('templates', maps.templates),
    toPart('batches', maps.batches),
    toPart('settings', maps.projectSettings),
    toPart('homes', maps.homes),
    toPart('profiles', maps.profiles),
    ...Object.values(stores).map((store) => store.part),
    ...consents.parts,
    ...memory.parts,
  ];
  return {
    ...maps,
    ...stores,
    consents,
    memory,
    parts,
    expire(nowMs) {
      stores.messages.expire(nowMs);
      stores.events.expire(nowMs);
    },
    clear() {
      for (const part of parts) part.clear();
    },
  };
}
