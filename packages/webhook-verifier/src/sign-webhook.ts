import { createSigner } from '#hmac';
import { optionError } from './internal/check-options.ts';
import { createNonce } from './internal/create-nonce.ts';
import { HMAC_SHA256 } from './internal/headers.ts';
import { type RawBody, toRawBody } from './internal/raw-body.ts';

/** Options of {@link signWebhook}. */
export interface SignWebhookOptions {
  /** The body exactly as it will be sent. */
  body: RawBody;
  /** The webhook's secret. */
  secret: string;
  /** Default: a new ULID. */
  nonce?: string | undefined;
  /** Seconds since 1970; default now. */
  timestamp?: number | undefined;
  /** The clock, in milliseconds since 1970. */
  now?: (() => number) | undefined;
  /** Source of the nonce's random part: numbers from 0 up to 1, default `Math.random`. */
  random?: (() => number) | undefined;
}

/** The headers that a signed callback carries. */
export interface SignedWebhookHeaders extends Record<string, string> {
  'x-sinch-webhook-signature': string;
  'x-sinch-webhook-signature-nonce': string;
  'x-sinch-webhook-signature-timestamp': string;
  'x-sinch-webhook-signature-algorithm': string;
}

/**
 * The headers that the service would send with this body, for tests and for stand-ins of the service.
 *
 * @throws {@link ConvapiError} when the secret is empty or the nonce has a dot, {@link WebhookVerificationError} when the body is an object.
 * @example
 * ```ts
 * import { signWebhook } from '@convapi/webhook-verifier';
 *
 * const body = JSON.stringify({ app_id: '01EB37HMH1M6SV18ABNS3G135H', message: {} });
 * const headers = await signWebhook({ body, secret: 'my-secret' });
 * const request = new Request('https://example.com/callbacks', { method: 'POST', body, headers });
 * ```
 */
export async function signWebhook(options: SignWebhookOptions): Promise<SignedWebhookHeaders> {
  const { now = Date.now, random = Math.random } = options;
  const at = now();
  if (options.nonce?.includes('.')) throw optionError('nonce', 'text without a dot');
  const { nonce = createNonce(at, random), timestamp = Math.floor(at / 1000) } = options;
  const { secret } = options;
  // Any secret: whoever stands in for the service signs with what the webhook has.
  if (typeof secret !== 'string' || secret === '') throw optionError('secret', 'non-empty text');
  return {
    'x-sinch-webhook-signature': await createSigner(secret)(toRawBody(options.body), `.${nonce}.${timestamp}`),
    'x-sinch-webhook-signature-nonce': nonce,
    'x-sinch-webhook-signature-timestamp': String(timestamp),
    'x-sinch-webhook-signature-algorithm': HMAC_SHA256,
  };
}
