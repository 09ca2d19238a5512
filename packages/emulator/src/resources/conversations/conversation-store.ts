import type { Conversation } from '@convapi/core';
import type { WithId } from '../../operations/index.ts';
import { createMultiMap, createTable, type NoteFor, type Part } from '../../store/index.ts';

/** A conversation, as the API shows it. */
export type ConversationRecord = WithId<{ -readonly [Key in keyof Conversation]: Conversation[Key] }> & {
  app_id: string;
  contact_id: string;
};

/** The conversations of the project. */
export interface ConversationStore {
  get(id: string): ConversationRecord | undefined;
  /** Adds a conversation, or replaces the one of that id. */
  put(conversation: ConversationRecord): void;
  delete(id: string): void;
  /** The one active conversation of an app and a contact. */
  active(appId: string, contactId: string): ConversationRecord | undefined;
  ofContact(contactId: string): ConversationRecord[];
  ofApp(appId: string): ConversationRecord[];
  part: Part;
  clear(): void;
}

export function createConversationStore(noteFor: NoteFor): ConversationStore {
  const conversations = createTable<ConversationRecord>('conversations', noteFor);
  const activeIds = new Map<string, string>();
  const byContact = createMultiMap();
  const byApp = createMultiMap();

  function unlink(conversation: ConversationRecord): void {
    byContact.remove(conversation.contact_id, conversation.id);
    byApp.remove(conversation.app_id, conversation.id);
    const key = pair(conversation.app_id, conversation.contact_id);
    if (activeIds.get(key) === conversation.id) activeIds.delete(key);
  }

  const pick = (ids: Iterable<string>) => [...ids].flatMap((id) => conversations.get(id) ?? []);

  function put(conversation: ConversationRecord): void {
    const previous = conversations.get(conversation.id);
    if (previous) unlink(previous);
    conversations.set(conversation.id, conversation);
    byContact.add(conversation.contact_id, conversation.id);
    byApp.add(conversation.app_id, conversation.id);
    if (conversation.active) activeIds.set(pair(conversation.app_id, conversation.contact_id), conversation.id);
  }

  function clear(): void {
    conversations.clear();
    activeIds.clear();
    byContact.clear();
    byApp.clear();
  }

  return {
    get: (id) => conversations.get(id),
    put,
    delete(id) {
      const conversation = conversations.get(id);
      if (conversation) unlink(conversation);
      conversations.delete(id);
    },
    active(appId, contactId) {
      const id = activeIds.get(pair(appId, contactId));
      return id === undefined ? undefined : conversations.get(id);
    },
    ofContact: (contactId) => pick(byContact.get(contactId)),
    ofApp: (appId) => pick(byApp.get(appId)),
    part: { name: 'conversations', rows: () => conversations, restore: (_, row) => put(row as ConversationRecord), clear },
    clear,
  };
}

function pair(appId: string, contactId: string): string {
  return `${appId}|${contactId}`;
}
