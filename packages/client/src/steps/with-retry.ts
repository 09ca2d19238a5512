import { type ErrorBody, readErrorBody } from '../error-body.ts';
import type { Outcome } from '../hooks.ts';
import { retryAfterMs } from '../retry-after.ts';
import type { RetryPolicy } from '../retry-options.ts';
import type { TransportRequest } from '../transport/transport.ts';
import { judgeError, judgeResponse } from './judge.ts';
import type { Call, Step } from './step.ts';

/** What waiting needs from outside. */
export interface RetryTools {
  now(): number;
  random(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

const FIRST_CEILING_MS = 500;

/**
 * Tries again what may be tried again, with full jitter below a ceiling that doubles from half a second, or after the
 * time that the service asks for. What is given up comes out as the last answer or failure.
 */
export function withRetry(next: Step, tools: RetryTools): Step {
  return async (request, call, signal) => {
    const { policy, hooks } = call;
    for (let attempt = 0; ; attempt += 1) {
      call.waitsFor = undefined;
      let outcome: Outcome;
      try {
        const response = await next(request, call, signal);
        if (response.ok) return response;
        outcome = { response };
      } catch (error) {
        outcome = { error };
      }
      const said = 'response' in outcome ? readErrorBody(await outcome.response.text()) : undefined;
      const delayMs = shouldRepeat(outcome, said, request, call, attempt) ? delayBefore(outcome, said, attempt, policy, tools) : undefined;
      if (delayMs === undefined || signal?.aborted) {
        if ('error' in outcome) throw outcome.error;
        return outcome.response;
      }
      hooks?.retry(delayMs, outcome);
      request.reset();
      call.waitsFor = 'the next attempt';
      await tools.sleep(delayMs, signal);
    }
  };
}

/** Notes on the way that an attempt may have been taken. */
function shouldRepeat(outcome: Outcome, said: ErrorBody | undefined, request: TransportRequest, call: Call, attempt: number): boolean {
  const { read } = call.operation;
  const verdict = 'error' in outcome ? judgeError(outcome.error, request, read) : judgeResponse(outcome.response.status, said, read);
  if (verdict === 'unknown') call.maybeTaken = true;
  const again = verdict === 'retry' || (verdict === 'unknown' && call.policy.sends === 'at-least-once');
  return again && attempt < call.policy.maxRetries;
}

/** How long to wait before trying again; nothing when the service asks for more than the policy allows. */
function delayBefore(
  outcome: Outcome,
  said: ErrorBody | undefined,
  attempt: number,
  { maxDelayMs }: RetryPolicy,
  { now, random }: RetryTools,
): number | undefined {
  const asked = 'response' in outcome ? retryAfterMs(outcome.response.headers, said?.details ?? [], now()) : undefined;
  if (asked !== undefined && asked > maxDelayMs) return undefined;
  // "at once" from everybody would be a storm
  return asked || random() * Math.min(maxDelayMs, FIRST_CEILING_MS * 2 ** attempt);
}
