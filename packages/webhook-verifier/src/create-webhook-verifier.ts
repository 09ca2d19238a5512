import type { WebhookEvent } from '@convapi/core';
import { createSigner, isEqual } from '#hmac';
import { checkNumber, optionError, toSecrets } from './internal/check-options.ts';
import { HMAC_SHA256, readHeader, requireHeader, SIGNATURE, type WebhookHeaders } from './internal/headers.ts';
import { checkSize, type RawBody, readRequestBody, toRawBody } from './internal/raw-body.ts';
import { toEvent } from './internal/to-event.ts';
import { memoryReplayGuard, type ReplayGuard } from './memory-replay-guard.ts';
import { type WebhookRefusalReason, WebhookVerificationError } from './webhook-verification-error.ts';

/** Options of {@link createWebhookVerifier}. */
export interface WebhookVerifierOptions {
  /** The webhook's secret as written in its settings, or several: during a rotation, or for `callback_url` of single messages. */
  secrets: string | readonly string[];
  /** How far the timestamp may be from now, either way, in seconds; default 300. */
  toleranceSeconds?: number | undefined;
  /** What remembers the callbacks that were seen; default {@link memoryReplayGuard}, one per verifier. `false` lets replays pass. */
  replayGuard?: ReplayGuard | false | undefined;
  /** Longest body that is read, in bytes; default 1,048,576. */
  maxBodyBytes?: number | undefined;
  /** The clock, in milliseconds since 1970. */
  now?: (() => number) | undefined;
}

/** Tells whether callbacks come from the Conversation API, and types them. Made by {@link createWebhookVerifier}. */
export interface WebhookVerifier {
  /**
   * The typed event of a callback; `trigger` tells which. The body of the request must not have been read.
   *
   * @throws {@link WebhookVerificationError} when it is refused. What a replay guard of your own throws passes through.
   */
  verify(request: Request): Promise<WebhookEvent>;
  /**
   * The typed event of a callback, from its body exactly as received and its headers in any casing.
   *
   * @throws {@link WebhookVerificationError} when it is refused. What a replay guard of your own throws passes through.
   */
  verify(rawBody: RawBody, headers: WebhookHeaders): Promise<WebhookEvent>;
  /**
   * Forgets a callback that was verified but could not be handled, so that the service's retry verifies again.
   * Needs a replay guard with `release`. `createWebhookHandler` does it by itself.
   */
  release(headers: WebhookHeaders): Promise<void>;
}

/**
 * A verifier of callbacks: checks size, headers, signature and age, that the callback was not seen before, and returns
 * the typed event. Comparison takes constant time over all secrets; the algorithm is fixed.
 *
 * @throws {@link ConvapiError} at once when an option is wrong.
 * @see https://developers.sinch.com/docs/conversation/callbacks
 * @example
 * ```ts
 * import { createWebhookVerifier } from '@convapi/webhook-verifier';
 *
 * const verifier = createWebhookVerifier({ secrets: ['current-secret', 'previous-secret'] });
 *
 * export async function onCallback(request: Request): Promise<void> {
 *   const event = await verifier.verify(request);
 *   if (event.trigger === 'MESSAGE_INBOUND') console.log(event.message.contact_message);
 * }
 * ```
 */
export function createWebhookVerifier(options: WebhookVerifierOptions): WebhookVerifier {
  const { toleranceSeconds = 300, maxBodyBytes = 1_048_576, now = Date.now } = options;
  const signers = toSecrets(options.secrets, 'secrets').map(createSigner);
  checkNumber(toleranceSeconds, 0, 'toleranceSeconds');
  checkNumber(maxBodyBytes, 0, 'maxBodyBytes');
  const guard = options.replayGuard ?? memoryReplayGuard({ now });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  if (guard && !guard.claim) throw optionError('replayGuard', 'an object with `claim`, or false');

  return {
    async verify(input: Request | RawBody, plainHeaders: WebhookHeaders = {}) {
      const isWeb = isRequest(input);
      const body = isWeb ? await readRequestBody(input, maxBodyBytes) : toRawBody(input);
      checkSize(body, maxBodyBytes);
      const { signature, nonce, timestamp } = readSignature(isWeb ? input.headers : plainHeaders);
      let matched = false;
      // Every secret is tried, so that the time taken does not tell which one matched.
      for (const sign of signers) {
        const expected = sign(body, `.${nonce}.${timestamp}`);
        // Node signs at once; waiting for what is there already would cost a tenth of the whole.
        matched = isEqual(typeof expected === 'string' ? expected : await expected, signature) || matched;
      }
      if (!matched) refuse('signature_mismatch', 'No secret fits the signature. Check the secret, and pass the body unparsed.');
      if (!isNear(timestamp)) refuse('timestamp_out_of_tolerance', `Not within ${toleranceSeconds} s of now. Check the clock.`);
      // Before the claim, although that is cheaper: a body that cannot be read must leave nothing behind.
      const event = toEvent(body, decoder);
      // The signature as key covers body, nonce and timestamp. Kept as long as the timestamp can pass, from the earliest
      // to the latest moment; one second more because ages are counted in whole seconds.
      if (guard && !(await guard.claim(signature, (2 * toleranceSeconds + 1) * 1000)))
        refuse('replayed', 'Verified before. Answer 200 and do not handle it again.');
      return event;
    },
    async release(headers) {
      const signature = readHeader(headers, SIGNATURE);
      if (guard && signature) await guard.release?.(signature);
    },
  };

  function isNear(timestamp: string): boolean {
    return /^\d+$/.test(timestamp) && Math.abs(Math.floor(now() / 1000) - +timestamp) <= toleranceSeconds;
  }
}

function readSignature(headers: WebhookHeaders): { signature: string; nonce: string; timestamp: string } {
  const signature = requireHeader(headers, SIGNATURE);
  const nonce = requireHeader(headers, `${SIGNATURE}-nonce`);
  const timestamp = requireHeader(headers, `${SIGNATURE}-timestamp`);
  if ((readHeader(headers, `${SIGNATURE}-algorithm`) ?? HMAC_SHA256) !== HMAC_SHA256)
    refuse('unsupported_algorithm', `The algorithm is not ${HMAC_SHA256}. Check who sent it.`);
  return { signature, nonce, timestamp };
}

function refuse(reason: WebhookRefusalReason, message: string): never {
  throw new WebhookVerificationError(reason, message);
}

/** By shape, not `instanceof`: frameworks bring a Request of their own. */
function isRequest(value: unknown): value is Request {
  return typeof (value as Partial<Request> | null)?.headers?.get === 'function';
}
