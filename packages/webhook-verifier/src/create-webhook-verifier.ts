import type { WebhookEvent } from '@convapi/core';
import type { SignatureVerifierOptions } from './create-signature-verifier.ts';
import { optionError } from './internal/check-options.ts';
import { checkSignature, toParts } from './internal/check-signature.ts';
import { isWebHeaders, SIGNATURE, toWebHeaders, type WebhookHeaders } from './internal/headers.ts';
import { checkSize, isFreeStream, type RawBody, readStream, toRawBody } from './internal/raw-body.ts';
import { refusal } from './internal/refusal.ts';
import { MAX_ENTRIES, rememberKeys } from './internal/remember-keys.ts';
import { toEvent } from './internal/to-event.ts';
import type { ReplayGuard } from './memory-replay-guard.ts';

/** Which secret a callback was signed with. */
export interface WebhookMatch {
  /** The callback. */
  event: WebhookEvent;
  /** Place of the secret in `secrets`, from 0. The secret itself is never given out. */
  secretIndex: number;
}

/** Options of {@link createWebhookVerifier}. */
export interface WebhookVerifierOptions extends SignatureVerifierOptions {
  /** What remembers the callbacks that were seen; default {@link memoryReplayGuard}, one per verifier. `false` lets replays pass. */
  replayGuard?: ReplayGuard | false | undefined;
  /**
   * Told about every callback that one of the secrets fits, repetitions included: count `secretIndex` to see when the
   * old secret of a rotation is no longer in use. Runs before the callback is claimed, and what it throws passes through.
   */
  onMatch?: ((match: WebhookMatch) => void) | undefined;
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
   * The typed event of a callback, from its body exactly as received and its headers in any casing. A stream is read no
   * further than the limit.
   *
   * @throws {@link WebhookVerificationError} when it is refused. What a replay guard of your own throws passes through.
   */
  verify(rawBody: RawBody | ReadableStream<Uint8Array>, headers: WebhookHeaders): Promise<WebhookEvent>;
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
  const parts = toParts(options);
  const { maxBodyBytes } = parts;
  const { onMatch } = options;
  const guard = options.replayGuard ?? rememberKeys(MAX_ENTRIES, parts.now);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  if (guard && !guard.claim) throw optionError('replayGuard', 'one with claim, or false');

  return {
    async verify(input: Request | RawBody | ReadableStream<Uint8Array>, plainHeaders: WebhookHeaders = {}) {
      const isWeb = isRequest(input);
      const headers = isWeb ? input.headers : toWebHeaders(plainHeaders);
      // A body that was used is no body: `true` is refused as such.
      const source = isWeb ? input.bodyUsed || (input.body ?? '') : input;
      const body = toRawBody(isFreeStream(source) ? await readStream(source, maxBodyBytes) : source);
      checkSize(body, maxBodyBytes);
      const { signature, secretIndex } = await checkSignature(body, headers, parts);
      // Before the claim, although that is cheaper: a body that cannot be read must leave nothing behind.
      const event = toEvent(body, decoder);
      onMatch?.({ event, secretIndex });
      // The signature as key covers body, nonce and timestamp. Kept as long as the timestamp can pass, from the earliest
      // to the latest moment; one second more because ages are counted in whole seconds.
      const free = !guard || guard.claim(signature, (2 * parts.toleranceSeconds + 1) * 1000);
      if (!(free === true || (await free))) throw refusal('replayed', 'Answer 200 and do not handle it again');
      return event;
    },
    async release(headers) {
      const signature = toWebHeaders(headers).get(SIGNATURE);
      if (guard && signature) await guard.release?.(signature);
    },
  };
}

function isRequest(value: unknown): value is Request {
  return isWebHeaders((value as Partial<Request> | null)?.headers);
}
