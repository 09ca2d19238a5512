import { messageOf, nameOf } from './error-shape.ts';
import type { Attempt, ClientHooks } from './hooks.ts';

/** Where the client says what it does; `console` fits. Fields never hold message texts, tokens or secrets. */
export interface ClientLogger {
  /** Each attempt and its answer. */
  debug(message: string, fields: Record<string, unknown>): void;
  /** What is tried again. */
  warn(message: string, fields: Record<string, unknown>): void;
}

/** Hooks that write to a logger: answers at debug, retries and failures at warn. */
export function loggingHooks(logger: ClientLogger): ClientHooks {
  return {
    onResponse(attempt, { status, durationMs, requestId }) {
      logger.debug(`[@convapi/client] ${attempt.operation} answered ${status}`, { ...fieldsOf(attempt), status, durationMs, requestId });
    },
    onError(attempt, { error, durationMs }) {
      logger.warn(`[@convapi/client] ${attempt.operation} got no answer`, { ...fieldsOf(attempt), error: describe(error), durationMs });
    },
    onRetry(attempt, { delayMs, reason }) {
      const why = typeof reason === 'number' ? reason : describe(reason);
      logger.warn(`[@convapi/client] ${attempt.operation} is tried again`, {
        ...fieldsOf(attempt),
        delayMs: Math.round(delayMs),
        reason: why,
      });
    },
  };
}

/** The template, not the address: identities and ids of people can stand in that. */
function fieldsOf({ operation, method, pathTemplate, number }: Attempt): Record<string, unknown> {
  return { operation, method, path: pathTemplate, attempt: number };
}

function describe(error: unknown): string {
  return `${nameOf(error)}: ${messageOf(error)}`;
}
