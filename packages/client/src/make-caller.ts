import { ConvapiError, DeliveryUnknownError } from '@convapi/core';
import createClient from 'openapi-fetch';
import type { DataWithResponse, PagePromise } from './call.ts';
import { toCallPromise } from './call-promise.ts';
import type { CallArguments, Caller, Operation } from './operation.ts';
import { serializePath, serializeQuery } from './serialize-url.ts';
import { wasTaken } from './steps/judge.ts';
import { toApiError } from './to-api-error.ts';
import { type Transport, TransportRequest, type TransportResponse } from './transport/transport.ts';

/** What calls have in common. */
export interface CallerSettings {
  projectId: string;
  region: string;
  now(): number;
  /** Address of each host. */
  addressOf(host: Operation['host']): string;
  /** The request path of a call. */
  sendFor(operation: Operation, args: CallArguments): Transport;
}

/** openapi-fetch without its inference: paths are only known at run time here, the generated methods hold the types. */
type OpenApiFetch = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: string; error?: unknown; response: TransportResponse }>;

/** Binds the operation table to a request path. */
export function makeCaller(settings: CallerSettings): Caller {
  const { request: callApi } = createClient({
    Request: TransportRequest as unknown as typeof globalThis.Request,
    pathSerializer: serializePath,
    querySerializer: serializeQuery,
  }) as unknown as { request: OpenApiFetch };

  async function once(operation: Operation, args: CallArguments): Promise<DataWithResponse<unknown>> {
    const { path, query = {}, body, options: { headers, signal } = {} } = args;
    const place = { operation: operation.name, region: settings.region };
    const send = settings.sendFor(operation, args);
    let outgoing: TransportRequest | undefined;
    const fetch = (request: TransportRequest) => {
      outgoing = request;
      if (headers) request.setHeaders(headers);
      return send(request, signal);
    };
    const failure = (error: unknown) => (operation.sends && outgoing ? judgeSend(error, outgoing, operation) : error);
    const { response } = await callApi(operation.method, operation.path, {
      baseUrl: settings.addressOf(operation.host),
      params: { path: { ...path, project_id: settings.projectId }, query },
      parseAs: 'stream', // the answer has been read already, and is parsed below
      fetch,
      ...(body === undefined ? {} : { body }),
    }).catch((error: unknown) => {
      throw failure(error);
    });
    if (!response.ok) throw failure(toApiError(response, await response.text(), place, settings.now()));
    return { data: response.data, response };
  }

  return (operation, args) =>
    toPagePromise(once(operation, args), operation, (token) => {
      const next =
        operation.token === 'body' ? { body: { ...args.body, page_token: token } } : { query: { ...args.query, page_token: token } };
      return once(operation, { ...args, ...next });
    });
}

/** A send that failed, but was or may have been taken on the way, is neither done nor not done. */
function judgeSend(cause: unknown, request: TransportRequest, { name }: Operation): unknown {
  const taken = wasTaken(request);
  if (!taken && !request.maybeTaken) return cause;
  const reason = cause instanceof Error ? cause.name : 'no answer';
  const what = taken
    ? `was taken, but its answer was lost (${reason}). Look it up to learn its id; do not send it again.`
    : `left, and whether it was taken is unknown (${reason}). Look it up before sending it again, or choose another \`retry.sends\`.`;
  return new DeliveryUnknownError(`[@convapi/client] ${name}: the request ${what}`, { cause, operation: name, taken });
}

function toPagePromise(
  first: Promise<DataWithResponse<unknown>>,
  { items, name }: Operation,
  next: (token: string) => Promise<DataWithResponse<unknown>>,
): PagePromise<unknown, unknown> {
  const promise = toCallPromise(first);
  return Object.assign(promise, {
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
