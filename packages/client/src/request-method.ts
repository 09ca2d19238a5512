import type { CallOptions, CallPromise } from './call.ts';
import { CALL_OPTIONS, checkCallOptions } from './call-options.ts';
import { wrongOption } from './check-options.ts';
import type { Caller, Operation } from './operation.ts';

/** What a request of {@link RequestMethod} carries, beside the options of any call. */
export interface RequestOptions extends CallOptions {
  /** Sent as JSON. */
  body?: object | undefined;
  /** Query parameters: encoded, lists joined by commas, dates in RFC 3339. */
  query?: object | undefined;
  /** Values of the placeholders of the path: each becomes one encoded segment. */
  params?: Record<string, string> | undefined;
  /** The host that serves the path. Default: that of the Conversation API. */
  host?: 'conversation' | 'template' | 'batch' | undefined;
}

/**
 * Calls an operation that these types do not know yet, through the same steps as every other: credentials, limits, retries
 * (of a GET as of a read, of anything else as of a write), errors, hooks.
 *
 * @param method - HTTP method.
 * @param path - From `/v1` on, with placeholders; `{project_id}` is filled by the client.
 * @throws {@link ConvapiError} when the path is none; else what every call throws.
 * @example
 * ```ts
 * import type { ConversationClient } from '@convapi/client';
 *
 * export function archive(conversation: ConversationClient, contact: string) {
 *   const path = '/v1/projects/{project_id}/contacts/{contact_id}:archive';
 *   return conversation.request<{ archived?: boolean }>('POST', path, { params: { contact_id: contact }, body: { reason: 'moved' } });
 * }
 * ```
 */
export type RequestMethod = <T = unknown>(method: string, path: string, options?: RequestOptions) => CallPromise<T>;

const OWN = ['body', 'query', 'params', 'host'];

export function makeRequestMethod(call: Caller): RequestMethod {
  return <T>(method: string, path: string, init: RequestOptions = {}) => {
    const { body, query, params = {}, host = 'conversation', ...options } = init;
    const operation: Operation = {
      name: `${method} ${path}`,
      method,
      path,
      parameters: [],
      read: method === 'GET',
      ...(host === 'conversation' ? {} : { host }),
      maybeEmpty: true,
    };
    return call(operation, () => {
      checkPath(method, path);
      checkCallOptions(options, 'request', [...CALL_OPTIONS, ...OWN]);
      return { path: params, body, query, options };
    }) as unknown as CallPromise<T>;
  };
}

function checkPath(method: string, path: string): void {
  if (typeof method !== 'string' || !/^[A-Z]+$/.test(method))
    throw wrongOption(`${JSON.stringify(method)} is no HTTP method`, 'Pass GET, POST, …');
  if (
    typeof path !== 'string' ||
    !/^\/[^\s?#\\]*$/.test(path) ||
    path.split('/').some((part) => /^(\.|%2e){1,2}$/i.test(part)) ||
    path.startsWith('//')
  ) {
    throw wrongOption(`${JSON.stringify(path)} is no path`, 'Pass one from /v1 on, values in params and query');
  }
}
