import type { Clock } from '../../../time/index.ts';
import type { AppRecord } from '../../apps/index.ts';
import { type ChannelAnswer, toReason } from '../../channels/index.ts';
import type { Retry } from './delivery-job.ts';

/** Reasons that pass by themselves unless the answer says otherwise. No list is published: this one is a guess. */
const TEMPORARY: ReadonlySet<string> = new Set(['RATE_LIMITED', 'INTERNAL_ERROR']);

/** What an app has that did not say for how long, in seconds. */
const DEFAULT_DURATION = 3600;

/** Ceiling of the first wait; it doubles from one retry to the next. A guess: only the manner is published. */
const FIRST_WAIT_MS = 2000;

export function isTemporary(answer: ChannelAnswer): boolean {
  return answer.temporary ?? TEMPORARY.has(toReason(answer).code ?? '');
}

/**
 * When to try an address again after a temporary failure, or nothing when the time of `message_retry_settings` is over.
 *
 * Random exponential back-off, and a last try at the very end.
 *
 * @param expiresMs end of the time to live of the message, or `null`
 */
export function nextRetry(
  world: { clock: Pick<Clock, 'now'>; settings: { random: () => number } },
  app: AppRecord,
  expiresMs: number | null,
  last?: Retry,
): { retry: Retry; delayMs: number } | undefined {
  const nowMs = world.clock.now();
  const { count, firstMs } = last ?? { count: 0, firstMs: nowMs };
  const endMs = firstMs + (app.message_retry_settings?.retry_duration ?? DEFAULT_DURATION) * 1000;
  if (nowMs >= endMs) return undefined;
  const waitMs = Math.ceil(FIRST_WAIT_MS * 2 ** count * (0.5 + world.settings.random() / 2));
  const mostMs = Math.min(endMs, (expiresMs ?? endMs) + 1) - nowMs;
  return { retry: { count: count + 1, firstMs }, delayMs: Math.max(Math.min(waitMs, mostMs), 1) };
}
