import type { WebhookTrigger } from '@convapi/core';
import { createFacts } from './fixtures/facts.ts';
import { createPayloads, toEvent } from './fixtures/payloads.ts';

/** What a {@link sampleCallback} is about. */
export interface SampleOptions {
  /** The app that the callback names. Default: an id that nothing has. */
  appId?: string;
  /** When it happened, in milliseconds since 1970. Default now. */
  now?: number;
  /** Source of its ids: numbers from 0 up to 1. Default Math.random. */
  random?: () => number;
}

/**
 * The body of a callback of this kind, as the service would send it, with new ids each time: those that {@link rehearse} sends.
 *
 * @example
 * ```ts
 * import { sampleCallback } from '@convapi/webhook-verifier/rehearse';
 *
 * const body = JSON.stringify(sampleCallback('MESSAGE_INBOUND'));
 * ```
 */
export function sampleCallback(
  trigger: WebhookTrigger,
  { appId = '01HXZ7KJ5V8M2Q9R4T6W8Y0B1A', now = Date.now(), random = Math.random }: SampleOptions = {},
): Record<string, unknown> {
  const facts = createFacts(appId, now, random);
  const payloads: Readonly<Record<string, object>> = createPayloads(facts);
  // A trigger that is newer than this package has no payload yet.
  return toEvent(facts, payloads[trigger] ?? {});
}
