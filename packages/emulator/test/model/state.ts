import { expect } from 'vitest';

/** What the model believes of an app. */
export interface ModelApp {
  id: string;
  mode: 'CONVERSATION' | 'DISPATCH';
  channels: string[];
  /** Days that messages stay in CONVERSATION mode; `Infinity` for ever. */
  days: number;
  /** Do conversations expire as a whole, by their last message? */
  byConversation: boolean;
  /** Days that messages stay in DISPATCH mode; 0 for not at all. */
  dispatchDays: number;
  webhooks: ModelWebhook[];
}

export interface ModelWebhook {
  id: string;
  target: string;
  triggers: string[];
}

/** An address; `appId` is empty on channels where it means the same to every app. */
export interface Address {
  channel: string;
  identity: string;
  appId: string;
}

export interface ModelContact {
  id: string;
  addresses: Address[];
  priority: string[];
  name: string;
  email: string;
  externalId: string;
  metadata: string;
}

export interface ModelConversation {
  id: string;
  appId: string;
  contactId: string;
  active: boolean;
  channel: string;
  lastReceivedMs: number;
  correlationId: string;
  /** When it is looked at whether its time is over, where conversations expire as a whole; and what counts without messages. */
  lookMs: number;
  sinceMs: number;
}

export interface ModelMessage {
  id: string;
  appId: string;
  source: 'CONVERSATION_SOURCE' | 'DISPATCH_SOURCE';
  direction: 'TO_APP' | 'TO_CONTACT';
  contactId: string;
  conversationId: string;
  address: Address;
  metadata: string;
  acceptedMs: number;
  expiresMs: number;
}

/** A message on a handset that nobody has read. */
export interface ModelUnread {
  messageId: string;
  appId: string;
  address: Address;
  correlationId: string;
  contactId: string;
  conversationId: string;
  mode: ModelApp['mode'];
  metadata: string;
}

export interface ModelBatch {
  id: string;
  status: 'READY' | 'SCHEDULED' | 'PROCESSED' | 'CANCELLED';
  appId: string;
  identities: string[];
  dueMs: number;
}

/** All that the model believes: plain lists, looked through from the start each time. */
export interface Model {
  nowMs: number;
  apps: ModelApp[];
  contacts: ModelContact[];
  conversations: ModelConversation[];
  messages: ModelMessage[];
  unread: ModelUnread[];
  batches: ModelBatch[];
  optOuts: { appId: string; list: string; identity: string }[];
  /** When a contact last wrote, by app and address. */
  inboundMs: Map<string, number>;
  /** Correlation ids that DISPATCH mode keeps for replies, by app and address. */
  carried: Map<string, string>;
  /** Why a channel fails, by address. */
  failing: Map<string, string>;
  /** Ids that were given out, and those of them whose owner is gone. */
  ids: Set<string>;
  gone: { contacts: string[]; conversations: string[]; messages: string[]; apps: string[] };
  /** What apps should have been told, as text, and which webhooks should have heard it. */
  events: string[];
  callbacks: string[];
}

export function createModel(nowMs: number): Model {
  return {
    nowMs,
    apps: [],
    contacts: [],
    conversations: [],
    messages: [],
    unread: [],
    batches: [],
    optOuts: [],
    inboundMs: new Map(),
    carried: new Map(),
    failing: new Map(),
    ids: new Set(),
    gone: { contacts: [], conversations: [], messages: [], apps: [] },
    events: [],
    callbacks: [],
  };
}

/** An id that the emulator has just made: in the form of the API, and never seen before. */
export function fresh(model: Model, id: unknown): string {
  expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(model.ids.has(String(id)), `id ${id} was given out before`).toBe(false);
  model.ids.add(String(id));
  return String(id);
}

/** Any number chooses one of a list. */
export function pick<T>(list: readonly T[], number: number): T {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('Nothing to choose from: the command should not have been ready.');
  return found;
}

export function keyOf(appId: string, { channel, identity }: Pick<Address, 'channel' | 'identity'>): string {
  return `${appId}|${channel}|${identity}`;
}

/** Messages that have not outlived their retention, newest first. */
export function keptMessages(model: Model): ModelMessage[] {
  return model.messages
    .filter((message) => message.expiresMs > model.nowMs)
    .sort((a, b) => b.acceptedMs - a.acceptedMs || (a.id < b.id ? 1 : -1));
}

export function activeConversation(model: Model, appId: string, contactId: string): ModelConversation | undefined {
  return model.conversations.find((one) => one.active && one.appId === appId && one.contactId === contactId);
}
