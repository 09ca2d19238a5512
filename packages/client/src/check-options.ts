import { ConvapiError } from '@convapi/core';

/** An option that is missing, wrong or in the wrong place. */
export function wrongOption(what: string, advice: string): ConvapiError {
  return new ConvapiError(`[@convapi/client] ${what}. ${advice}.`);
}

/** Where what people look for is: names of other clients, and ours in another place. */
const PLACES: Readonly<Record<string, string>> = {
  maxRetries: 'Pass retry: { maxRetries }',
  maxDelayMs: 'Pass retry: { maxDelayMs }',
  sends: 'Pass retry: { sends }',
  retries: 'Pass retry: { maxRetries }',
  timeout: 'Pass timeoutMs, in milliseconds',
  deadline: 'Pass deadlineMs, in milliseconds',
  agent: 'Pass transport: httpTransport({ httpsAgent }) of @convapi/client/node',
  httpAgent: 'Pass transport: httpTransport({ httpAgent }) of @convapi/client/node',
  httpsAgent: 'Pass transport: httpTransport({ httpsAgent }) of @convapi/client/node',
  dispatcher: 'Pass transport: undiciTransport({ dispatcher }) of @convapi/client/undici',
  proxy: 'Pass a transport with an agent for proxies, see "Proxies" in the README',
  keyId: 'Pass auth: clientCredentials({ keyId, keySecret }) of @convapi/auth',
  keySecret: 'Pass auth: clientCredentials({ keyId, keySecret }) of @convapi/auth',
  tokenUrl: 'Pass it to clientCredentials of @convapi/auth',
  baseURL: 'It is called baseUrl',
  onRequest: 'Pass hooks: { onRequest }',
  onResponse: 'Pass hooks: { onResponse }',
  onError: 'Pass hooks: { onError }',
  onRetry: 'Pass hooks: { onRetry }',
};

/** @throws ConvapiError for a name that is not in the list, with where it belongs. A typo that passes in silence is found in production. */
export function checkNames(options: object, known: readonly string[], of: string): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    throw wrongOption(`${of} has no option ${JSON.stringify(name)}`, PLACES[name] ?? `The options are ${known.join(', ')}`);
  }
}

/** @throws ConvapiError for what is no number of milliseconds. `Infinity` is no limit, like `0`. */
export function checkMs(name: string, value: unknown): void {
  if (value !== undefined && !(typeof value === 'number' && value >= 0)) {
    throw wrongOption(`${name} is ${String(value)}`, 'Pass milliseconds, or 0 for no limit');
  }
}
