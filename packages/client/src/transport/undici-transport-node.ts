import { ConvapiError } from '@convapi/core';
import { createBodyReader, tooLong } from './read-body-node.ts';
import { splitUrl } from './split-url.ts';
import { headersOf, type Transport, type TransportRequest, type TransportResponse, toResponse } from './transport.ts';
import { watchLimits } from './watch-limits.ts';

/** What is used of a dispatcher of undici, by its shape: versions 5 to 8 have it. */
export interface DispatcherLike {
  /** Sends a request and tells the handler what comes back. */
  // biome-ignore lint/suspicious/noExplicitAny: options and handlers are typed differently in every version
  dispatch(options: any, handler: any): boolean;
}

/** Options of {@link undiciTransport}. */
export interface UndiciTransportOptions {
  /** An `Agent`, `Pool` or `ProxyAgent` of undici, version 5 or later. */
  dispatcher: DispatcherLike;
}

/**
 * A transport over a dispatcher of undici, the fastest on Node, for those who have undici installed.
 *
 * @throws {@link ConvapiError} when there is no dispatcher.
 * @example
 * ```ts
 * import { undiciTransport } from '@convapi/client/undici';
 * import { Agent } from 'undici';
 *
 * const transport = undiciTransport({ dispatcher: new Agent({ connections: 50 }) });
 * ```
 */
export function undiciTransport({ dispatcher }: UndiciTransportOptions): Transport {
  if (typeof dispatcher?.dispatch !== 'function') {
    throw new ConvapiError('[@convapi/client] undiciTransport needs a dispatcher. Pass { dispatcher: new Agent() } of undici.');
  }
  const send: Transport = (request, signal) => exchange(dispatcher, request, signal);
  return Object.assign(send, { timed: true as const });
}

type AnswerHeaders = Record<string, string | string[] | undefined>;

/** By `dispatch`: the stream that `undici.request` puts around an answer costs a third of a call. */
function exchange(dispatcher: DispatcherLike, request: TransportRequest, signal: AbortSignal | undefined): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const { url, method, headers, body, maxResponseBytes } = request;
    let abort: ((reason: Error) => void) | undefined;
    let over = false;
    const fail = (error: unknown) => {
      over = true;
      limits.clear();
      reject(limits.explain(error));
      abort?.(new Error('given up'));
    };
    // it may still wait for a connection
    const limits = watchLimits(request, signal, () => fail(undefined));
    const answer = createBodyReader(maxResponseBytes);
    let answerHeaders: AnswerHeaders = {};
    const events: Events = {
      start(giveUp) {
        abort = giveUp;
        if (over) giveUp(new Error('given up'));
        else request.left = true;
      },
      head(status, given) {
        answerHeaders = given;
        request.answered(status, headersOf(given));
      },
      data(chunk) {
        if (!answer.add(chunk)) fail(tooLong(maxResponseBytes));
      },
      async end() {
        try {
          const responseHeaders = headersOf(answerHeaders);
          const text = await answer.text(responseHeaders.get('content-encoding'));
          limits.clear();
          resolve(toResponse(request.status ?? 0, responseHeaders, text));
        } catch (error) {
          fail(error);
        }
      },
      fail,
    };
    const [origin, path] = splitUrl(url);
    try {
      dispatcher.dispatch(
        { origin, path, method, headers: { 'accept-encoding': 'gzip, deflate, br', ...headers }, body: body ?? null },
        toHandler(events),
      );
    } catch (error) {
      fail(error);
    }
  });
}

/** What happens to a request. */
interface Events {
  start(giveUp: (reason: Error) => void): void;
  head(status: number, headers: AnswerHeaders): void;
  data(chunk: Buffer): void;
  end(): void;
  fail(error: unknown): void;
}

/** The handler as undici 7 and later call it, and as 5 and 6 do. */
function toHandler({ start, head, data, end, fail }: Events): object {
  return {
    onRequestStart: (controller: { abort(reason: Error): void }) => start((reason) => controller.abort(reason)),
    onResponseStart: (_: unknown, status: number, headers: AnswerHeaders) => head(status, headers),
    onResponseData: (_: unknown, chunk: Buffer) => data(chunk),
    onResponseEnd: end,
    onResponseError: (_: unknown, error: unknown) => fail(error),
    onRequestUpgrade: () => fail(new Error('it switched to another protocol')),
    onConnect: start,
    onHeaders(status: number, raw: Buffer[]) {
      if (status >= 200) head(status, toRecord(raw));
      return true;
    },
    onData(chunk: Buffer) {
      data(chunk);
      return true;
    },
    onComplete: end,
    onError: fail,
    onUpgrade: () => fail(new Error('it switched to another protocol')),
  };
}

function toRecord(raw: Buffer[]): AnswerHeaders {
  const record: AnswerHeaders = {};
  for (let at = 0; at + 1 < raw.length; at += 2) record[String(raw[at]).toLowerCase()] = String(raw[at + 1]);
  return record;
}
