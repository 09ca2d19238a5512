import type { Operation } from './operation.ts';
import { requestIdOf } from './to-api-error.ts';
import type { TransportRequest, TransportResponse } from './transport/transport.ts';

/** One attempt of one call. The same object comes to every hook of the attempt, so it can be the key of a WeakMap. */
export interface Attempt {
  /** The method that was called: `messages.send`. */
  readonly operation: string;
  /** HTTP method. */
  readonly method: string;
  /** Path with its placeholders: no ids in it. */
  readonly pathTemplate: string;
  /** Address without query. Ids stand in it. */
  readonly url: string;
  /** 0 for the first attempt of a call. */
  readonly number: number;
  /** Adds a header to the request, in `onRequest`. Credentials cannot be read. */
  setHeader(name: string, value: string): void;
}

/** What an answered attempt came to. */
export interface AttemptResponse {
  status: number;
  /** Milliseconds from the start of the attempt. */
  durationMs: number;
  requestId: string | undefined;
}

/** What an attempt without an answer came to. */
export interface AttemptFailure {
  error: unknown;
  /** Milliseconds from the start of the attempt. */
  durationMs: number;
}

/** What follows on an attempt that is tried again. */
export interface Retry {
  /** The wait, in milliseconds. */
  delayMs: number;
  /** Status of the answer, or what failed. */
  reason: number | unknown;
}

/** Functions that watch calls; message texts, tokens and secrets never come by. What one throws fails the call. */
export interface ClientHooks {
  /** An attempt is about to leave. */
  onRequest?(attempt: Attempt): void;
  /** An answer came, whatever its status. */
  onResponse?(attempt: Attempt, response: AttemptResponse): void;
  /** No answer came: the connection failed, the time was over, or the caller stopped the call. */
  onError?(attempt: Attempt, failure: AttemptFailure): void;
  /** Another attempt follows after a wait. */
  onRetry?(attempt: Attempt, retry: Retry): void;
}

/** How one attempt ended. */
export type Outcome = { response: TransportResponse } | { error: unknown };

/** The hooks of one call, bound to it. */
export interface CallHooks {
  /** An attempt begins; returns what to call when it ends. */
  begin(request: TransportRequest): (outcome: Outcome) => void;
  /** The last attempt is tried again. */
  retry(delayMs: number, outcome: Outcome): void;
}

/** Binds hooks to a call; nothing when there are none, which costs nothing. */
export function bindHooks(list: ClientHooks[], operation: Operation, now: () => number): CallHooks | undefined {
  if (list.length === 0) return undefined;
  let number = -1;
  let attempt: Attempt;
  return {
    begin(request) {
      const { url, method } = request;
      const startedAt = now();
      number += 1;
      attempt = {
        operation: operation.name,
        method,
        pathTemplate: operation.path,
        url: url.split('?', 1)[0] as string,
        number,
        setHeader: (name, value) => request.setHeaders({ [name]: value }),
      };
      for (const hooks of list) hooks.onRequest?.(attempt);
      return (outcome) => {
        const durationMs = now() - startedAt;
        for (const hooks of list) {
          if ('error' in outcome) hooks.onError?.(attempt, { error: outcome.error, durationMs });
          else
            hooks.onResponse?.(attempt, { status: outcome.response.status, durationMs, requestId: requestIdOf(outcome.response.headers) });
        }
      };
    },
    retry(delayMs, outcome) {
      const reason = 'error' in outcome ? outcome.error : outcome.response.status;
      for (const hooks of list) hooks.onRetry?.(attempt, { delayMs, reason });
    },
  };
}
