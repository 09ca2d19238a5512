import type { Step } from './step.ts';

/** What a request counts against. */
export interface RateLimitedCall {
  projectId: string;
  /** The app, for requests that name one in their body: sends. */
  appId: string | undefined;
}

/** Keeps calls below the limits of the service. `createRateLimiter` makes one in memory; one in Redis fits as well. */
export interface RateLimiter {
  /** Resolves when the request may go; rejects with the reason of the signal when that fires first. */
  acquire(call: RateLimitedCall, signal?: AbortSignal): Promise<void>;
  /** Told about each answer, so that it can learn from a 429. */
  answered?(call: RateLimitedCall, status: number): void;
}

/** Waits for its turn before each attempt. */
export function withRateLimit(next: Step, limiter: RateLimiter, projectId: string): Step {
  return async (request, call, signal) => {
    const appId = (call.body as { app_id?: unknown } | undefined)?.app_id;
    const limited = { projectId, appId: typeof appId === 'string' ? appId : undefined };
    call.waitsFor = 'the rate limiter';
    await limiter.acquire(limited, signal);
    call.waitsFor = undefined;
    const response = await next(request, call, signal);
    limiter.answered?.(limited, response.status);
    return response;
  };
}
