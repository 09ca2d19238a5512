import { refusal } from './refusal.ts';

/** Headers of a callback: web `Headers`, or a plain record as Node and its frameworks give it, in any casing. */
export type WebhookHeaders = Pick<Headers, 'get'> | Readonly<Record<string, string | readonly string[] | undefined>>;

export const SIGNATURE = 'x-sinch-webhook-signature';
export const HMAC_SHA256 = 'HmacSHA256';

/** The value of a header, nothing when it is absent. `name` is in lower case. What came twice is joined, and so fits no signature. */
export function readHeader(headers: WebhookHeaders, name: string): string | null | undefined {
  if (isHeaders(headers)) return headers.get(name);
  // Node's own records are in lower case: the search is for those written by hand or passed on by a gateway.
  return (headers[name] ?? headers[Object.keys(headers).find((key) => key.toLowerCase() === name) ?? name])?.toString();
}

/** The value of a header that must be there. */
export function requireHeader(headers: WebhookHeaders, name: string): string {
  const value = readHeader(headers, name);
  if (value) return value;
  throw refusal('missing_header', `No ${name}: set a secret on the webhook`);
}

function isHeaders(headers: WebhookHeaders): headers is Pick<Headers, 'get'> {
  return typeof headers.get === 'function';
}
