import { ConvapiError } from '@convapi/core';
import { refuseUnknown } from './internal/check-options.ts';
import { isParsed, type LambdaHttpEvent, toLambdaRequest, toMethod } from './internal/lambda-request.ts';
import { type LambdaHttpResult, toLambdaResult } from './internal/lambda-result.ts';
import { parsedTooEarly } from './internal/parsed-too-early.ts';
import { checkHandler, type ErrorHook, type FetchHandler, respond } from './internal/respond.ts';
import { wrongInput } from './internal/wrong-input.ts';

export type { LambdaHttpEvent } from './internal/lambda-request.ts';
export type { LambdaHttpResult } from './internal/lambda-result.ts';
export type { FetchHandler, RequestContext } from './internal/respond.ts';

/** Options of {@link toLambdaHandler}. */
export interface LambdaHandlerOptions {
  /** The handler threw, or the body was parsed too early; default `console.error(error)`. */
  onError?: ErrorHook | undefined;
}

/** A function for AWS Lambda. */
export type LambdaHandler = (event: LambdaHttpEvent) => Promise<LambdaHttpResult>;

const FIX = 'Remove the body parser that runs before the function, and use a proxy integration.';

/**
 * A fetch handler as a function for AWS Lambda behind API Gateway (REST, HTTP API with payload 1.0 or 2.0), a function
 * URL or a load balancer. The function rejects when it is called with an event that is no HTTP request. The handler gets
 * `{ params }` as context, those of the path.
 *
 * @throws {@link ConvapiError} at once when an option is unknown, or `handler` is no function.
 * @example
 * ```ts
 * import { createWebhookHandler, createWebhookVerifier } from '@convapi/webhook-verifier';
 * import { toLambdaHandler } from '@convapi/webhook-verifier/lambda';
 *
 * const verifier = createWebhookVerifier({ secrets: 'my-secret' });
 * export const handler = toLambdaHandler(createWebhookHandler(verifier, { default: (event) => console.log(event.trigger) }));
 * ```
 */
export function toLambdaHandler(handler: FetchHandler, options: LambdaHandlerOptions = {}): LambdaHandler {
  const { onError = (error: unknown) => console.error(error), ...unknown } = options;
  checkHandler(handler);
  refuseUnknown(unknown, 'onError');
  return async (event) => {
    const method = toMethod(event ?? {});
    if (!method) throw isRequest(event) ? wrongInput(event) : noRequest();
    return toLambdaResult(await respondTo(event, method), event.requestContext?.http !== undefined);
  };

  function respondTo(event: LambdaHttpEvent, method: string): Promise<Response> {
    return isParsed(event)
      ? parsedTooEarly(FIX, onError)
      : respond(handler, toLambdaRequest(event, method), { params: event.pathParameters ?? {} }, onError);
  }
}

/** Is it a request of something else than Lambda? */
function isRequest(event: object | undefined): boolean {
  return ['headers', 'raw', 'req'].some((key) => key in (event ?? {}));
}

function noRequest(): ConvapiError {
  return new ConvapiError(
    '[@convapi/webhook-verifier] The event is no HTTP request. Call the function through API Gateway, a function URL or a load balancer.',
  );
}
