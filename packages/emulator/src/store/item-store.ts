import { createMultiMap } from './multi-map.ts';

/** Messages or events: found by id, by conversation and by contact. */
export interface ItemStore<T extends Item> {
  get(id: string): T | undefined;
  put(item: T): void;
  delete(id: string): void;
  ofConversation(conversationId: string): T[];
  ofContact(contactId: string): T[];
  all(): Iterable<T>;
  clear(): void;
}

interface Item {
  id: string;
  wire: { conversation_id?: string; contact_id?: string };
}

export function createItemStore<T extends Item>(): ItemStore<T> {
  const items = new Map<string, T>();
  const byConversation = createMultiMap();
  const byContact = createMultiMap();

  function unlink({ id, wire }: T): void {
    byConversation.remove(wire.conversation_id ?? '', id);
    byContact.remove(wire.contact_id ?? '', id);
  }

  const pick = (ids: Iterable<string>) => [...ids].flatMap((id) => items.get(id) ?? []);

  return {
    get: (id) => items.get(id),
    put(item) {
      const previous = items.get(item.id);
      if (previous) unlink(previous);
      items.set(item.id, item);
      // In DISPATCH mode both are empty.
      if (item.wire.conversation_id) byConversation.add(item.wire.conversation_id, item.id);
      if (item.wire.contact_id) byContact.add(item.wire.contact_id, item.id);
    },
    delete(id) {
      const item = items.get(id);
      if (item) unlink(item);
      items.delete(id);
    },
    ofConversation: (conversationId) => pick(byConversation.get(conversationId)),
    ofContact: (contactId) => pick(byContact.get(contactId)),
    all: () => items.values(),
    clear() {
      items.clear();
      byConversation.clear();
      byContact.clear();
    },
  };
}
