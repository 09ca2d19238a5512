import { ConvapiError } from '@convapi/core';
import createClient from 'openapi-fetch';
import type { CallOptions, CallPromise, DataWithResponse, PagePromise } from './call.ts';
import type { CallArguments, Caller, Operation } from './operation.ts';
import { serializePath, serializeQuery } from './serialize-url.ts';
import { toApiError } from './to-api-error.ts';
import { OutgoingRequest, type Send, type TransportResponse } from './transport.ts';

/** What calls have in common. */
export interface CallerSettings {
  projectId: string;
  region: string;
  /** Address of each host. */
  addressOf(host: Operation['host']): string;
  /** The request path for a call with these options. */
  sendFor(options: CallOptions): Send;
}

/** openapi-fetch without its inference: paths are only known at run time here, the generated methods hold the types. */
type Request = (method: string, path: string, init: object) => Promise<{ data?: string; error?: unknown; response: TransportResponse }>;

/** Binds the operation table to a request path. */
export function makeCaller(settings: CallerSettings): Caller {
  const api = createClient({
    Request: OutgoingRequest as unknown as typeof globalThis.Request,
    pathSerializer: serializePath,
    querySerializer: serializeQuery,
  }) as unknown as { request: Request };

  async function once(operation: Operation, args: CallArguments): Promise<DataWithResponse<unknown>> {
    const { path, query = {}, body, options = {} } = args;
    const { headers, signal } = options;
    const place = { operation: operation.name, region: settings.region };
    const { data, error, response } = await api.request(operation.method, operation.path, {
      baseUrl: settings.addressOf(operation.host),
      params: { path: { ...path, project_id: settings.projectId }, query },
      parseAs: 'text',
      fetch: settings.sendFor(options),
      ...(body === undefined ? {} : { body }),
      ...(headers ? { headers } : {}),
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) throw toApiError(response, error, place);
    return { data: parse(data, place.operation), response };
  }

  return (operation, args) =>
    toPagePromise(once(operation, args), operation, (token) => {
      const next =
        operation.token === 'body' ? { body: { ...args.body, page_token: token } } : { query: { ...args.query, page_token: token } };
      return once(operation, { ...args, ...next });
    });
}

function toPagePromise(
  first: Promise<DataWithResponse<unknown>>,
  { items, name }: Operation,
  next: (token: string) => Promise<DataWithResponse<unknown>>,
): PagePromise<unknown, unknown> {
  const promise = first.then(({ data }) => data) as CallPromise<unknown>;
  return Object.assign(promise, {
    // by way of `promise`, so that an error has one handler and never counts as unhandled
    withResponse: () => promise.then(() => first),
    async *[Symbol.asyncIterator]() {
      let token: string | undefined;
      let page = (await promise) as Record<string, unknown> | undefined;
      for (;;) {
        yield* (page?.[items ?? ''] ?? []) as unknown[];
        const following = page?.next_page_token;
        if (typeof following !== 'string' || following === '') return;
        if (following === token)
          throw new ConvapiError(`[@convapi/client] ${name}: the service gave the same page token twice. Stopped, to not loop for ever.`);
        token = following;
        page = (await next(token)).data as Record<string, unknown>;
      }
    },
  });
}

function parse(text: string | undefined, operation: string): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ConvapiError(
      `[@convapi/client] ${operation} was taken, but its answer is not JSON. Do not repeat it blindly; check \`baseUrl\` and proxies.`,
      { cause },
    );
  }
}
