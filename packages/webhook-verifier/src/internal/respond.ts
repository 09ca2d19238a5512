import { answer } from './answer.ts';
import { quietly } from './quietly.ts';

/** Any fetch handler: that of the webhooks, or a whole application around it. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

/** Hears what went wrong on our side. */
export type ErrorHook = (error: unknown) => void | Promise<void>;

/** The answer of a handler; 500 without a word of the error when it throws. `undefined` is a request that the web does not know. */
export async function respond(handler: FetchHandler, request: Request | undefined, onError: ErrorHook): Promise<Response> {
  try {
    return request ? await handler(request) : answer(400, 'bad_request');
  } catch (error) {
    await quietly(() => onError(error));
    return answer(500, 'handler_failed');
  }
}
