import { Agent, Dispatcher, getGlobalDispatcher } from 'undici';
import { joinChunks } from './join-chunks-node.ts';
import { splitUrl } from './split-url.ts';
import { headersOf, type Transport, type TransportRequest, type TransportResponse, toResponse } from './transport.ts';
import { watchLimits } from './watch-limits.ts';

/** Options of {@link undiciTransport}. */
export interface UndiciTransportOptions {
  /** An `Agent`, `Pool` or `ProxyAgent` of undici. Default: the one that was given to `setGlobalDispatcher`, else an `Agent`. */
  dispatcher?: Dispatcher | undefined;
}

/**
 * A transport over a dispatcher of undici, the fastest on Node, for those who have undici installed.
 *
 * @example
 * ```ts
 * import { undiciTransport } from '@convapi/client/undici';
 * import { Agent } from 'undici';
 *
 * const transport = undiciTransport({ dispatcher: new Agent({ connections: 50 }) });
 * ```
 */
export function undiciTransport({ dispatcher }: UndiciTransportOptions = {}): Transport {
  let own: Agent | undefined;
  function current(): Dispatcher {
    if (dispatcher) return dispatcher;
    const global = getGlobalDispatcher();
    // Once Node's own fetch has been used, the global one is of the undici inside Node, which may be older.
    if (global instanceof Dispatcher) return global;
    own ??= new Agent();
    return own;
  }
  const send: Transport = (request, signal) => exchange(current(), request, signal);
  return Object.assign(send, { timed: true as const });
}

/** By `dispatch`: the stream that `undici.request` puts around an answer costs a third of a call. */
function exchange(dispatcher: Dispatcher, request: TransportRequest, signal: AbortSignal | undefined): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    let controller: Dispatcher.DispatchController | undefined;
    let over = false;
    const limits = watchLimits(request, signal, () => {
      const reason = new Error('given up');
      controller?.abort(reason);
      fail(reason); // it may still wait for a connection
    });
    const fail = (error: unknown) => {
      over = true;
      limits.clear();
      reject(limits.explain(error));
    };
    const start = (given: Dispatcher.DispatchController) => {
      controller = given;
      if (over) given.abort(new Error('given up'));
      else request.left = true;
    };
    const done = (text: string, headers: AnswerHeaders) => {
      limits.clear();
      resolve(toResponse(request.status ?? 0, headersOf(headers), text));
    };
    try {
      dispatcher.dispatch(optionsFor(request), {
        onRequestStart: start,
        onResponseError: (_, error) => fail(error),
        ...read(request, done),
      });
    } catch (error) {
      fail(error);
    }
  });
}

type AnswerHeaders = Record<string, string | string[] | undefined>;

function optionsFor({ url, method, headers, body }: TransportRequest): Dispatcher.DispatchOptions {
  const [origin, path] = splitUrl(url);
  return { origin, path, method: method as Dispatcher.HttpMethod, headers, body: body ?? null };
}

function read(request: TransportRequest, done: (text: string, headers: AnswerHeaders) => void): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let headers: AnswerHeaders = {};
  return {
    onResponseStart(_, status, given) {
      request.status = status;
      headers = given;
    },
    onResponseData(_, chunk) {
      chunks.push(chunk);
    },
    onResponseEnd() {
      done(joinChunks(chunks).toString('utf8'), headers);
    },
  };
}
