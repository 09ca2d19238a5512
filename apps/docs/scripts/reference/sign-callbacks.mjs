import { callbackSample } from '@convapi/codegen/reference';
import { signWebhook } from '@convapi/webhook-verifier';

/** The secret of the examples. */
export const SECRET = 'a secret of your own';

/** When the examples are signed, in seconds since 1970: 2026-01-02T03:04:05Z, as their bodies say. */
export const SIGNED_AT = Date.parse('2026-01-02T03:04:05Z') / 1000;

/**
 * An example of each callback, with the headers that the service would send.
 *
 * @param {import('@convapi/codegen/reference').Spec} spec
 * @returns {Promise<Record<string, import('@convapi/codegen/reference').SignedCallback>>} by trigger
 */
export async function signCallbacks({ conversation, schemas }) {
  const webhooks = Object.entries(conversation.webhooks ?? {});
  const signed = await Promise.all(
    webhooks.map(async ([trigger, { post }], at) => {
      const schema = post.requestBody?.content['application/json']?.schema ?? {};
      const body = JSON.stringify(callbackSample(schemas, trigger, schema), null, 2);
      // a nonce of its own each, so that a replay guard takes all of them
      const nonce = `01JFYV0N8${String(at).padStart(2, '0')}00000000000000A`;
      const headers = await signWebhook({ body, secret: SECRET, nonce, timestamp: SIGNED_AT });
      return [trigger, { headers: { 'content-type': 'application/json', ...headers }, body }];
    }),
  );
  return Object.fromEntries(signed);
}
