import { isWebhookVerificationError } from '../webhook-verification-error.ts';
import { answer } from './answer.ts';
import { optionError } from './check-options.ts';
import { quietly } from './quietly.ts';

/**
 * What a host may pass beside a request, such as the parameters of its route: anything but a request of Node and a
 * function. That makes `app.post(path, handler)` of Express and `app.use(handler)` of Koa errors of the compiler.
 */
export type RequestContext =
  | string
  | number
  | bigint
  | boolean
  | symbol
  | null
  | undefined
  | (object & PlainContext)
  | (Readonly<Record<string, unknown>> & PlainContext);

interface PlainContext {
  readonly httpVersion?: never;
  /** As a function has it: `next` of Koa. */
  readonly bind?: never;
}

/** Any fetch handler: that of the webhooks, or a whole application around it. */
export type FetchHandler = (request: Request, context?: RequestContext) => Response | Promise<Response>;

/** Hears what went wrong on our side. */
export type ErrorHook = (error: unknown) => void | Promise<void>;

/** Refuses what is no fetch handler, as a verifier, before the first request comes. */
export function checkHandler(handler: unknown): void {
  if (typeof handler !== 'function') throw optionError('handler', 'the function that createWebhookHandler returns');
}

/** The answer of a handler; 500 without a word of the error when it throws. `undefined` is a request that the web does not know. */
export async function respond(
  handler: FetchHandler,
  request: Request | undefined,
  context: RequestContext,
  onError: ErrorHook,
): Promise<Response> {
  try {
    return request ? await handler(request, context) : answer(400, 'bad_request');
  } catch (error) {
    if (isWebhookVerificationError(error) && error.reason === 'body_too_large') return answer(413, error.reason);
    await quietly(() => onError(error));
    return answer(500, 'handler_failed');
  }
}
