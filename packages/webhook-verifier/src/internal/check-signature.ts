import { createSigner } from '#hmac';
import { mismatch, type SignatureHeaders } from './headers.ts';
import { isEqual } from './is-equal.ts';
import { refusal } from './refusal.ts';
import type { Signer } from './signer.ts';

/** The place of the secret that a body was signed with. Without signers, as for a stranger, none fits. */
export async function findSecret(
  body: string | Uint8Array,
  [signature, nonce, timestamp]: SignatureHeaders,
  signers: readonly Signer[] | undefined,
): Promise<number> {
  let secretIndex = -1;
  // Every secret is tried, so that the time taken does not tell which one matched; and one is tried where there is none,
  // so that it does not tell that.
  for (const [index, sign] of (signers ?? [createSigner('-')]).entries()) {
    if (isEqual(await sign(body, `.${nonce}.${timestamp}`), signature)) secretIndex = index;
  }
  if (!signers || secretIndex < 0) throw mismatch();
  return secretIndex;
}

/** Refuses a timestamp, in decimal digits, that is too far from now. */
export function checkAge(timestamp: string, toleranceSeconds: number, now: () => number): void {
  if (!/^\d+$/.test(timestamp) || Math.abs(Math.floor(now() / 1000) - +timestamp) > toleranceSeconds)
    throw refusal('timestamp_out_of_tolerance', 'Check the clock');
}
