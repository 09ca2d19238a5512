import type { FieldViolation } from '@convapi/core';
import type { RefusalCode } from '../operations/index.ts';
import { keepSaid } from './said.ts';
import { textAnswer } from './text-answer.ts';

/** Header on every answer that the emulator gives of itself, and the service would not. */
export const EMULATOR_HEADER = 'x-convapi-emulator';

const STATUS: Readonly<Record<RefusalCode, number>> = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  ABORTED: 409,
  RESOURCE_EXHAUSTED: 429,
  UNIMPLEMENTED: 501,
};

/** An answer with a JSON body. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(body);
  return keepSaid(textAnswer({ status, headers: { 'content-type': 'application/json', ...headers }, text }), text);
}

/** An error as the API writes it. */
export function apiError(
  code: RefusalCode,
  message: string,
  options: { violations?: FieldViolation[]; headers?: Record<string, string>; status?: number } = {},
): Response {
  const { violations = [], headers = {}, status = STATUS[code] } = options;
  const details = violations.length === 0 ? [] : [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', field_violations: violations }];
  return json(status, { error: { code: status, message, status: code, details } }, headers);
}

/** An error of the emulator itself. It does not look like one of the API, so that nobody writes code against it. */
export function emulatorError(status: number, kind: string, message: string): Response {
  return json(status, { emulator_error: { kind, message } }, { [EMULATOR_HEADER]: kind });
}
