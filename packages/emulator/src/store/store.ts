import type { ContactSettings } from '@convapi/core';
import { type ChannelMemory, createChannelMemory } from './channel-memory.ts';
import { type ConsentStore, createConsentStore } from './consent-store.ts';
import { type ContactStore, createContactStore } from './contact-store.ts';
import { type ConversationStore, createConversationStore } from './conversation-store.ts';
import { createHandsetStore, type HandsetStore } from './handset-store.ts';
import { createItemStore, type ItemStore } from './item-store.ts';
import type { AppRecord, BatchRecord, EventRecord, MessageRecord, TemplateRecord } from './records.ts';
import { createWebhookStore, type WebhookStore } from './webhook-store.ts';

/** All that the emulator remembers of the project. Behaviour reads and writes it; nothing else holds state of the API. */
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
  /** The settings of the project, under their names; empty as long as nobody made any. */
  projectSettings: Map<'contact_settings', ContactSettings>;
  /** Names that contacts have on a channel, by the key of the address. */
  profiles: Map<string, string>;
  memory: ChannelMemory;
  handsets: HandsetStore;
  clear(): void;
}

/** @param logLimit how many messages of all handsets together are remembered */
export function createStore(logLimit: number): Store {
  const parts = {
    apps: new Map<string, AppRecord>(),
    webhooks: createWebhookStore(),
    contacts: createContactStore(),
    conversations: createConversationStore(),
    messages: createItemStore<MessageRecord>(),
    events: createItemStore<EventRecord>(),
    templates: new Map<string, TemplateRecord>(),
    consents: createConsentStore(),
    batches: new Map<string, BatchRecord>(),
    projectSettings: new Map<'contact_settings', ContactSettings>(),
    profiles: new Map<string, string>(),
    memory: createChannelMemory(),
    handsets: createHandsetStore(logLimit),
  };
  return {
    ...parts,
    clear() {
      for (const part of Object.values(parts)) part.clear();
    },
  };
}
