import { createSigner } from '#hmac';
import type { SignatureVerifierOptions } from '../create-signature-verifier.ts';
import { checkNumber, toSecrets } from './check-options.ts';
import { HMAC_SHA256, requireHeader, SIGNATURE, type WebHeaders } from './headers.ts';
import { isEqual } from './is-equal.ts';
import { refusal } from './refusal.ts';
import type { Signer } from './signer.ts';

/** What signatures are checked with. */
export interface SignatureParts {
  signers: readonly Signer[];
  toleranceSeconds: number;
  maxBodyBytes: number;
  now: () => number;
}

/** Checks the options that every verifier has, and fills in what was left out. */
export function toParts({
  secrets,
  toleranceSeconds = 300,
  maxBodyBytes = 1_048_576,
  now = Date.now,
}: SignatureVerifierOptions): SignatureParts {
  const signers = toSecrets(secrets, 'secrets').map(createSigner);
  checkNumber(toleranceSeconds, 0, 'toleranceSeconds');
  checkNumber(maxBodyBytes, 0, 'maxBodyBytes');
  return { signers, toleranceSeconds, maxBodyBytes, now };
}

/** The signature of a callback that is right and not old, and the place of the secret that it was made with. */
export async function checkSignature(
  body: string | Uint8Array,
  headers: WebHeaders,
  { signers, toleranceSeconds, now }: SignatureParts,
): Promise<{ signature: string; secretIndex: number }> {
  const signature = requireHeader(headers, SIGNATURE);
  const nonce = requireHeader(headers, `${SIGNATURE}-nonce`);
  const timestamp = requireHeader(headers, `${SIGNATURE}-timestamp`);
  if ((headers.get(`${SIGNATURE}-algorithm`) ?? HMAC_SHA256) !== HMAC_SHA256) throw refusal('unsupported_algorithm', 'Check who sent it');
  let secretIndex = -1;
  let index = 0;
  // Every secret is tried, so that the time taken does not tell which one matched.
  for (const sign of signers) {
    const expected = sign(body, `.${nonce}.${timestamp}`);
    // Node signs at once, and waiting for what is there already has its price.
    if (isEqual(typeof expected === 'string' ? expected : await expected, signature)) secretIndex = index;
    index++;
  }
  if (secretIndex < 0) throw refusal('signature_mismatch', 'Check the secret, and that the body is raw');
  if (!/^\d+$/.test(timestamp) || Math.abs(Math.floor(now() / 1000) - +timestamp) > toleranceSeconds)
    throw refusal('timestamp_out_of_tolerance', 'Check the clock');
  return { signature, secretIndex };
}
