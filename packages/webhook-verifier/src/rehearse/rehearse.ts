import { checkNumber, toSecrets } from '../internal/check-options.ts';
import { checkTarget, describeTarget } from './check-target.ts';
import { allChecks } from './checks/all-checks.ts';
import type { Check } from './checks/check.ts';
import { firstShot } from './checks/genuine-checks.ts';
import { diagnose } from './diagnose.ts';
import { createRange, type Range } from './range.ts';
import { RehearsalError } from './rehearsal-error.ts';
import { type RehearsalCheck, type RehearsalReport, toReport } from './report.ts';
import { sendOverHttp } from './sending/send-over-http-node.ts';
import { sendWithFetch } from './sending/send-with-fetch.ts';
import { isAccepted, isAnswered } from './sending/shot.ts';

/** Options of {@link rehearse}. */
export interface RehearseOptions {
  /** Address of the webhook to try, http or https. */
  url: string;
  /** The secret it verifies with. */
  secret: string;
  /**
   * Sends the callbacks, in place of node:http: to rehearse a handler without a network. It joins doubled headers into
   * one and writes header names in lower case, so two checks are milder.
   */
  fetch?: typeof globalThis.fetch | undefined;
  /** The clock, in milliseconds since 1970. */
  now?: (() => number) | undefined;
  /** Source of ids and nonces: numbers from 0 up to 1, default `Math.random`. */
  random?: (() => number) | undefined;
  /** How long to wait for each answer, in milliseconds; default 10,000. */
  timeoutMs?: number | undefined;
  /** How far the receiver lets a timestamp be from its clock, in seconds; default 300. */
  toleranceSeconds?: number | undefined;
  /** Longest body that the receiver takes, in bytes; default 1,048,576. */
  maxBodyBytes?: number | undefined;
  /** `app_id` of the callbacks, for receivers that look at it; default an invented one. */
  appId?: string | undefined;
  /**
   * How many callbacks the receiver has handled by now. Proves that repetitions are dropped where answers do not show
   * it. Absent: the answer to a repetition must differ from that to the first.
   */
  handled?: (() => number | Promise<number>) | undefined;
  /** Send to other machines than this one; default `false`. */
  allowRemote?: boolean | undefined;
}

/**
 * What a webhook receiver, in any language, does with genuine, forged, stale, repeated, re-encoded, oversized and
 * broken callbacks: a report with what to change for each miss. It sends some 80 requests, one after the other, and
 * the receiver handles the genuine ones: rehearse a test instance.
 *
 * @throws {@link RehearsalError} when an option is wrong, or nothing answers at the address.
 * @example
 * ```ts
 * import { rehearse } from '@convapi/webhook-verifier/rehearse';
 *
 * const report = await rehearse({ url: 'http://localhost:3000/webhook', secret: 'my-secret' });
 * for (const { fix, checks } of report.advice) console.log(fix, checks);
 * ```
 */
export async function rehearse(options: RehearseOptions): Promise<RehearsalReport> {
  const { url, now, range } = prepare(options);
  const startedAt = now();
  const takesGenuine = await sendFirst(range, describeTarget(url));
  const checks: RehearsalCheck[] = [];
  for (const check of allChecks()) checks.push(await runCheck(check, range));
  return toReport(describeTarget(url), startedAt, takesGenuine, checks);
}

function prepare(options: RehearseOptions): { url: URL; now: () => number; range: Range } {
  const { timeoutMs = 10_000, toleranceSeconds = 300, maxBodyBytes = 1_048_576, now = Date.now, random = Math.random, handled } = options;
  const url = checkTarget(options.url, 'url', options.allowRemote ?? false);
  const [secret = ''] = toSecrets([options.secret], 'secret');
  checkNumber(timeoutMs, 1, 'timeoutMs');
  checkNumber(toleranceSeconds, 1, 'toleranceSeconds');
  checkNumber(maxBodyBytes, 1024, 'maxBodyBytes');
  const send = options.fetch ? sendWithFetch(options.fetch, url.href, timeoutMs) : sendOverHttp(url.href, timeoutMs);
  const { appId = '01EB37HMH1M6SV18ABNS3G135H' } = options;
  return { url, now, range: createRange({ secret, appId, send, now, random, toleranceSeconds, maxBodyBytes, timeoutMs, handled }) };
}

/** The plainest callback tells whether anyone is there, and whether the rest of the answers can be taken at their word. */
async function sendFirst(range: Range, target: string): Promise<boolean> {
  const shot = await firstShot(range);
  const answer = await range.send(shot);
  if (!isAnswered(answer))
    throw new RehearsalError(
      'unreachable',
      `No answer from ${target}: ${answer.failure} (${answer.detail}). Start your server, and check address and port.`,
    );
  range.first = { shot, answer };
  range.diagnosis = await diagnose(range, answer);
  return isAccepted(answer);
}

async function runCheck(check: Check, range: Range): Promise<RehearsalCheck> {
  const { id, group, title, sent, expected } = check;
  const { passed, received, fix } = await check.run(range);
  return { id, group, title, passed, sent, expected, received, ...(fix === undefined ? {} : { fix }) };
}
