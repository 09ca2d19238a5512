import { conversationDays } from '../apps/index.ts';
import type { ConversationRecord } from './conversation-store.ts';
import type { ConversationsWorld, ExpireConversationJob } from './conversations-world.ts';

/** Where conversations expire as a whole, sees to it that this one does. */
export function watchConversation(world: ConversationsWorld, { id, app_id: appId }: ConversationRecord): void {
  const days = conversationDays(world.store.apps.get(appId));
  if (days === null) return;
  const job: ExpireConversationJob = { kind: 'expire-conversation', conversationId: id, sinceMs: world.clock.now() };
  world.plan(job, days * world.settings.retentionDayMs, { background: true });
}

/** Deletes a conversation whose last message is too old, with all in it. That nobody is told is a guess. */
export function expireConversation(world: ConversationsWorld, job: ExpireConversationJob): void {
  const { store, clock, settings } = world;
  const conversation = store.conversations.get(job.conversationId);
  const days = conversation ? conversationDays(store.apps.get(conversation.app_id)) : null;
  if (!conversation || days === null) return;
  const lastMs = world.lastMessageOf(conversation.id)?.acceptedMs ?? job.sinceMs;
  const leftMs = lastMs + days * settings.retentionDayMs - clock.now();
  if (leftMs > 0) {
    world.plan(job, leftMs, { background: true });
    return;
  }
  world.topics.conversationDeleted.publish(conversation);
  store.conversations.delete(conversation.id);
}
