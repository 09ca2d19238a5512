import type { Authenticator } from '@convapi/auth';
import { ConvapiError, REGIONS, type Region } from '@convapi/core';
import type { CallOptions } from './call.ts';
import { createResources } from './create-resources.ts';
import { createFetchTransport } from './fetch-transport.ts';
import { HOSTS } from './generated/operations.ts';
import type { Resources } from './generated/resources.ts';
import { makeCaller } from './make-caller.ts';
import type { Operation } from './operation.ts';
import { withAuth } from './with-auth.ts';
import { withTimeout } from './with-timeout.ts';

const DEFAULT_TIMEOUT_MS = 30_000;

/** Options of {@link createConversationClient}. */
export interface ConversationClientOptions {
  /** The project, a UUID from the dashboard. */
  projectId: string;
  /** Region of your apps: `us`, `eu` or `br`. A wrong one answers 404 to everything. */
  region: Region;
  /** Credentials: `clientCredentials`, `basicAuth` or `bearerToken` of `@convapi/auth`. */
  auth: Authenticator;
  /** One address in place of all hosts, e.g. that of the emulator; batch operations go to `/batch` below it. */
  baseUrl?: string | undefined;
  /** Makes the HTTP calls; the global `fetch` unless given. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds until an attempt fails with a `TimeoutError`. Default 30 000; `0` means no limit. */
  timeoutMs?: number | undefined;
}

/** Every operation of the Conversation, template and batch APIs, by resource: `client.messages.send(…)`. */
export type ConversationClient = Resources;

/**
 * A client for one project in one region.
 *
 * @throws ConvapiError naming the option that is missing or wrong.
 * @example
 * ```ts
 * import { clientCredentials } from '@convapi/auth';
 * import { createConversationClient } from '@convapi/client';
 *
 * const auth = clientCredentials({ keyId: 'key-id', keySecret: 'key-secret' });
 * const conversation = createConversationClient({ projectId: 'project-id', region: 'eu', auth });
 * for await (const contact of conversation.contacts.list()) console.log(contact.id);
 * ```
 * @see https://developers.sinch.com/docs/conversation/
 */
export function createConversationClient(options: ConversationClientOptions): ConversationClient {
  checkOptions(options);
  const { projectId, region, auth, baseUrl, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const transport = createFetchTransport(options.fetch ?? ((input, init) => fetch(input, init)));
  const call = makeCaller({
    projectId,
    region,
    addressOf: (host) => (baseUrl === undefined ? HOSTS[host ?? 'conversation'].replace('{region}', region) : localAddress(baseUrl, host)),
    sendFor: ({ timeoutMs: limit = timeoutMs }: CallOptions) => withAuth(withTimeout(transport, limit), auth),
  });
  return createResources(call);
}

/** The batch host reuses paths of the Conversation API, so on one shared address it needs a folder of its own. */
function localAddress(baseUrl: string, host: Operation['host']): string {
  const address = baseUrl.replace(/\/+$/, '');
  return host === 'batch' ? `${address}/batch` : address;
}

function checkOptions({ projectId, region, auth, baseUrl, timeoutMs }: ConversationClientOptions): void {
  if (typeof projectId !== 'string' || projectId === '') {
    throw optionError('projectId is missing', 'Copy the project id from the dashboard');
  }
  if (!REGIONS.includes(region)) {
    throw optionError(`region ${JSON.stringify(region)} is unknown`, `Use the region of your app: ${REGIONS.join(', ')}`);
  }
  if (typeof auth?.headers !== 'function') {
    throw optionError('auth is missing', 'Pass clientCredentials({ keyId, keySecret }) of @convapi/auth');
  }
  if (baseUrl !== undefined && !/^https?:\/\/[^/]/.test(baseUrl)) {
    throw optionError(`baseUrl ${JSON.stringify(baseUrl)} is no http(s) address`, 'Leave it out for the real service');
  }
  if (timeoutMs !== undefined && !(timeoutMs >= 0)) {
    throw optionError(`timeoutMs is ${timeoutMs}`, 'Pass milliseconds, or 0 for no limit');
  }
}

function optionError(what: string, advice: string): ConvapiError {
  return new ConvapiError(`[@convapi/client] ${what}. ${advice}.`);
}
