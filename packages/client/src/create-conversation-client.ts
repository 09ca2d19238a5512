import { defaultTransport } from '#transport';
import { addressesOf } from './addresses.ts';
import { checkClientOptions } from './check-client-options.ts';
import type { ConversationClientOptions } from './client-options.ts';
import { createResources } from './create-resources.ts';
import type { Resources } from './generated/resources.ts';
import { bindHooks } from './hooks.ts';
import { loggingHooks } from './logging-hooks.ts';
import { makeCaller } from './make-caller.ts';
import { makeTokenFetch } from './make-token-fetch.ts';
import type { Operation } from './operation.ts';
import { reconcileSends } from './reconcile/reconcile-sends.ts';
import { makeRequestMethod, type RequestMethod } from './request-method.ts';
import { toRetryPolicy } from './retry-options.ts';
import { sleep } from './sleep.ts';
import { withAuth } from './steps/with-auth.ts';
import { withErrors } from './steps/with-errors.ts';
import { withHooks } from './steps/with-hooks.ts';
import { withJson } from './steps/with-json.ts';
import { withRateLimit } from './steps/with-rate-limit.ts';
import { withRetry } from './steps/with-retry.ts';
import { withDeadline, withTimeout } from './steps/with-timeout.ts';
import { fetchTransport } from './transport/fetch-transport.ts';

const DEFAULT_TIMEOUT_MS = 30_000;
const MAX_RESPONSE_BYTES = 32 * 1024 * 1024;

/** Every operation of the Conversation, template and batch APIs, by resource: `client.messages.send(…)`. */
export interface ConversationClient extends Resources {
  request: RequestMethod;
}

/**
 * A client for one project in one region.
 *
 * @throws {@link ConvapiError} naming the option that is missing or wrong.
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
  const { maxResponseBytes = MAX_RESPONSE_BYTES } = options;
  const tools = { now: options.now ?? Date.now, random: options.random ?? Math.random, sleep: options.sleep ?? sleep };
  const policy = toRetryPolicy(options.retry);
  const transport = options.transport ?? (options.fetch ? fetchTransport(options.fetch) : defaultTransport(fetchTransport));
  const watchers = [...(logger ? [loggingHooks(logger)] : []), ...(hooks ? [hooks] : [])];
  const begin = (operation: Operation) => bindHooks(watchers, operation, tools.now);

  const attempt = withHooks(withJson(withTimeout(transport)));
  const limited = rateLimiter ? withRateLimit(attempt, rateLimiter, projectId) : attempt;
  const authenticated = withAuth(withRetry(limited, tools), auth, makeTokenFetch(transport, begin));
  const send = withErrors(withDeadline(authenticated), { region, baseUrl }, tools.now);
  const call = makeCaller({
    projectId,
    addresses: addressesOf(region, baseUrl),
    send,
    drift: options.drift,
    toCall: (operation, body, { retry, ...limits }) => ({
      operation,
      body,
      timeoutMs: limits.timeoutMs ?? timeoutMs,
      deadlineMs: limits.deadlineMs ?? deadlineMs,
      maxResponseBytes,
      policy: retry === undefined ? policy : toRetryPolicy(retry, policy),
      hooks: begin(operation),
      maybeTaken: false,
    }),
  });
  return { ...reconcileSends(createResources(call), { policy, deadlineMs, tools }), request: makeRequestMethod(call) };
}
