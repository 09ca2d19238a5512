import { toConnectionError } from '../transport/connection-error.ts';
import type { Step } from './step.ts';

/** Reads the JSON of an answer as a part of the attempt: one that was cut short is as lost as one that broke off. */
export function withJson(next: Step): Step {
  return async (request, call, signal) => {
    const response = await next(request, call, signal);
    const text = response.ok ? await response.text() : '';
    if (text === '') return response;
    try {
      response.data = JSON.parse(text);
    } catch (cause) {
      throw toConnectionError(request, cause);
    }
    return response;
  };
}
