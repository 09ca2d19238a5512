import { createExpiries } from './expiries.ts';
import { createMultiMap } from './multi-map.ts';
import type { NoteFor, Part } from './note.ts';
import { createTable } from './table.ts';

/** Messages or events: found by id, by conversation and by contact. */
export interface ItemStore<T extends Item> {
  get(id: string): T | undefined;
  put(item: T): void;
  delete(id: string): void;
  ofConversation(conversationId: string): T[];
  ofContact(contactId: string): T[];
  all(): Iterable<T>;
  /** Deletes those whose time is over; the last hour of them may stay a while, so readers look at `expiresMs`. */
  expire(nowMs: number): void;
  part: Part;
  clear(): void;
}

interface Item {
  id: string;
  /** `null` or absent for never. */
  expiresMs?: number | null;
  wire: { conversation_id?: string; contact_id?: string };
}

/** @param dayMs length of a day of retention */
export function createItemStore<T extends Item>(name: string, noteFor: NoteFor, dayMs: number): ItemStore<T> {
  const items = createTable<T>(name, noteFor);
  const byConversation = createMultiMap();
  const byContact = createMultiMap();
  const expiries = createExpiries(dayMs);

  function unlink({ id, wire, expiresMs = null }: T): void {
    byConversation.remove(wire.conversation_id ?? '', id);
    byContact.remove(wire.contact_id ?? '', id);
    expiries.remove(id, expiresMs);
  }

  const pick = (ids: Iterable<string>) => [...ids].flatMap((id) => items.get(id) ?? []);

  function put(item: T): void {
    const previous = items.get(item.id);
    if (previous) unlink(previous);
    items.set(item.id, item);
    // In DISPATCH mode both are empty.
    if (item.wire.conversation_id) byConversation.add(item.wire.conversation_id, item.id);
    if (item.wire.contact_id) byContact.add(item.wire.contact_id, item.id);
    expiries.add(item.id, item.expiresMs ?? null);
  }

  function remove(id: string): void {
    const item = items.get(id);
    if (item) unlink(item);
    items.delete(id);
  }

  function clear(): void {
    items.clear();
    byConversation.clear();
    byContact.clear();
    expiries.clear();
  }

  return {
    get: (id) => items.get(id),
    put,
    delete: remove,
    ofConversation: (conversationId) => pick(byConversation.get(conversationId)),
    ofContact: (contactId) => pick(byContact.get(contactId)),
    all: () => items.values(),
    expire(nowMs) {
      for (const id of expiries.take(nowMs)) remove(id);
    },
    part: { name, rows: () => items, restore: (_, row) => put(row as T), clear },
    clear,
  };
}
