import type { CallbackEntry } from '../../state/wire.ts';

/** What a receiver with this secret would find. */
export interface SignatureFinding {
  signedText: string;
  expected: string;
  found: string;
  /** Why it would be refused; undefined when it would be taken. */
  refusal: string | undefined;
  ageSeconds: number;
}

/** How old a callback may be for the verifier of the toolkit, in seconds. */
const TOLERANCE_SECONDS = 300;

const HEADER = 'x-sinch-webhook-signature';

/**
 * Signs the body again: HMAC-SHA256 of body, nonce and timestamp joined by dots, in base64.
 *
 * @returns undefined when the callback was not signed
 */
export async function checkSignature(callback: CallbackEntry, secret: string, nowMs: number): Promise<SignatureFinding | undefined> {
  const headers = new Map(Object.entries(callback.headers).map(([name, value]) => [name.toLowerCase(), value]));
  const found = headers.get(HEADER);
  const nonce = headers.get(`${HEADER}-nonce`);
  const timestamp = headers.get(`${HEADER}-timestamp`);
  if (found === undefined || nonce === undefined || timestamp === undefined) return undefined;
  const signedText = `${callback.body}.${nonce}.${timestamp}`;
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(signedText)));
  const expected = btoa(String.fromCharCode(...bytes));
  const ageSeconds = Math.round(nowMs / 1_000 - Number(timestamp));
  const refusal =
    expected !== found
      ? 'signature_mismatch: it was made with another secret.'
      : ageSeconds > TOLERANCE_SECONDS
        ? `timestamp_out_of_tolerance, if it came now: it is ${ageSeconds} s old, and ${TOLERANCE_SECONDS} s are usual.`
        : undefined;
  return { signedText, expected, found, refusal, ageSeconds };
}
