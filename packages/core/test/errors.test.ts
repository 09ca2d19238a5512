import { describe, expect, test } from 'vitest';
import * as core from '../src/index.ts';

const everyError = [
  { error: new core.ApiError('no', { status: 404 }), is: core.isApiError },
  { error: new core.ConnectionError('no'), is: core.isConnectionError },
  { error: new core.TimeoutError('no', { timeoutMs: 5 }), is: core.isTimeoutError },
  { error: new core.AuthError('no'), is: core.isAuthError },
  { error: new core.DeliveryUnknownError('no'), is: core.isDeliveryUnknownError },
];

describe.each(everyError)('$error.name', ({ error, is }) => {
  test('is a ConvapiError and an Error, and carries its message', () => {
    expect(error).toBeInstanceOf(core.ConvapiError);
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe('no');
    expect(String(error)).toBe(`${error.name}: no`);
  });

  test('is recognised by its own guard and by that of the base, and by no other', () => {
    expect(core.isConvapiError(error)).toBe(true);
    expect(everyError.filter((other) => other.is(error))).toEqual([{ error, is }]);
  });

  test('is recognised when another copy of the package made it', () => {
    const copy = Object.assign(new Error('no'), { name: error.name, convapi: true });
    expect(copy instanceof core.ConvapiError).toBe(false);
    expect(is(copy)).toBe(true);
  });
});

test('a guard takes anything without throwing', () => {
  for (const value of [undefined, null, 1, 'text', {}, { name: 'ApiError', convapi: true }, new Error('plain')]) {
    expect(core.isConvapiError(value)).toBe(false);
    expect(core.isApiError(value)).toBe(false);
  }
});

test('the cause is kept, even when it is undefined by intent', () => {
  const cause = new Error('below');
  expect(new core.ConnectionError('no', { cause }).cause).toBe(cause);
  expect('cause' in new core.ConnectionError('no')).toBe(false);
});

test('an ApiError lists the fields that the service found wrong', () => {
  const details = [
    { '@type': 'type.googleapis.com/google.rpc.RetryInfo' },
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', field_violations: [{ field: 'app_id', description: 'is missing' }] },
  ];
  expect(new core.ApiError('no', { status: 400, details }).fieldViolations).toEqual([{ field: 'app_id', description: 'is missing' }]);
  expect(new core.ApiError('no', { status: 400 }).fieldViolations).toEqual([]);
});
