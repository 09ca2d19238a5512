import {
  ApiError,
  AuthError,
  ConnectionError,
  ConvapiError,
  DeliveryUnknownError,
  isApiError,
  isAuthError,
  isConnectionError,
  isConvapiError,
  isDeliveryUnknownError,
  isTimeoutError,
  REGIONS,
  TimeoutError,
  WEBHOOK_TRIGGERS,
} from '@convapi/core';
import { ok, same } from './assert.js';

/** @import { Check } from './types.js' */

/** @type {Record<string, (value: unknown) => boolean>} */
const GUARDS = {
  ApiError: isApiError,
  AuthError: isAuthError,
  ConnectionError: isConnectionError,
  DeliveryUnknownError: isDeliveryUnknownError,
  TimeoutError: isTimeoutError,
};

/** @type {Check[]} */
export const coreChecks = [
  {
    name: 'core: each guard knows its own error and no other',
    async run() {
      const errors = [
        new ApiError('a', { status: 404 }),
        new AuthError('b'),
        new ConnectionError('c'),
        new DeliveryUnknownError('d'),
        new TimeoutError('e', { timeoutMs: 5 }),
      ];
      for (const error of errors) {
        const fitting = Object.keys(GUARDS).filter((name) => GUARDS[name]?.(error));
        same(fitting, [error.name], `guards that take ${error.name}`);
        ok(error instanceof ConvapiError && isConvapiError(error), `${error.name} is a ConvapiError`);
      }
      for (const other of [new Error('x'), null, undefined, 'ApiError', { name: 'ApiError', convapi: true }]) {
        ok(!isConvapiError(other) && !isApiError(other), `${String(other)} is no error of the toolkit`);
      }
    },
  },
  {
    name: 'core: guards take an error of another copy of the package, and the cause is kept',
    async run() {
      const foreign = Object.assign(new Error('from another copy'), { name: 'ApiError', convapi: true });
      ok(isApiError(foreign), 'an ApiError of another copy is known');
      ok(!(foreign instanceof ApiError), 'it is of another class');
      const cause = new Error('below');
      ok(new ConvapiError('above', { cause }).cause === cause, 'cause is kept');
    },
  },
  {
    name: 'core: value lists are there',
    async run() {
      same([...REGIONS].sort(), ['br', 'eu', 'us'], 'regions');
      ok(WEBHOOK_TRIGGERS.includes('MESSAGE_INBOUND'), 'MESSAGE_INBOUND is a trigger');
    },
  },
];
