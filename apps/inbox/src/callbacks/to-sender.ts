import { toText, toWire, type Wire } from '../content/wire.ts';
import type { Sender } from '../store/to-identity-key.ts';

/** Who a callback is about. */
export function toSender(payload: Wire): Sender {
  const identity = toWire(payload.channel_identity);
  return {
    contactId: toText(payload.contact_id),
    channel: toText(identity.channel) || toText(payload.channel),
    identity: toText(identity.identity),
    appScope: toText(identity.app_id),
  };
}

/** The first of the times that is one; now when none is. */
export function toDate(now: number, ...times: unknown[]): Date {
  for (const time of times) {
    const ms = typeof time === 'string' ? Date.parse(time) : Number.NaN;
    if (Number.isFinite(ms)) return new Date(ms);
  }
  return new Date(now);
}
