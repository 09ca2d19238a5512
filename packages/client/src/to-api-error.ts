import { ApiError, type ErrorDetailEntry } from '@convapi/core';
import { readErrorBody } from './error-body.ts';
import { retryAfterMs } from './retry-after.ts';
import type { TransportResponse } from './transport/transport.ts';

/** Where a call went, for the message of an error. */
export interface CallPlace {
  operation: string;
  region: string;
  /** In place of the service's hosts. */
  baseUrl: string | undefined;
}

/** On answers that only the emulator gives: it says itself what to do. */
const EMULATOR_HEADER = 'x-convapi-emulator';
const REQUEST_ID_HEADERS = ['x-request-id', 'x-correlation-id', 'x-amzn-requestid'];

/** Turns an answer that is not a 2xx into an error that says what to do. */
export function toApiError({ status, headers }: TransportResponse, text: string, place: CallPlace, nowMs: number): ApiError {
  const { message = 'no explanation came with it', code, details, body } = readErrorBody(text);
  const said = /[.!?]$/.test(message) ? message : `${message}.`;
  return new ApiError(
    `[@convapi/client] ${status} on ${place.operation}: ${said}${fieldsIn(details)}${headers.get(EMULATOR_HEADER) === null ? adviceFor(status, place, said) : ''}`,
    {
      status,
      code,
      requestId: requestIdOf(headers),
      details,
      retryAfterMs: retryAfterMs(headers, details, nowMs),
      operation: place.operation,
      body,
    },
  );
}

/** The id under which the service's logs have the request. */
export function requestIdOf(headers: TransportResponse['headers']): string | undefined {
  return REQUEST_ID_HEADERS.map((name) => headers.get(name)).find((id) => id !== null) ?? undefined;
}

function fieldsIn(details: ErrorDetailEntry[]): string {
  const violations = details.flatMap(({ field_violations: list }) => (Array.isArray(list) ? list : []));
  const texts = violations.slice(0, 5).map(({ field, description }) => `${field}: ${description}`);
  return texts.length > 0 ? ` (${texts.join('; ')})` : '';
}

/** What to do about the statuses that say it. */
const ADVICE: Readonly<Record<number, string>> = {
  401: ' Check the key id and secret, and that the key belongs to this project.',
  403: ' The key has no access to this project: check `projectId` and the rights of the key.',
  429: ' Too many calls: slow down, and try again later.',
  501: ' This method does not exist there: do not repeat it.',
};

function adviceFor(status: number, { region, baseUrl }: CallPlace, said: string): string {
  if (status === 404 && baseUrl !== undefined) return said.includes('region') ? '' : ' Check the id, and that `baseUrl` ends before /v1.';
  if (status === 404) return ` Is it in another region than "${region}"? Set \`region\` to match the dashboard.`;
  if (status === 403 && said.includes('project')) return '';
  if (status < 400) return ' The address redirects: check `baseUrl`.';
  return ADVICE[status] ?? '';
}
