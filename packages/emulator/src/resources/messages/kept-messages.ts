import type { ItemStore } from '../../store/index.ts';
import type { Clock } from '../../time/index.ts';
import { type AppRecord, expiryOf, type MessageSource, retentionDays } from '../apps/index.ts';
import type { RegionsWorld } from '../regions/index.ts';
import type { MessageRecord } from './message-record.ts';

/** What messages are read and changed with. */
export type KeptMessages = RegionsWorld & { clock: Pick<Clock, 'now'>; store: { messages: ItemStore<MessageRecord> } };

/** What messages are kept with. */
export interface MessageKeeper {
  clock: Pick<Clock, 'now'>;
  settings: { retentionDayMs: number };
  store: {
    messages: ItemStore<MessageRecord>;
    /** Deletes what is kept for long enough, of every kind. */
    expire(nowMs: number): void;
  };
}

/** Keeps a message as long as the policy of its app says; in DISPATCH mode that is by default not at all. */
export function keepMessage(
  world: MessageKeeper,
  app: AppRecord,
  source: MessageSource,
  acceptedMs: number,
  wire: MessageRecord['wire'],
): void {
  world.store.expire(world.clock.now());
  const days = retentionDays(app, source);
  if (days === 0) return;
  world.store.messages.put({ id: wire.id, appId: app.id, source, acceptedMs, expiresMs: expiryOf(world, days, acceptedMs), wire });
}

/** The newest message of a conversation. */
export function lastMessageOf({ store }: Pick<KeptMessages, 'store'>, conversationId: string): MessageRecord | undefined {
  return store.messages
    .ofConversation(conversationId)
    .reduce<MessageRecord | undefined>((last, message) => (last && last.acceptedMs > message.acceptedMs ? last : message), undefined);
}
