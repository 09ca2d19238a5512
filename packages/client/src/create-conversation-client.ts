import { defaultTransport } from '#transport';
import { checkClientOptions } from './check-client-options.ts';
import type { ConversationClientOptions } from './client-options.ts';
import { createResources } from './create-resources.ts';
import { HOSTS } from './generated/operations.ts';
import type { Resources } from './generated/resources.ts';
import { bindHooks } from './hooks.ts';
import { loggingHooks } from './logging-hooks.ts';
import { makeCaller } from './make-caller.ts';
import type { Operation } from './operation.ts';
import { reconcileSends } from './reconcile/reconcile-sends.ts';
import { toRetryPolicy } from './retry-options.ts';
import { sleep } from './sleep.ts';
import { withAuth } from './steps/with-auth.ts';
import { withHooks } from './steps/with-hooks.ts';
import { withJson } from './steps/with-json.ts';
import { withRateLimit } from './steps/with-rate-limit.ts';
import { withRetry } from './steps/with-retry.ts';
import { withTimeout } from './steps/with-timeout.ts';
import { fetchTransport } from './transport/fetch-transport.ts';

const DEFAULT_TIMEOUT_MS = 30_000;

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
  const transport = options.transport ?? (options.fetch ? fetchTransport(options.fetch) : defaultTransport(fetchTransport));
  const watchers = [...(logger ? [loggingHooks(logger)] : []), ...(hooks ? [hooks] : [])];

  const call = makeCaller({
    projectId,
    region,
    now: tools.now,
    addressOf: (host) => (baseUrl === undefined ? HOSTS[host ?? 'conversation'].replace('{region}', region) : localAddress(baseUrl, host)),
    sendFor(operation, { body, options: call = {} }) {
      const watch = bindHooks(watchers, operation, tools.now);
      const attempt = withHooks(withJson(withTimeout(transport, call.timeoutMs ?? timeoutMs)), watch);
      const limited = rateLimiter ? withRateLimit(attempt, rateLimiter, projectId, body) : attempt;
      const retried = withRetry(limited, toRetryPolicy(call.retry, policy), operation.read, tools, watch);
      return withTimeout(withAuth(retried, auth), call.deadlineMs ?? deadlineMs, 'deadlineMs');
    },
  });
  return reconcileSends(createResources(call), { policy, deadlineMs, tools });
}

/** The batch host reuses paths of the Conversation API, so on one shared address it needs a folder of its own. */
function localAddress(baseUrl: string, host: Operation['host']): string {
  const address = baseUrl.replace(/\/+$/, '');
  return host === 'batch' ? `${address}/batch` : address;
}
