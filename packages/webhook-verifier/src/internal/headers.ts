import type { WebhookVerificationError } from '../webhook-verification-error.ts';
import { refusal } from './refusal.ts';

/** What is needed of web `Headers`. */
export type WebHeaders = Pick<Headers, 'get'>;

/** Headers of a callback: web `Headers`, or a plain record as Node and its frameworks give it, in any casing. */
export type WebhookHeaders = WebHeaders | Readonly<Record<string, string | readonly string[] | undefined>>;

export const SIGNATURE = 'x-sinch-webhook-signature';
export const HMAC_SHA256 = 'HmacSHA256';

/** Signature, nonce and timestamp. */
export type SignatureHeaders = [signature: string, nonce: string, timestamp: string];

/** Headers with `get`, by a name in lower case, whatever they came in. What came twice is joined, and so fits no signature. */
export function toWebHeaders(headers: WebhookHeaders): WebHeaders {
  if (isWebHeaders(headers)) return headers;
  // Node's own records are in lower case: the search is for those written by hand or passed on by a gateway.
  return {
    get: (name) => (headers[name] ?? headers[Object.keys(headers).find((key) => key.toLowerCase() === name) ?? name])?.toString() ?? null,
  };
}

/** The headers of a signature, as far as they can be judged without the body. */
export function readSignature(headers: WebHeaders): SignatureHeaders {
  const values = ['', '-nonce', '-timestamp'].map((suffix) => {
    const value = headers.get(SIGNATURE + suffix);
    if (value) return value;
    throw refusal('missing_header', `No ${SIGNATURE}${suffix}: set a secret on the webhook`);
  }) as SignatureHeaders;
  if ((headers.get(`${SIGNATURE}-algorithm`) ?? HMAC_SHA256) !== HMAC_SHA256) throw refusal('unsupported_algorithm', 'Check the sender');
  // Dots part body, nonce and timestamp in the signed text. With one inside the nonce, the end of a body could pass for
  // its beginning, and the signature of one callback would fit another.
  if (values[1].includes('.')) throw mismatch();
  return values;
}

/** What to say when no secret fits. */
export function mismatch(): WebhookVerificationError {
  return refusal('signature_mismatch', 'Check the secret, white space around it, and the raw body');
}

/** Is it a web request, of whatever realm or library? */
export function isWebRequest(input: unknown): input is Pick<Request, 'headers' | 'body' | 'bodyUsed' | 'url'> {
  return isWebHeaders((input as Partial<Request> | undefined | null)?.headers);
}

/** By shape, not `instanceof`: frameworks bring headers of their own. */
export function isWebHeaders(headers: unknown): headers is WebHeaders {
  return typeof (headers as Partial<WebHeaders> | undefined)?.get === 'function';
}
