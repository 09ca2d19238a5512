import type { WebhookEvent } from '@convapi/core';
import { type RawBody, toRawBody } from './internal/raw-body.ts';
import { toEvent } from './internal/to-event.ts';

/**
 * The typed event of a body that was verified before, as by a gateway in front of a queue; `trigger` tells which. A kind
 * that this version does not know is `UNKNOWN`. Verifies nothing.
 *
 * @throws {@link WebhookVerificationError} with `malformed_body` when it is not a JSON object in UTF-8, and with
 * `body_already_parsed` when a parser had it before.
 * @example
 * ```ts
 * import { parseWebhookEvent } from '@convapi/webhook-verifier';
 *
 * const event = parseWebhookEvent('{"app_id":"01EB37HMH1M6SV18ABNS3G135H","message":{"id":"01E9DQJFPWGZ2T05XTVZAD0BYB"}}');
 * console.log(event.trigger); // MESSAGE_INBOUND
 * ```
 */
export function parseWebhookEvent(body: RawBody): WebhookEvent {
  return toEvent(toRawBody(body), new TextDecoder('utf-8', { fatal: true }));
}
