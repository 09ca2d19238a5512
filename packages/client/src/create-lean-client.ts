import { defaultTransport } from '#transport';
import { addressesOf } from './addresses.ts';
import type { CallOptions } from './call.ts';
import { checkAccount } from './check-client-options.ts';
import type { ConversationClientOptions } from './client-options.ts';
import { parseOperation } from './operation.ts';
import { fillPolicy, type RetryOptions } from './retry-options.ts';
import { serializePath, serializeQuery } from './serialize-url.ts';
import { sleep } from './sleep.ts';
import { withAuth } from './steps/with-auth.ts';
import { withErrors } from './steps/with-errors.ts';
import { withJson } from './steps/with-json.ts';
import { withRetry } from './steps/with-retry.ts';
import { withTimeout } from './steps/with-timeout.ts';
import { toArguments } from './to-arguments.ts';
import { fetchTransport } from './transport/fetch-transport.ts';
import { TransportRequest } from './transport/transport.ts';

/** {@link RetryOptions} without `reconcile`, which a lean client cannot do. */
export interface LeanRetryOptions extends Omit<RetryOptions, 'sends'> {
  /** What becomes of a send whose outcome is unknown. Default `at-most-once`. */
  sends?: 'at-most-once' | 'at-least-once' | undefined;
}

/** Options of {@link createLeanClient}: those of `createConversationClient` that it keeps. */
export interface LeanClientOptions
  extends Pick<
    ConversationClientOptions,
    'projectId' | 'region' | 'auth' | 'baseUrl' | 'fetch' | 'timeoutMs' | 'now' | 'random' | 'sleep'
  > {
  /** When calls are tried again; `false` for never. */
  retry?: LeanRetryOptions | false | undefined;
}

/** Options of one call of a lean client; each overrides what the client was made with. */
export interface LeanCallOptions extends Pick<CallOptions, 'signal' | 'timeoutMs' | 'headers'> {
  /** When the call is tried again; `false` for never. */
  retry?: LeanRetryOptions | false | undefined;
}

declare const METHOD: unique symbol;

/** What a method is made of: its name, its HTTP method and path, and what it takes. Generated, one for each operation. */
export type MethodRow<Method> = string & { readonly [METHOD]?: Method };

/** A lean client: a method for each row that it was made with, under the name that the row was given. */
export type LeanClient<Rows extends Record<string, MethodRow<unknown>>> = {
  [Name in keyof Rows]: Rows[Name] extends MethodRow<infer Method> ? Method : never;
};

/**
 * A client with the methods that are named and no others, for edge functions: sending with it is half the bytes of
 * `createConversationClient`. Tokens, retries, limits of time and errors are the same. It has no `reconcile`, hooks, logger,
 * rate limiter, drift sentinel or deadline; a method answers with a promise of the data, a list with one page.
 *
 * @throws ConvapiError naming the option that is missing or wrong.
 * @example
 * ```ts
 * import { clientCredentials } from '@convapi/auth';
 * import { CONTACTS_GET, createLeanClient, MESSAGES_SEND } from '@convapi/client/lean';
 *
 * const auth = clientCredentials({ keyId: 'key-id', keySecret: 'key-secret' });
 * const conversation = createLeanClient({ projectId: 'project-id', region: 'eu', auth }, { send: MESSAGES_SEND, getContact: CONTACTS_GET });
 * console.log((await conversation.getContact('01GQTGG3Y0Z3E5ZTRKEY8YSVFJ')).display_name);
 * ```
 */
export function createLeanClient<Rows extends Record<string, MethodRow<unknown>>>(
  options: LeanClientOptions,
  rows: Rows,
): LeanClient<Rows> {
  checkAccount(options);
  const { projectId, region, auth, baseUrl, timeoutMs = 30_000, now = Date.now, random = Math.random } = options;
  const transport = options.fetch ? fetchTransport(options.fetch) : defaultTransport(fetchTransport);
  const attempts = withRetry(withJson(withTimeout(transport)), { now, random, sleep: options.sleep ?? sleep });
  const send = withErrors(withAuth(attempts, auth), region, now);
  const policy = fillPolicy(options.retry);
  const addresses = addressesOf(region, baseUrl);

  function toMethod(row: string): (...values: unknown[]) => Promise<unknown> {
    const operation = parseOperation(row);
    const { method, host = 'conversation' } = operation;
    return async (...values) => {
      const { path, body, query = {}, options: call = {} } = toArguments<LeanCallOptions>(operation, values);
      const search = serializeQuery(query);
      const url = addresses[host] + serializePath(operation.path, { ...path, project_id: projectId }) + (search && `?${search}`);
      const request = new TransportRequest(url, { method, headers: call.headers, body: body && JSON.stringify(body) });
      return (
        await send(request, { operation, timeoutMs: call.timeoutMs ?? timeoutMs, policy: fillPolicy(call.retry, policy) }, call.signal)
      ).data;
    };
  }
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, toMethod(row)])) as LeanClient<Rows>;
}
