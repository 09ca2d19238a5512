import type { Authenticator } from '@convapi/auth';
import type { Region } from '@convapi/core';
import { defaultTransport } from '#transport';
import { checkClientOptions } from './check-client-options.ts';
import { createResources } from './create-resources.ts';
import { HOSTS } from './generated/operations.ts';
import type { Resources } from './generated/resources.ts';
import { bindHooks, type ClientHooks } from './hooks.ts';
import { type ClientLogger, loggingHooks } from './logging-hooks.ts';
import { makeCaller } from './make-caller.ts';
import type { Operation } from './operation.ts';
import { reconcileSends } from './reconcile/reconcile-sends.ts';
import { type RetryOptions, toRetryPolicy } from './retry-options.ts';
import { sleep } from './sleep.ts';
import { withAuth } from './steps/with-auth.ts';
import { type RateLimiter, withRateLimit } from './steps/with-rate-limit.ts';
import { withRetry } from './steps/with-retry.ts';
import { withTimeout } from './steps/with-timeout.ts';
import { fetchTransport } from './transport/fetch-transport.ts';
import type { Transport } from './transport/transport.ts';

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
  /** What carries the requests. Default: node:http(s) on Node, the global `fetch` elsewhere. */
  transport?: Transport | undefined;
  /** A `fetch` to carry the requests, in place of `transport`. */
  fetch?: typeof globalThis.fetch | undefined;
  /** When calls are tried again; `false` for never. */
  retry?: RetryOptions | false | undefined;
  /** Milliseconds until an attempt fails with a `TimeoutError`. Default 30 000; `0` means no limit. */
  timeoutMs?: number | undefined;
  /** Milliseconds until a call fails with a `TimeoutError`, every attempt and wait together. Default `0`: no limit. */
  deadlineMs?: number | undefined;
  /** Keeps calls below the limits of the service; see `createRateLimiter`. Default: none. */
  rateLimiter?: RateLimiter | undefined;
  /** Is told what the client does: answers at `debug`, retries and failures at `warn`. Never texts, tokens or secrets. */
  logger?: ClientLogger | undefined;
  /** Functions that watch every attempt. */
  hooks?: ClientHooks | undefined;
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined;
  /** A number from 0 to 1, for the jitter of retries. */
  random?: (() => number) | undefined;
  /** Waits between attempts; must reject with the signal's reason when that fires. */
  sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
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
  checkClientOptions(options);
  const { projectId, region, auth, baseUrl, logger, hooks, rateLimiter, timeoutMs = DEFAULT_TIMEOUT_MS, deadlineMs = 0 } = options;
  const tools = { now: options.now ?? Date.now, random: options.random ?? Math.random, sleep: options.sleep ?? sleep };
  const policy = toRetryPolicy(options.retry);
  const transport = options.transport ?? (options.fetch ? fetchTransport(options.fetch) : defaultTransport());
  const watchers = [...(logger ? [loggingHooks(logger)] : []), ...(hooks ? [hooks] : [])];

  const call = makeCaller({
    projectId,
    region,
    now: tools.now,
    addressOf: (host) => (baseUrl === undefined ? HOSTS[host ?? 'conversation'].replace('{region}', region) : localAddress(baseUrl, host)),
    sendFor(operation, { body, options: call = {} }) {
      const attempt = withTimeout(transport, call.timeoutMs ?? timeoutMs);
      const limited = rateLimiter ? withRateLimit(attempt, rateLimiter, projectId, body) : attempt;
      const retried = withRetry(
        limited,
        toRetryPolicy(call.retry, policy),
        operation.read,
        tools,
        bindHooks(watchers, operation, tools.now),
      );
      return withTimeout(withAuth(retried, auth), call.deadlineMs ?? deadlineMs, 'deadlineMs');
    },
  });
  return reconcileSends(createResources(call), policy, tools);
}

/** The batch host reuses paths of the Conversation API, so on one shared address it needs a folder of its own. */
function localAddress(baseUrl: string, host: Operation['host']): string {
  const address = baseUrl.replace(/\/+$/, '');
  return host === 'batch' ? `${address}/batch` : address;
}
