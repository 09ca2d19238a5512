import { invalidField } from '../../operations/index.ts';

const MINUTE_MS = 60_000;
const MARK_MS = 5 * MINUTE_MS;
const MOST_AHEAD_MS = 7 * 24 * 60 * MINUTE_MS;

/**
 * When a batch is sent, in milliseconds: what is more than a minute ahead waits for the next mark of five minutes.
 *
 * @throws {@link Refusal} 400 when it is more than 7 days ahead
 */
export function toDueMs(sendAfter: string | undefined, nowMs: number): number {
  if (sendAfter === undefined || sendAfter === '') return nowMs;
  const wantedMs = Date.parse(sendAfter);
  if (wantedMs - nowMs > MOST_AHEAD_MS) throw invalidField('send_after', 'is more than 7 days ahead');
  if (wantedMs - nowMs <= MINUTE_MS) return Math.max(wantedMs, nowMs);
  return Math.ceil(wantedMs / MARK_MS) * MARK_MS;
}
