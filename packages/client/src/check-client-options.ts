import { ConvapiError, REGIONS } from '@convapi/core';
import type { ConversationClientOptions } from './client-options.ts';

/** @throws ConvapiError naming the option that is missing or wrong, never its secret parts. */
export function checkClientOptions(options: ConversationClientOptions): void {
  const { projectId, region, auth, baseUrl, timeoutMs, deadlineMs } = options;
  if (typeof projectId !== 'string' || projectId === '') throw wrong('projectId is missing', 'Copy the project id from the dashboard');
  if (!REGIONS.includes(region)) {
    throw wrong(`region ${JSON.stringify(region)} is unknown`, `Use the region of your app: ${REGIONS.join(', ')}`);
  }
  if (typeof auth?.headers !== 'function') throw wrong('auth is missing', 'Pass clientCredentials({ keyId, keySecret }) of @convapi/auth');
  if (baseUrl !== undefined && !/^https?:\/\/[^/]/.test(baseUrl)) {
    throw wrong(`baseUrl ${JSON.stringify(baseUrl)} is no http(s) address`, 'Leave it out for the real service');
  }
  for (const [name, value] of Object.entries({ timeoutMs, deadlineMs })) {
    if (value !== undefined && !(value >= 0)) throw wrong(`${name} is ${value}`, 'Pass milliseconds, or 0 for no limit');
  }
}

function wrong(what: string, advice: string): ConvapiError {
  return new ConvapiError(`[@convapi/client] ${what}. ${advice}.`);
}
