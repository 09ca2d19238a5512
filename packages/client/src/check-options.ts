import { ConvapiError } from '@convapi/core';

/** An option that is missing, wrong or in the wrong place. */
export function wrongOption(what: string, advice: string): ConvapiError {
  return new ConvapiError(`[@convapi/client] ${what}. ${advice}.`);
}

/** Where people find what they look for: names of other clients, and ours in another place. */
const PLACES: readonly [name: RegExp, advice: string][] = [
  [/^(max[A-Z]|sends$|retries$)/, 'Pass retry: { maxRetries, maxDelayMs, sends }'],
  [/^(timeout|deadline)$/, 'Pass timeoutMs or deadlineMs, in milliseconds'],
  [/agent$|^proxy$/i, 'Pass transport: httpTransport({ httpsAgent }) of @convapi/client/node'],
  [/^dispatch/, 'Pass transport: undiciTransport({ dispatcher }) of @convapi/client/undici'],
  [/^(key|token|secret)/, 'Pass auth: clientCredentials({ keyId, keySecret, tokenUrl }) of @convapi/auth'],
  [/^on[A-Z]/, 'Pass hooks: { onRequest, onResponse, onError, onRetry }'],
];

/** @throws {@link ConvapiError} for a name that is not in the list, with where it belongs. A typo that passes in silence is found in production. */
export function checkNames(options: object, known: readonly string[], of: string): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    throw wrongOption(
      `${of} has no option ${JSON.stringify(name)}`,
      PLACES.find(([pattern]) => pattern.test(name))?.[1] ?? `The options are ${known.join(', ')}`,
    );
  }
}

/** @throws {@link ConvapiError} for what is no number of milliseconds. `Infinity` is no limit, like `0`. */
export function checkMs(name: string, value: unknown): void {
  if (value !== undefined && !(typeof value === 'number' && value >= 0)) {
    throw wrongOption(`${name} is ${String(value)}`, 'Pass milliseconds, or 0 for no limit');
  }
}
