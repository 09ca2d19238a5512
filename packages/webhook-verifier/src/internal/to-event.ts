import { WEBHOOK_PAYLOAD_KEYS, type WebhookEvent } from '@convapi/core';
import { WebhookVerificationError } from '../webhook-verification-error.ts';

type PayloadKey = keyof typeof WEBHOOK_PAYLOAD_KEYS;

/** The typed event of a body: `trigger` is found from the payload key, every other field is kept as it came. */
export function toEvent(body: string | Uint8Array, decoder: TextDecoder): WebhookEvent {
  const event = parseObject(body, decoder);
  // Written over whatever the body holds under that name. The service is trusted for the shape below the payload key.
  event.trigger = findTrigger(event);
  return event as WebhookEvent;
}

function findTrigger(event: Record<string, unknown>): string {
  for (const key in event) {
    if (Object.hasOwn(WEBHOOK_PAYLOAD_KEYS, key) && isObject(event[key])) return WEBHOOK_PAYLOAD_KEYS[key as PayloadKey];
  }
  return 'UNKNOWN';
}

function parseObject(body: string | Uint8Array, decoder: TextDecoder): Record<string, unknown> {
  let cause: unknown;
  try {
    const value = parse(typeof body === 'string' ? body : decoder.decode(body));
    if (isObject(value)) return value;
  } catch (error) {
    cause = error;
  }
  throw new WebhookVerificationError('malformed_body', 'Signed, but no JSON object. Check what else signs with this secret.', { cause });
}

function parse(text: string): unknown {
  // People choose what stands in a payload. A key "__proto__" is harmless here, but not in code that merges objects
  // later, so it is dropped; the slow way is taken only when the name, or an escape that may spell it, occurs.
  const suspicious = text.includes('__proto__') || text.includes('\\u00');
  return suspicious ? JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value)) : JSON.parse(text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value instanceof Object && !Array.isArray(value);
}
