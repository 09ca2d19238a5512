import { readErrorBody } from '../error-body.ts';
import type { Outcome } from '../hooks.ts';
import { retryAfterMs } from '../retry-after.ts';
import type { RetryPolicy } from '../retry-options.ts';
import type { TransportRequest, TransportResponse } from '../transport/transport.ts';
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
      request.left = false;
      request.status = undefined;
      let outcome: Outcome;
      try {
        const response = await next(request, call, signal);
        if (response.ok) return response;
        outcome = { response };
      } catch (error) {
        outcome = { error };
      }
      const delayMs = shouldRepeat(outcome, request, call, attempt) ? await delayBefore(outcome, attempt, policy, tools) : undefined;
      if (delayMs === undefined || signal?.aborted) {
        if ('error' in outcome) throw outcome.error;
        return outcome.response;
      }
      hooks?.retry(delayMs, outcome);
      await tools.sleep(delayMs, signal);
    }
  };
}

/** Notes on the way that an attempt may have been taken. */
function shouldRepeat(outcome: Outcome, request: TransportRequest, call: Call, attempt: number): boolean {
  const { read } = call.operation;
  const verdict = 'error' in outcome ? judgeError(outcome.error, request, read) : judgeResponse(outcome.response, read);
  if (verdict === 'unknown') call.maybeTaken = true;
  const again = verdict === 'retry' || (verdict === 'unknown' && call.policy.sends === 'at-least-once');
  return again && attempt < call.policy.maxRetries;
}

/** How long to wait before trying again; nothing when the service asks for more than the policy allows. */
async function delayBefore(outcome: Outcome, attempt: number, policy: RetryPolicy, tools: RetryTools): Promise<number | undefined> {
  const asked = 'response' in outcome ? await askedDelayMs(outcome.response, tools.now()) : undefined;
  if (asked !== undefined) return asked <= policy.maxDelayMs ? asked : undefined;
  return tools.random() * Math.min(policy.maxDelayMs, FIRST_CEILING_MS * 2 ** attempt);
}

async function askedDelayMs(response: TransportResponse, nowMs: number): Promise<number | undefined> {
  return retryAfterMs(response.headers, readErrorBody(await response.text()).details, nowMs);
}
