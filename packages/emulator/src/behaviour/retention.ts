import type { AppRecord, MessageRecord, MessageSource } from '../store/records.ts';
import type { World } from './world.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Keeps a message as long as the policy of its app says; in DISPATCH mode that is by default not at all. */
export function keepMessage(world: World, app: AppRecord, source: MessageSource, acceptedMs: number, wire: MessageRecord['wire']): void {
  const days = retentionDays(app, source);
  if (days === 0) return;
  world.store.messages.put({ id: wire.id, appId: app.id, source, acceptedMs, expiresMs: acceptedMs + days * DAY_MS, wire });
}

function retentionDays(app: AppRecord, source: MessageSource): number {
  if (source === 'DISPATCH_SOURCE') return app.dispatch_retention_policy?.ttl_days ?? 0;
  const { retention_type: type, ttl_days: days = 180 } = app.retention_policy ?? {};
  return type === 'PERSIST_RETENTION_POLICY' ? Number.POSITIVE_INFINITY : days;
}
