import { type UnknownWebhookEvent, WEBHOOK_PAYLOAD_KEYS, type WebhookEvent, type WebhookEvents } from '@convapi/core';
import type { WebhookLease, WebhookVerifier } from './create-webhook-verifier.ts';
import { answer } from './internal/answer.ts';
import { checkNumber, optionError, refuseUnknown } from './internal/check-options.ts';
import { SIGNATURE } from './internal/headers.ts';
import { onlyWebRequests } from './internal/only-web-requests.ts';
import { quietly } from './internal/quietly.ts';
import { readInTime } from './internal/read-in-time.ts';
import type { RequestContext } from './internal/respond.ts';
import { isWebhookVerificationError, type WebhookRefusalReason, type WebhookVerificationError } from './webhook-verification-error.ts';

/** What a function gets beside the event. */
export interface WebhookDetails {
  /** The request that brought it; its body was read. */
  request: Request;
  /** Place of the secret that it was signed with in `secrets`, from 0, or in what the function for `secrets` found. */
  secretIndex: number;
  /** What was passed to the handler beside the request. The adapters pass `{ params }`, those of the route. */
  context: RequestContext;
}

/** What to do with each kind of callback. Kinds without a function go to `default`, and without that are answered and dropped. */
export type WebhookHandlers = {
  [Trigger in keyof WebhookEvents]?: (event: WebhookEvents[Trigger], details: WebhookDetails) => void | Promise<void>;
} & {
  /** Callbacks of a kind that this version does not know. */
  UNKNOWN?: (event: UnknownWebhookEvent, details: WebhookDetails) => void | Promise<void>;
  /** Every callback that has no function of its own. */
  default?: (event: WebhookEvent, details: WebhookDetails) => void | Promise<void>;
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
export type ExhaustiveWebhookHandlers = {
  [Trigger in keyof WebhookEvents]: (event: WebhookEvents[Trigger], details: WebhookDetails) => void | Promise<void>;
} & {
  /** Callbacks of a kind that this version does not know. */
  UNKNOWN: (event: UnknownWebhookEvent, details: WebhookDetails) => void | Promise<void>;
  default?: never;
};

/** Options of {@link createWebhookHandler}. What a hook throws is ignored: the answer is settled before it runs. */
export interface WebhookHandlerOptions {
  /**
   * A function of yours threw, or the replay guard did, or the body was read before; default `console.error(error)`. `event`
   * is absent when there was none yet.
   */
  onError?: ((error: unknown, event?: WebhookEvent) => void | Promise<void>) | undefined;
  /** A callback was refused, or was a repetition (`replayed`, `in_progress`); default nothing. */
  onRefused?: ((error: WebhookVerificationError) => void | Promise<void>) | undefined;
  /** How long the body may take to come, in milliseconds; default 30,000. */
  bodyTimeoutMs?: number | undefined;
}

/**
 * What {@link createWebhookHandler} returns: a fetch handler that answers every web request. It rejects, with what to do,
 * when a framework calls it with a request of its own.
 */
export type WebhookHandler = (request: Request, context?: RequestContext) => Promise<Response>;

const STATUS: Record<WebhookRefusalReason, number> = {
  // The service delivers at least once: a repetition of what was taken must end its retries.
  replayed: 200,
  // Not yet: the service has to try again, and with a 4xx it may not.
  in_progress: 503,
  body_incomplete: 503,
  malformed_body: 400,
  body_already_parsed: 400,
  missing_header: 401,
  signature_mismatch: 401,
  timestamp_out_of_tolerance: 401,
  unsupported_algorithm: 401,
  body_too_large: 413,
};

const RETRY_AFTER_SECONDS = 10;

/**
 * A fetch handler that verifies each callback and calls the function of its trigger before it answers: 200 when that
 * went well, or nothing was to be done, or the callback is a repetition; 401, 400 or 413 with `{"reason":…}` when it is
 * refused; 405 for other methods than POST; 500 when the function threw, and then the service's retry is processed; 503
 * while another process is at work on the same callback.
 *
 * @throws {@link ConvapiError} at once when `handlers` names an unknown trigger or holds something else than functions, or
 * an option is wrong.
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
  const { onError = (error: unknown) => console.error(error), onRefused, bodyTimeoutMs = 30_000, ...unknown } = options;
  if (typeof verifier?.lease !== 'function') throw optionError('verifier', 'what createWebhookVerifier returns');
  checkHandlers(handlers);
  refuseUnknown(unknown, 'onError, onRefused or bodyTimeoutMs');
  checkNumber(bodyTimeoutMs, 1, 'bodyTimeoutMs');
  // Outcome of each callback that is being handled, by signature.
  const running = new Map<string, Promise<boolean>>();

  return onlyWebRequests(async (request, context) => {
    if (request.method !== 'POST') return answer(405, 'method_not_allowed', { allow: 'POST' });
    const signature = request.headers.get(SIGNATURE) ?? '';
    let leased: WebhookLease;
    try {
      leased = await verifier.lease(readInTime(request, bodyTimeoutMs), context);
    } catch (error) {
      if (isWebhookVerificationError(error)) return refuse(error, signature);
      await quietly(() => onError(error));
      return answer(500, 'handler_failed');
    }
    const outcome = handle(leased, { request, context, secretIndex: leased.secretIndex });
    running.set(signature, outcome);
    const isHandled = await outcome;
    // Not what a newer attempt has begun since, when this one took longer than its lease.
    if (running.get(signature) === outcome) running.delete(signature);
    return isHandled ? new Response(null, { status: 200 }) : answer(500, 'handler_failed');
  }, onError);

  async function refuse(error: WebhookVerificationError, signature: string): Promise<Response> {
    const { reason } = error;
    // A repetition may come while the first is still at work. Answering 200 then would end the retries of a callback that
    // may yet fail, so it shares the outcome. Looked up before anything is awaited: the first may end any moment.
    const first = reason === 'in_progress' ? running.get(signature) : undefined;
    await quietly(() => onRefused?.(error));
    // A mistake on this side, which fails every callback.
    if (reason === 'body_already_parsed') await quietly(() => onError(error));
    if (first) return (await first) ? answer(STATUS.replayed, 'replayed') : answer(500, 'handler_failed');
    const status = STATUS[reason];
    return answer(status, reason, status === 503 ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : {});
  }

  async function handle({ event, lease }: WebhookLease, details: WebhookDetails): Promise<boolean> {
    const isHandled = await succeeds(event, () => callHandler(handlers, event, details));
    // When the guard does not take it, the callback was handled all the same: to ask for it again would do it twice.
    await succeeds(event, () => (isHandled ? lease.done() : lease.release()));
    return isHandled;
  }

  async function succeeds(event: WebhookEvent, work: () => void | Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      await quietly(() => onError(error, event));
      return false;
    }
  }
}

function checkHandlers(handlers: WebhookHandlers): void {
  if (!handlers || typeof handlers !== 'object') throw optionError('handlers', 'an object with a function for each trigger');
  const known = new Set<string>([...Object.values(WEBHOOK_PAYLOAD_KEYS), 'UNKNOWN', 'default']);
  for (const [name, handler] of Object.entries(handlers)) {
    if (!known.has(name)) throw optionError(`handlers.${name}`, 'named after a trigger, UNKNOWN or default');
    if (handler !== undefined && typeof handler !== 'function') throw optionError(`handlers.${name}`, 'a function');
  }
}

async function callHandler(handlers: WebhookHandlers, event: WebhookEvent, details: WebhookDetails): Promise<void> {
  // The compiler cannot see that the function found under a trigger takes the event of that trigger.
  const handler = (handlers[event.trigger] ?? handlers.default) as
    | ((event: WebhookEvent, details: WebhookDetails) => void | Promise<void>)
    | undefined;
  await handler?.(event, details);
}
