import { REGIONS } from '@convapi/core';
import { checkMs, checkNames, wrongOption } from './check-options.ts';
import type { ConversationClientOptions } from './client-options.ts';

const NAMES = [
  ...['projectId', 'region', 'auth', 'baseUrl', 'transport', 'fetch', 'retry', 'timeoutMs', 'deadlineMs', 'maxResponseBytes'],
  ...['rateLimiter', 'logger', 'hooks', 'drift', 'now', 'random', 'sleep'],
];

/** @throws {@link ConvapiError} naming the option that is missing, wrong or in another place; never its secret parts. */
export function checkClientOptions(options: ConversationClientOptions): void {
  if (typeof options !== 'object' || options === null) {
    throw wrongOption('createConversationClient got no options', 'Pass { projectId, region, auth }');
  }
  checkNames(options, NAMES, 'createConversationClient');
  const { projectId, region, auth, baseUrl, transport, fetch, timeoutMs, deadlineMs, maxResponseBytes } = options;
  if (typeof projectId !== 'string' || projectId === '')
    throw wrongOption('projectId is missing', 'Copy the project id from the dashboard');
  if (!REGIONS.includes(region)) {
    throw wrongOption(`region ${JSON.stringify(region)} is unknown`, `Use the region of your app: ${REGIONS.join(', ')}`);
  }
  if (typeof auth?.headers !== 'function') {
    throw wrongOption('auth is missing', 'Pass clientCredentials({ keyId, keySecret }) of @convapi/auth');
  }
  if (baseUrl !== undefined) checkBaseUrl(baseUrl);
  if (transport !== undefined && typeof transport !== 'function') {
    throw wrongOption('transport is no function', 'Pass httpTransport(…), undiciTransport(…) or fetchTransport(…)');
  }
  if (fetch !== undefined && typeof fetch !== 'function')
    throw wrongOption('fetch is no function', 'Pass a function like the global fetch');
  checkMs('timeoutMs', timeoutMs);
  checkMs('deadlineMs', deadlineMs);
  if (maxResponseBytes !== undefined && !(maxResponseBytes > 0)) {
    throw wrongOption(`maxResponseBytes is ${maxResponseBytes}`, 'Pass a number of bytes');
  }
}

function checkBaseUrl(baseUrl: string): void {
  if (!/^https?:\/\/[^/]/.test(baseUrl)) {
    throw wrongOption(`baseUrl ${JSON.stringify(baseUrl)} is no http(s) address`, 'Leave it out for the real service');
  }
  if (/^https?:\/\/[^/?#]*@/.test(baseUrl)) throw wrongOption('baseUrl holds a user name or password', 'Credentials come from auth');
}
