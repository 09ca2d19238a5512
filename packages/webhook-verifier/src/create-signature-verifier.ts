import { checkSignature, toParts } from './internal/check-signature.ts';
import { isWebHeaders } from './internal/headers.ts';
import { readStream } from './internal/raw-body.ts';
import { refusal } from './internal/refusal.ts';

/** Options of {@link createSignatureVerifier}. */
export interface SignatureVerifierOptions {
  /** The webhook's secret as written in its settings, or several: during a rotation, or for `callback_url` of single messages. */
  secrets: string | readonly string[];
  /** How far the timestamp may be from now, either way, in seconds; default 300. */
  toleranceSeconds?: number | undefined;
  /** Longest body that is read, in bytes; default 1,048,576. */
  maxBodyBytes?: number | undefined;
  /** The clock, in milliseconds since 1970. */
  now?: (() => number) | undefined;
}

/** Tells whether requests were signed by the Conversation API. Made by {@link createSignatureVerifier}. */
export interface SignatureVerifier {
  /**
   * The body of a request that was signed with one of the secrets and is not old, byte for byte as it was received. It must
   * not have been read.
   *
   * @throws {@link WebhookVerificationError} when it is refused.
   */
  verify(request: Request): Promise<Uint8Array>;
}

/**
 * The first half of {@link createWebhookVerifier}, for an edge function that lets callbacks through to a queue or to
 * another server: size, headers, signature and age of a web request, in half the bytes. What a callback means and whether
 * it came before is left to whoever handles it: `parseWebhookEvent` types the body that this returns.
 *
 * @throws {@link ConvapiError} at once when an option is wrong.
 * @see https://developers.sinch.com/docs/conversation/callbacks
 * @example
 * ```ts
 * import { createSignatureVerifier } from '@convapi/webhook-verifier';
 *
 * const verifier = createSignatureVerifier({ secrets: ['current-secret', 'previous-secret'] });
 *
 * export async function onCallback(request: Request, queue: { send(body: Uint8Array): Promise<void> }): Promise<void> {
 *   await queue.send(await verifier.verify(request));
 * }
 * ```
 */
export function createSignatureVerifier(options: SignatureVerifierOptions): SignatureVerifier {
  const parts = toParts(options);

  return {
    async verify({ body, bodyUsed, headers }) {
      // A request of Node or Express is no web request: a parser may have had its body.
      if (bodyUsed || body?.locked || !isWebHeaders(headers)) throw refusal('body_already_parsed', 'Pass the web Request, unread');
      const bytes = await readStream(body ?? [], parts.maxBodyBytes);
      await checkSignature(bytes, headers, parts);
      return bytes;
    },
  };
}
