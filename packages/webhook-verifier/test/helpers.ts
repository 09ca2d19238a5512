import { readFileSync } from 'node:fs';
import type { WebhookRefusalReason } from '../src/index.ts';
import { createWebhookVerifier, isWebhookVerificationError, type RawBody, signWebhook, type WebhookVerifierOptions } from '../src/index.ts';

export const SECRET = 'foo_secret1234';
/** 2026-01-02T03:04:05Z, in seconds. */
export const NOW = 1_767_323_045;
export const now = () => NOW * 1000;
export const INBOUND = readFixture('message-inbound');

/** The text of a fixture, byte for byte. */
export function readFixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8');
}

/** A verifier of {@link SECRET} at {@link NOW}. */
export function verifierAt(options: Partial<WebhookVerifierOptions> = {}) {
  return createWebhookVerifier({ secrets: SECRET, now, ...options });
}

/** The headers of a callback signed with {@link SECRET} at {@link NOW}. */
export function sign(body: RawBody, options: { secret?: string; timestamp?: number; nonce?: string } = {}) {
  return signWebhook({ body, secret: SECRET, now, ...options });
}

/** A signed callback as a web request. */
export async function signedRequest(body: RawBody, options: Parameters<typeof sign>[1] = {}): Promise<Request> {
  return new Request('https://example.com/callbacks', { method: 'POST', body: body as BodyInit, headers: await sign(body, options) });
}

/** The reason a call was refused for; fails the test when it was not refused. */
export async function reasonOf(call: Promise<unknown>): Promise<WebhookRefusalReason> {
  return (await refusalOf(call)).reason;
}

/** The refusal of a call; fails the test when it was not refused. */
export async function refusalOf(call: Promise<unknown>) {
  const outcome = await call.then(
    () => new Error('The call was expected to be refused.'),
    (error: unknown) => error,
  );
  if (isWebhookVerificationError(outcome)) return outcome;
  throw outcome;
}

/** A promise with its handles outside. */
export function deferred() {
  let resolve = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<void>((...handles) => {
    [resolve, reject] = handles;
  });
  return { promise, resolve: () => resolve(), reject: (error: Error) => reject(error) };
}
