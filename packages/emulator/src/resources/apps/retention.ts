import type { AppRecord } from './app-record.ts';

/** Which of the two stores of the service a message lies in. */
export type MessageSource = 'CONVERSATION_SOURCE' | 'DISPATCH_SOURCE';

/** Days that an app keeps what it exchanged unless it says otherwise. */
const DEFAULT_DAYS = 180;

/** For how many days a message counts by itself; `null` when it does not expire alone. */
export function retentionDays(app: AppRecord, source: MessageSource): number | null {
  if (source === 'DISPATCH_SOURCE') return app.dispatch_retention_policy?.ttl_days ?? 0;
  const { retention_type: type = 'MESSAGE_EXPIRE_POLICY', ttl_days: days = DEFAULT_DAYS } = app.retention_policy ?? {};
  return type === 'MESSAGE_EXPIRE_POLICY' ? days : null;
}

/** For how many days a conversation lives after its last message; `null` when messages count by themselves, or for ever. */
export function conversationDays(app: AppRecord | undefined): number | null {
  const { retention_type: type, ttl_days: days = DEFAULT_DAYS } = app?.retention_policy ?? {};
  return type === 'CONVERSATION_EXPIRE_POLICY' ? days : null;
}

/** When something is over, in milliseconds since 1970; `null` for never. @param days as {@link retentionDays} gives them */
export function expiryOf({ settings }: { settings: { retentionDayMs: number } }, days: number | null, acceptedMs: number): number | null {
  return days === null ? null : acceptedMs + days * settings.retentionDayMs;
}

/** The service cleans up once a day; here a message or an event is gone when its time is. */
export function isKept({ clock }: { clock: { now(): number } }, { expiresMs }: { expiresMs: number | null }): boolean {
  return expiresMs === null || expiresMs > clock.now();
}
