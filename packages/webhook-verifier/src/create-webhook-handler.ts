import { type UnknownWebhookEvent, WEBHOOK_PAYLOAD_KEYS, type WebhookEvent, type WebhookEvents } from '@convapi/core';
import type { WebhookVerifier } from './create-webhook-verifier.ts';
import { answer } from './internal/answer.ts';
import { optionError } from './internal/check-options.ts';
import { SIGNATURE } from './internal/headers.ts';
import { quietly } from './internal/quietly.ts';
import { isWebhookVerificationError, type WebhookRefusalReason, type WebhookVerificationError } from './webhook-verification-error.ts';

/** What to do with each kind of callback. Kinds without a function go to `default`, and without that are answered and dropped. */
export type WebhookHandlers = { [Trigger in keyof WebhookEvents]?: (event: WebhookEvents[Trigger]) => void | Promise<void> } & {
  /** Callbacks of a kind that this version does not know. */
  UNKNOWN?: (event: UnknownWebhookEvent) => void | Promise<void>;
  /** Every callback that has no function of its own. */
  default?: (event: WebhookEvent) => void | Promise<void>;
};

/**
 * A function for every kind of callback that this version knows, and for those it does not: when an upgrade brings a new
 * kind, the program does not compile until it says what to do with it. There is no `default` for it to slip into.
 *
 * @example
 * ```ts
 * import type { ExhaustiveWebhookHandlers } from '@convapi/webhook-verifier';
 *
 * // The triggers that a program leaves out on purpose stand together, and are seen.
 * export const optOuts: Pick<ExhaustiveWebhookHandlers, 'OPT_IN' | 'OPT_OUT'> = {
 *   OPT_IN: (event) => console.log(event.opt_in_notification.status),
 *   OPT_OUT: (event) => console.log(event.opt_out_notification.status),
 * };
 * ```
 */
export type ExhaustiveWebhookHandlers = { [Trigger in keyof WebhookEvents]: (event: WebhookEvents[Trigger]) => void | Promise<void> } & {
  /** Callbacks of a kind that this version does not know. */
  UNKNOWN: (event: UnknownWebhookEvent) => void | Promise<void>;
  default?: never;
};

/** Options of {@link createWebhookHandler}. What a hook throws is ignored: the answer is settled before it runs. */
export interface WebhookHandlerOptions {
  /**
   * A function threw, or the replay guard did; default `console.error(error)`. `event` is absent when it was the guard
   * before there was an event.
   */
  onError?: ((error: unknown, event?: WebhookEvent) => void | Promise<void>) | undefined;
  /** A callback was refused, or was a repetition (`replayed`); default nothing. */
  onRefused?: ((error: WebhookVerificationError) => void | Promise<void>) | undefined;
}

/** What {@link createWebhookHandler} returns: a fetch handler that answers every request and never rejects. */
export type WebhookHandler = (request: Request) => Promise<Response>;

const STATUS: Record<WebhookRefusalReason, number> = {
  // The service delivers at least once: a repetition of what was taken must end its retries.
  replayed: 200,
  malformed_body: 400,
  body_already_parsed: 400,
  missing_header: 401,
  signature_mismatch: 401,
  timestamp_out_of_tolerance: 401,
  unsupported_algorithm: 401,
  body_too_large: 413,
};

/**
 * A fetch handler that verifies each callback and calls the function of its trigger before it answers: 200 when that
 * went well, or nothing was to be done, or the callback is a repetition; 401, 400 or 413 with `{"reason":…}` when it is
 * refused; 405 for other methods than POST; 500 when the function threw, and then the service's retry is processed.
 *
 * @throws {@link ConvapiError} at once when `handlers` names an unknown trigger or holds something else than functions.
 * @example
 * ```ts
 * import { createWebhookHandler, createWebhookVerifier } from '@convapi/webhook-verifier';
 *
 * const verifier = createWebhookVerifier({ secrets: 'my-secret' });
 * export const POST = createWebhookHandler(verifier, {
 *   MESSAGE_INBOUND: (event) => console.log(event.message.contact_message),
 *   MESSAGE_DELIVERY: (event) => console.log(event.message_delivery_report.status),
 * });
 * ```
 */
export function createWebhookHandler(
  verifier: WebhookVerifier,
  handlers: WebhookHandlers,
  options: WebhookHandlerOptions = {},
): WebhookHandler {
  checkHandlers(handlers);
  const { onError = (error: unknown) => console.error(error), onRefused } = options;
  // Outcome of each callback that is being handled, by signature.
  const running = new Map<string, Promise<boolean>>();

  return async (request) => {
    if (request.method !== 'POST') return answer(405, 'method_not_allowed', { allow: 'POST' });
    const signature = request.headers.get(SIGNATURE) ?? '';
    let event: WebhookEvent;
    try {
      event = await verifier.verify(request);
    } catch (error) {
      if (!isWebhookVerificationError(error)) return fail(error);
      await quietly(() => onRefused?.(error));
      return (await succeeds(error, signature)) ? answer(STATUS[error.reason], error.reason) : answer(500, 'handler_failed');
    }
    const outcome = handle(event, request);
    running.set(signature, outcome);
    const handled = await outcome;
    running.delete(signature);
    return handled ? new Response(null, { status: 200 }) : answer(500, 'handler_failed');
  };

  // A repetition may come while the first is still at work. Answering 200 then would end the retries of a callback that
  // may yet fail, so it shares the outcome.
  async function succeeds(error: WebhookVerificationError, signature: string): Promise<boolean> {
    return error.reason !== 'replayed' || ((await running.get(signature)) ?? true);
  }

  async function handle(event: WebhookEvent, request: Request): Promise<boolean> {
    try {
      await callHandler(handlers, event);
      return true;
    } catch (error) {
      await quietly(() => onError(error, event));
    }
    try {
      await verifier.release(request.headers);
    } catch (error) {
      await quietly(() => onError(error, event));
    }
    return false;
  }

  async function fail(error: unknown): Promise<Response> {
    await quietly(() => onError(error));
    return answer(500, 'handler_failed');
  }
}

function checkHandlers(handlers: WebhookHandlers): void {
  const known = new Set<string>([...Object.values(WEBHOOK_PAYLOAD_KEYS), 'UNKNOWN', 'default']);
  for (const [name, handler] of Object.entries(handlers)) {
    if (!known.has(name)) throw optionError(`handlers.${name}`, 'only names of triggers, UNKNOWN and default');
    if (handler !== undefined && typeof handler !== 'function') throw optionError(`handlers.${name}`, 'a function');
  }
}

async function callHandler(handlers: WebhookHandlers, event: WebhookEvent): Promise<void> {
  // The compiler cannot see that the function found under a trigger takes the event of that trigger.
  const handler = (handlers[event.trigger] ?? handlers.default) as ((event: WebhookEvent) => void | Promise<void>) | undefined;
  await handler?.(event);
}
