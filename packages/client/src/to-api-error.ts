import { ApiError, type ErrorDetailEntry } from '@convapi/core';
import type { CallResponse } from './call.ts';

/** Where a call went, for the message of an error. */
export interface CallPlace {
  operation: string;
  region: string;
}

const REQUEST_ID_HEADERS = ['x-request-id', 'x-correlation-id', 'x-amzn-requestid'];

/** Turns an answer that is not a 2xx into an error that says what to do. `body` is parsed JSON, or text. */
export function toApiError(response: CallResponse, body: unknown, place: CallPlace): ApiError {
  const error = errorOf(body);
  const details = Array.isArray(error.details) ? (error.details as ErrorDetailEntry[]) : [];
  const { status } = response;
  const said = typeof error.message === 'string' && error.message !== '' ? error.message : 'no explanation came with it';
  const advice = adviceFor(status, place);
  return new ApiError(`[@convapi/client] ${status} on ${place.operation}: ${sentence(said)}${fieldsIn(details)}${advice}`, {
    status,
    code: typeof error.status === 'string' ? error.status : undefined,
    requestId: REQUEST_ID_HEADERS.map((name) => response.headers.get(name)).find((id) => id !== null) ?? undefined,
    details,
    retryAfterMs: retryAfterMs(response, details),
    operation: place.operation,
    body,
  });
}

/** Documents disagree on whether the error stands under `error` or at the top: both are read. */
function errorOf(body: unknown): Record<string, unknown> {
  if (typeof body === 'string') return { message: body.slice(0, 300) };
  if (typeof body !== 'object' || body === null) return {};
  const { error } = body as { error?: unknown };
  return (typeof error === 'object' && error !== null ? error : body) as Record<string, unknown>;
}

function fieldsIn(details: ErrorDetailEntry[]): string {
  const violations = details.flatMap(({ field_violations: list }) => (Array.isArray(list) ? list : []));
  const texts = violations.slice(0, 5).map(({ field, description }) => `${field}: ${description}`);
  return texts.length > 0 ? ` (${texts.join('; ')})` : '';
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function adviceFor(status: number, { region }: CallPlace): string {
  if (status === 401) return ' Check the key id and secret, and that the key belongs to this project.';
  if (status === 403) return ' The key has no access to this project: check `projectId` and the rights of the key.';
  if (status === 404) return ` Is it in another region than "${region}"? Set \`region\` to match the dashboard.`;
  if (status === 429) return ' Too many calls: slow down, and try again later.';
  if (status === 501) return ' This method does not exist there: do not repeat it.';
  if (status >= 300 && status < 400) return ' The address redirects: check `baseUrl`.';
  return '';
}

function retryAfterMs(response: CallResponse, details: ErrorDetailEntry[]): number | undefined {
  for (const { retry_delay: delay, retryDelay = delay } of details) {
    const seconds = typeof retryDelay === 'string' ? Number.parseFloat(retryDelay) : Number.NaN;
    if (Number.isFinite(seconds)) return seconds * 1000;
  }
  const header = response.headers.get('retry-after');
  return header !== null && /^\d+$/.test(header) ? Number(header) * 1000 : undefined;
}
