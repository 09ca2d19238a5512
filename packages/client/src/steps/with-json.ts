import { toConnectionError, toUnreadableError } from '../transport/connection-error.ts';
import type { TransportRequest } from '../transport/transport.ts';
import type { Step } from './step.ts';

/**
 * Reads the JSON of an answer as a part of the attempt: one that was cut short is as lost as one that broke off, and one that
 * is no JSON object where the operation promises one is not the service's.
 */
export function withJson(next: Step): Step {
  return async (request, call, signal) => {
    const response = await next(request, call, signal);
    if (!response.ok || call.operation.empty) return response;
    response.data = parse(await response.text(), request, response.headers.get('content-type'));
    return response;
  };
}

function parse(text: string, request: TransportRequest, contentType: string | null): object {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    const data: unknown = JSON.parse(json);
    if (typeof data === 'object' && data !== null) return data;
  } catch (cause) {
    // what begins like the service's own answer was cut short
    if (/^\s*[{[]/.test(json)) throw toConnectionError(request, cause);
  }
  request.taken = false;
  throw toUnreadableError(request, describe(json, contentType));
}

function describe(text: string, contentType: string | null): string {
  if (text.trim() === '') return 'is empty where JSON was promised';
  if (/html/i.test(contentType ?? '') || /^\s*</.test(text)) return 'is HTML, not JSON';
  return `is not the JSON of the API (${contentType ?? 'no content-type'})`;
}
