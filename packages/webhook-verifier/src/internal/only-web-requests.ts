import { isWebRequest } from './headers.ts';
import { quietly } from './quietly.ts';
import type { ErrorHook, RequestContext } from './respond.ts';
import { wrongInput } from './wrong-input.ts';

/** What Node and Express pass beside a request. */
interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(text: string): unknown;
}

/**
 * A fetch handler that says what to do when a framework calls it with a request of its own. The error goes where that
 * framework looks for errors: to `next` in Express, into the rejection elsewhere. A server of Node looks nowhere, and a
 * rejection would end its process: there it is answered with 500, and `onError` is told.
 */
export function onlyWebRequests(
  handle: (request: Request, context: RequestContext) => Promise<Response>,
  onError: ErrorHook,
): (request: Request, context?: RequestContext) => Promise<Response> {
  return async (request, ...rest) => {
    if (isWebRequest(request)) return handle(request, rest[0]);
    const error = wrongInput(request);
    const [res, next] = rest as [Partial<NodeResponse>?, unknown?];
    if (typeof res?.end !== 'function') throw error;
    if (typeof next === 'function') return next(error);
    await quietly(() => onError(error));
    res.statusCode = 500;
    res.setHeader?.('content-type', 'application/json');
    return res.end(JSON.stringify({ reason: 'wrong_entry', message: error.message })) as never;
  };
}
