import { refusal } from './refusal.ts';

/** What is needed of web `Headers`. */
export type WebHeaders = Pick<Headers, 'get'>;

/** Headers of a callback: web `Headers`, or a plain record as Node and its frameworks give it, in any casing. */
export type WebhookHeaders = WebHeaders | Readonly<Record<string, string | readonly string[] | undefined>>;

export const SIGNATURE = 'x-sinch-webhook-signature';
export const HMAC_SHA256 = 'HmacSHA256';

/** Headers with `get`, by a name in lower case, whatever they came in. What came twice is joined, and so fits no signature. */
export function toWebHeaders(headers: WebhookHeaders): WebHeaders {
  if (isWebHeaders(headers)) return headers;
  // Node's own records are in lower case: the search is for those written by hand or passed on by a gateway.
  return {
    get: (name) => (headers[name] ?? headers[Object.keys(headers).find((key) => key.toLowerCase() === name) ?? name])?.toString() ?? null,
  };
}

/** The value of a header that must be there. */
export function requireHeader(headers: WebHeaders, name: string): string {
  const value = headers.get(name);
  if (value) return value;
  throw refusal('missing_header', `No ${name}: set a secret on the webhook`);
}

/** By shape, not `instanceof`: frameworks bring headers of their own. */
export function isWebHeaders(headers: WebhookHeaders | undefined): headers is WebHeaders {
  return typeof headers?.get === 'function';
}
