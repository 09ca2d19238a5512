import type { World } from '../../service/world.ts';
import type { AppRecord, ConversationRecord, EventRecord, MessageRecord, MessageSource } from '../../store/records.ts';

/** Days that an app keeps what it exchanged unless it says otherwise. */
const DEFAULT_DAYS = 180;

/** The time of a conversation may be over. */
export interface ExpireConversationJob {
  kind: 'expire-conversation';
  conversationId: string;
  /** Counts for a conversation without messages, in milliseconds since 1970. */
  sinceMs: number;
}

/** Keeps a message as long as the policy of its app says; in DISPATCH mode that is by default not at all. */
export function keepMessage(world: World, app: AppRecord, source: MessageSource, acceptedMs: number, wire: MessageRecord['wire']): void {
  world.store.expire(world.clock.now());
  const days = retentionDays(app, source);
  if (days === 0) return;
  world.store.messages.put({ id: wire.id, appId: app.id, source, acceptedMs, expiresMs: expiryOf(world, days, acceptedMs), wire });
}

/** The service cleans up once a day; here a message or an event is gone when its time is. */
export function isKept({ clock }: World, { expiresMs }: { expiresMs: number | null }): boolean {
  return expiresMs === null || expiresMs > clock.now();
}

/** Keeps an event of a conversation as long as a message; that events expire too is a guess. */
export function keepEvent(world: World, app: AppRecord, { id, appId, acceptedMs, wire }: Omit<EventRecord, 'expiresMs'>): void {
  world.store.expire(world.clock.now());
  const expiresMs = expiryOf(world, retentionDays(app, 'CONVERSATION_SOURCE'), acceptedMs);
  world.store.events.put({ id, appId, acceptedMs, expiresMs, wire });
}

/** Where conversations expire as a whole, sees to it that this one does. */
export function watchConversation(world: World, { id, app_id: appId }: ConversationRecord): void {
  const days = conversationDays(world.store.apps.get(appId));
  if (days === null) return;
  const job: ExpireConversationJob = { kind: 'expire-conversation', conversationId: id, sinceMs: world.clock.now() };
  world.plan(job, days * world.settings.retentionDayMs, { background: true });
}

/** Deletes a conversation whose last message is too old, with all in it. That nobody is told is a guess. */
export function expireConversation(world: World, job: ExpireConversationJob): void {
  const { store, clock, settings } = world;
  const conversation = store.conversations.get(job.conversationId);
  const days = conversation ? conversationDays(store.apps.get(conversation.app_id)) : null;
  if (!conversation || days === null) return;
  const messages = store.messages.ofConversation(conversation.id);
  const lastMs = messages.reduce((latest, { acceptedMs }) => Math.max(latest, acceptedMs), messages.length === 0 ? job.sinceMs : 0);
  const leftMs = lastMs + days * settings.retentionDayMs - clock.now();
  if (leftMs > 0) {
    world.plan(job, leftMs, { background: true });
    return;
  }
  for (const message of messages) store.messages.delete(message.id);
  for (const event of store.events.ofConversation(conversation.id)) store.events.delete(event.id);
  store.conversations.delete(conversation.id);
}

/** What is kept already follows a policy that was changed. */
export function reapplyRetention(world: World, app: AppRecord): void {
  for (const message of [...world.store.messages.all()]) {
    if (message.appId !== app.id) continue;
    const days = retentionDays(app, message.source);
    if (days === 0) world.store.messages.delete(message.id);
    else world.store.messages.put({ ...message, expiresMs: expiryOf(world, days, message.acceptedMs) });
  }
  for (const event of [...world.store.events.all()]) if (event.appId === app.id) keepEvent(world, app, event);
  for (const conversation of world.store.conversations.ofApp(app.id)) watchConversation(world, conversation);
}

function expiryOf({ settings }: World, days: number | null, acceptedMs: number): number | null {
  return days === null ? null : acceptedMs + days * settings.retentionDayMs;
}

/** For how many days a message counts by itself; `null` when it does not expire alone. */
function retentionDays(app: AppRecord, source: MessageSource): number | null {
  if (source === 'DISPATCH_SOURCE') return app.dispatch_retention_policy?.ttl_days ?? 0;
  const { retention_type: type = 'MESSAGE_EXPIRE_POLICY', ttl_days: days = DEFAULT_DAYS } = app.retention_policy ?? {};
  return type === 'MESSAGE_EXPIRE_POLICY' ? days : null;
}

/** For how many days a conversation lives after its last message; `null` when messages count by themselves, or for ever. */
function conversationDays(app: AppRecord | undefined): number | null {
  const { retention_type: type, ttl_days: days = DEFAULT_DAYS } = app?.retention_policy ?? {};
  return type === 'CONVERSATION_EXPIRE_POLICY' ? days : null;
}
