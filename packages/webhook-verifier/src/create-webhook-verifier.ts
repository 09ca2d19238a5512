import type { WebhookEvent } from '@convapi/core';
import { createSigner } from '#hmac';
import { checkNumber, optionError, refuseUnknown, toSecrets } from './internal/check-options.ts';
import { checkAge, findSecret } from './internal/check-signature.ts';
import { isWebRequest, readSignature, toWebHeaders, type WebHeaders, type WebhookHeaders } from './internal/headers.ts';
import { type RawBody, readBody, toReadable } from './internal/raw-body.ts';
import { refusal } from './internal/refusal.ts';
import { rememberKeys } from './internal/remember-keys.ts';
import { toEvent } from './internal/to-event.ts';
import type { ReplayGuard, ReplayLease } from './replay-guard.ts';

/** What of a web request a verifier reads. */
export type WebhookRequest = Pick<Request, 'headers' | 'body' | 'bodyUsed' | 'url'>;

/** Where a callback came from. */
export interface WebhookOrigin {
  /** Address of the request; `undefined` when a body and headers were given. */
  url: string | undefined;
  /** The headers, by name in lower case. */
  headers: WebHeaders;
  /** What was passed as context beside the request, as it came. */
  context: unknown;
}

/** What a function for `secrets` gets. Nothing of it is verified yet: use it to find secrets, and for nothing else. */
export interface SecretsRequest extends WebhookOrigin {
  /** The `app_id` that the body claims, of 1 to 64 letters, digits, `_` and `-`; `undefined` when it claims none. */
  appId: string | undefined;
}

/** Finds the secrets of whoever a callback claims to be from. Nothing, or an empty list, stands for a stranger. */
export type FindSecrets = (
  request: SecretsRequest,
) => string | readonly string[] | null | undefined | Promise<string | readonly string[] | null | undefined>;

/** Which secret a callback was signed with. */
export interface WebhookMatch extends WebhookOrigin {
  /** The callback. */
  event: WebhookEvent;
  /** Place of the secret in `secrets`, from 0, or in what the function found. The secret itself is never given out. */
  secretIndex: number;
}

/** A callback that was verified and is yours to handle for a while. */
export interface WebhookLease extends WebhookMatch {
  /** What to tell when it was handled, or could not be. */
  lease: ReplayLease;
}

/** Options of {@link createWebhookVerifier}. */
export interface WebhookVerifierOptions {
  /**
   * The webhook's secret as written in its settings, or several: during a rotation, or for `callback_url` of single
   * messages. Each of several is good for every event. For several customers give a function, which is asked for each callback.
   */
  secrets: string | readonly string[] | FindSecrets;
  /** How far the timestamp may be from now, either way, in seconds; default 300. */
  toleranceSeconds?: number | undefined;
  /** Longest body that is read, in bytes; default 1,048,576. */
  maxBodyBytes?: number | undefined;
  /** What remembers the callbacks that were seen; default {@link memoryReplayGuard}, one per verifier. `false` lets replays pass. */
  replayGuard?: ReplayGuard | false | undefined;
  /**
   * Told about every callback that one of the secrets fits, repetitions included: count `secretIndex` to see when the
   * old secret of a rotation is no longer in use. Runs before the callback is claimed, and what it throws passes through.
   */
  onMatch?: ((match: WebhookMatch) => void) | undefined;
  /** The clock, in milliseconds since 1970. */
  now?: (() => number) | undefined;
}

/** Tells whether callbacks come from the Conversation API, and types them. Made by {@link createWebhookVerifier}. */
export interface WebhookVerifier {
  /**
   * The typed event of a callback; `trigger` tells which. The body of the request must not have been read. The callback
   * counts as handled at once: use `lease` where handling it may fail. `context` is passed on to the functions of the options.
   *
   * @throws {@link WebhookVerificationError} when it is refused, {@link ConvapiError} when it is no web request. What a
   * replay guard of your own throws passes through.
   */
  verify(request: WebhookRequest, context?: unknown): Promise<WebhookEvent>;
  /**
   * The typed event of a callback, from its body exactly as received and its headers in any casing. A stream is read no
   * further than the limit.
   *
   * @throws {@link WebhookVerificationError} when it is refused. What a replay guard of your own throws passes through.
   */
  verify(rawBody: RawBody | ReadableStream<Uint8Array>, headers: WebhookHeaders, context?: unknown): Promise<WebhookEvent>;
  /**
   * The same, and the callback is yours for a while, by default a minute: call `lease.done()` when it was handled, `lease.release()` when
   * that failed. When you do neither, as after a crash, a retry verifies again after that. `createWebhookHandler` does all this by itself.
   *
   * @throws {@link WebhookVerificationError} when it is refused, with `in_progress` while someone else has the lease.
   */
  lease(request: WebhookRequest, context?: unknown): Promise<WebhookLease>;
  /**
   * The same of a raw body and its headers.
   *
   * @throws {@link WebhookVerificationError} when it is refused, with `in_progress` while someone else has the lease.
   */
  lease(rawBody: RawBody | ReadableStream<Uint8Array>, headers: WebhookHeaders, context?: unknown): Promise<WebhookLease>;
}

/**
 * A verifier of callbacks: checks size, headers, signature and age, that the callback was not seen before, and returns
 * the typed event. Comparison takes constant time over all secrets; the algorithm is fixed.
 *
 * @throws {@link ConvapiError} at once when an option is wrong, missing or unknown.
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
  const {
    secrets,
    toleranceSeconds = 300,
    maxBodyBytes = 1_048_576,
    replayGuard = rememberKeys(),
    onMatch,
    now = Date.now,
    ...unknown
  } = options ?? {};
  refuseUnknown(unknown, 'secrets, toleranceSeconds, maxBodyBytes, replayGuard, onMatch or now');
  const fixed = typeof secrets === 'function' ? undefined : toSigners(secrets);
  checkNumber(toleranceSeconds, 0, 'toleranceSeconds');
  checkNumber(maxBodyBytes, 0, 'maxBodyBytes');
  const guard = replayGuard || FORGETFUL;
  if (!guard.claim) throw optionError('replayGuard', 'a guard or false');
  const decoder = new TextDecoder('utf-8', { fatal: true });

  return {
    lease,
    async verify(input: Input, second?: unknown, third?: unknown) {
      const { event, lease: mine } = await lease(input, second, third);
      await mine.done();
      return event;
    },
  };

  async function lease(input: Input, second?: unknown, third?: unknown): Promise<WebhookLease> {
    const isWeb = isWebRequest(input);
    const plainHeaders = isWeb ? input.headers : second;
    const context = isWeb ? second : third;
    // A body that was used is no body, and without headers none is of use: `true` and `undefined` are refused as such.
    const unread = toReadable(plainHeaders && (isWeb ? input.bodyUsed || (input.body ?? '') : input));
    const headers = toWebHeaders(plainHeaders as WebhookHeaders);
    // What the headers alone tell is told before a long body is read.
    const signed = readSignature(headers);
    const body = await readBody(unread, maxBodyBytes);
    const { url } = input as Partial<Request>;
    let signers = fixed;
    let event: WebhookEvent | undefined;
    if (!signers) {
      // Read before it is verified, but only to find secrets, and in a shape that is harmless in a look-up.
      event = toEvent(body, decoder);
      const { app_id: id } = event;
      const appId = typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : undefined;
      const found = await (secrets as FindSecrets)({ appId, url, headers, context });
      if (found?.length) signers = toSigners(found);
    }
    const secretIndex = await findSecret(body, signed, signers);
    checkAge(signed[2], toleranceSeconds, now);
    // Before the claim, although that is cheaper: a body that cannot be read must leave nothing behind.
    event ??= toEvent(body, decoder);
    onMatch?.({ event, secretIndex, url, headers, context });
    // The signature as key covers body, nonce and timestamp. Kept as long as the timestamp can pass, from the earliest to
    // the latest moment; one second more because ages are counted in whole seconds.
    const claim = await guard.claim(signed[0], toleranceSeconds * 2000 + 1000);
    if (typeof claim === 'string') throw refusal(claim, 'Drop it');
    return { event, secretIndex, url, headers, context, lease: claim };
  }
}

function toSigners(secrets: unknown) {
  return toSecrets(secrets, 'secrets').map(createSigner);
}

/** Where nothing is remembered. */
const FORGETFUL: ReplayGuard = { claim: () => ({ done() {}, release() {} }) };

type Input = WebhookRequest | RawBody | ReadableStream<Uint8Array>;
