import { ConvapiError } from '@convapi/core';
import type { DriftSentinel } from '@convapi/core/drift';
import type { CallOptions, DataWithResponse, PagePromise } from './call.ts';
import { toCallPromise } from './call-promise.ts';
import type { HOSTS } from './generated/operations.ts';
import type { CallArguments, Caller, Operation } from './operation.ts';
import { serializePath, serializeQuery } from './serialize-url.ts';
import type { Call, Step } from './steps/step.ts';
import { TransportRequest } from './transport/transport.ts';

/** What calls have in common. */
export interface CallerSettings {
  projectId: string;
  addresses: Record<keyof typeof HOSTS, string>;
  /** The request path. */
  send: Step;
  /** What the request path is told of a call. */
  toCall(operation: Operation, body: object | undefined, options: CallOptions): Call;
  drift: Pick<DriftSentinel, 'answer'> | undefined;
}

const NO_OPTIONS: CallOptions = {};

/** Binds the operation table to a request path. */
export function makeCaller({ projectId, addresses, send, toCall, drift }: CallerSettings): Caller {
  async function once(
    operation: Operation,
    { path, query, body: known, options = NO_OPTIONS }: CallArguments,
  ): Promise<DataWithResponse<unknown>> {
    const { method, host = 'conversation' } = operation;
    const body = options.extraBody ? { ...known, ...options.extraBody } : known;
    const search = serializeQuery(withPageSize(operation, query));
    const place = serializePath(operation.path, Object.assign({}, path, { project_id: projectId }));
    const url = addresses[host] + place + (search && `?${search}`);
    const request = new TransportRequest(url, { method, headers: options.headers, body: body && JSON.stringify(body) });
    const response = await send(request, toCall(operation, body, options), options.signal);
    if (drift) note(drift, operation, response.data);
    return { data: response.data, response };
  }

  return (operation, readArguments) => {
    let args: CallArguments;
    const begin = async () => {
      args = readArguments();
      return once(operation, args);
    };
    const first = begin();
    if (!operation.items) return toCallPromise(first) as PagePromise<unknown, unknown>;
    return toPagePromise(first, operation, (token) => {
      const next =
        operation.token === 'body' ? { body: { ...args.body, page_token: token } } : { query: { ...args.query, page_token: token } };
      return once(operation, { ...args, ...next });
    });
  };
}

/** Some lists are empty unless they are told how long a page is. */
function withPageSize({ pageSize }: Operation, query: { page_size?: unknown } = {}): object {
  return pageSize ? { ...query, page_size: query.page_size ?? pageSize } : query;
}

/** What was answered stays answered, whatever the notes come to. */
function note(drift: Pick<DriftSentinel, 'answer'>, { name, method, path, host }: Operation, body: unknown): void {
  try {
    drift.answer({ operation: name, method, pathTemplate: path, document: host === 'batch' ? 'batch' : 'conversation' }, body);
  } catch {
    // a send that was taken must not look as if it had failed
  }
}

function toPagePromise(
  first: Promise<DataWithResponse<unknown>>,
  { items, name }: Operation,
  next: (token: string) => Promise<DataWithResponse<unknown>>,
): PagePromise<unknown, unknown> {
  const promise = toCallPromise(first);
  return Object.assign(promise, {
    async *[Symbol.asyncIterator]() {
      const tokens = new Set<string>();
      let page = (await promise) as Record<string, unknown> | undefined;
      for (;;) {
        yield* (page?.[items ?? ''] ?? []) as unknown[];
        const following = page?.next_page_token;
        if (typeof following !== 'string' || following === '') return;
        if (tokens.has(following))
          throw new ConvapiError(`[@convapi/client] ${name}: the service gave the same page token twice. Stopped, to not loop for ever.`);
        tokens.add(following);
        page = (await next(following)).data as Record<string, unknown>;
      }
    },
  });
}
