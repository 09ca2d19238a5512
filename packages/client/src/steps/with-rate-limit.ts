import type { Transport } from '../transport/transport.ts';

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
export function withRateLimit(send: Transport, limiter: RateLimiter, projectId: string, body: object | undefined): Transport {
  const appId = (body as { app_id?: unknown } | undefined)?.app_id;
  const call = { projectId, appId: typeof appId === 'string' ? appId : undefined };
  return async (request, signal) => {
    await limiter.acquire(call, signal);
    const response = await send(request, signal);
    limiter.answered?.(call, response.status);
    return response;
  };
}
