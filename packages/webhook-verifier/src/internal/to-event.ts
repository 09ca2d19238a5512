import type { WebhookEvent } from '@convapi/core';
import { findTrigger } from './find-trigger.ts';
import { refusal } from './refusal.ts';

/** The typed event of a body: `trigger` is found from the payload key, every other field is kept as it came. */
export function toEvent(body: string | Uint8Array, decoder: TextDecoder): WebhookEvent {
  let cause: unknown;
  try {
    const event = parse(typeof body === 'string' ? body : decoder.decode(body));
    if (isObject(event)) {
      // Written over whatever the body holds under that name. The service is trusted for the shape below the payload key.
      event.trigger = triggerOf(event);
      return event as WebhookEvent;
    }
  } catch (error) {
    cause = error;
  }
  throw refusal('malformed_body', 'Check the sender', { cause });
}

function triggerOf(event: Record<string, unknown>): string {
  for (const key in event) {
    const trigger = isObject(event[key]) && findTrigger(key);
    if (trigger) return trigger;
  }
  return 'UNKNOWN';
}

function parse(text: string): unknown {
  // People choose what stands in a payload. A key "__proto__" is harmless here, but not in code that merges objects
  // later, so it is dropped; the slow way is taken only when the name, or an escape that may spell it, occurs.
  return text.includes('__proto__') || text.includes('\\u00')
    ? JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value))
    : JSON.parse(text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return !!value && typeof value === 'object' && !Array.isArray(value);
}
