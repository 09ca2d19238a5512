import type { ConvapiError } from '@convapi/core';
import { checkNames, wrongOption } from './check-options.ts';

/**
 * What becomes of a send whose outcome is unknown: the request left, and no answer, or a 500, came back.
 *
 * - `at-most-once`: it is not sent again; the call fails with a `DeliveryUnknownError`. The default: twice is worse than not.
 * - `at-least-once`: it is sent again, as the vendor advises for 500; the recipient may get it twice.
 * - `reconcile`: the message is looked up first, by its `message_metadata` or `correlation_id`, and sent again only if it
 *   is absent. Needs an app that stores messages; see `findSentMessage`.
 */
export type SendMode = 'at-most-once' | 'at-least-once' | 'reconcile';

/** When a call is tried again. */
export interface RetryOptions {
  /** Attempts after the first. Default 3; `0` means none. */
  maxRetries?: number | undefined;
  /** Longest wait before an attempt, in milliseconds; a service that asks for longer is not waited for. Default 30 000. */
  maxDelayMs?: number | undefined;
  /** What becomes of a send whose outcome is unknown. Default `at-most-once`. */
  sends?: SendMode | undefined;
}

/** {@link RetryOptions} with their defaults. */
export interface RetryPolicy {
  maxRetries: number;
  maxDelayMs: number;
  sends: SendMode;
}

const NAMES = ['maxRetries', 'maxDelayMs', 'sends'];
const DEFAULT_POLICY: RetryPolicy = { maxRetries: 3, maxDelayMs: 30_000, sends: 'at-most-once' };

/**
 * Fills in what was left out; `false` means no retries.
 *
 * @throws {@link ConvapiError} naming the option that is wrong.
 */
export function toRetryPolicy(options: RetryOptions | false = {}, defaults: RetryPolicy = DEFAULT_POLICY): RetryPolicy {
  if (options !== false && (typeof options !== 'object' || options === null)) {
    throw wrongOption(`retry is ${JSON.stringify(options)}`, 'Pass { maxRetries, maxDelayMs, sends }, or false');
  }
  if (options) checkNames(options, NAMES, 'retry');
  const { maxRetries = defaults.maxRetries, maxDelayMs = defaults.maxDelayMs, sends = defaults.sends } = options || { maxRetries: 0 };
  if (!(maxRetries >= 0)) throw wrong('maxRetries', maxRetries, 'a number from 0');
  if (!(maxDelayMs >= 0)) throw wrong('maxDelayMs', maxDelayMs, 'milliseconds');
  if (!['at-most-once', 'at-least-once', 'reconcile'].includes(sends))
    throw wrong('sends', sends, 'at-most-once, at-least-once or reconcile');
  return { maxRetries, maxDelayMs, sends };
}

function wrong(name: string, value: unknown, wanted: string): ConvapiError {
  return wrongOption(`retry.${name} is ${JSON.stringify(value)}`, `Pass ${wanted}`);
}
