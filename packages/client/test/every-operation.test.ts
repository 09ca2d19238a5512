import batch from '@convapi/core/batch.openapi.json' with { type: 'json' };
import document from '@convapi/core/openapi.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { OPERATIONS } from '../src/generated/operations.ts';
import * as entry from '../src/index.ts';
import { startApi } from './api-server.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Every operation of a document: id → method and path. */
function operationsOf(paths: Record<string, object>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, item] of Object.entries(paths)) {
    for (const method of METHODS) {
      const operation = (item as Record<string, { operationId: string } | undefined>)[method];
      if (operation) found.set(operation.operationId, `${method.toUpperCase()} ${path}`);
    }
  }
  return found;
}

const documented = new Map([...operationsOf(document.paths), ...operationsOf(batch.paths)]);

test('the entry exports these names and no others', () => {
  expect(Object.keys(entry).sort()).toEqual([
    ...['ApiError', 'AuthError', 'ConnectionError', 'ConvapiError', 'DeliveryUnknownError', 'TimeoutError'],
    ...['addChannel', 'addTriggers', 'createConversationClient', 'createRateLimiter', 'fetchTransport', 'findSentMessage'],
    ...['isApiError', 'isAuthError', 'isConnectionError', 'isConvapiError', 'isDeliveryUnknownError', 'isTimeoutError'],
    ...['recoverSends', 'toTemplate', 'unrecognized', 'withSendLog'],
  ]);
});

const rows = Object.entries(OPERATIONS).flatMap(([resource, methods]) =>
  Object.entries(methods).map(([method, row]) => ({ resource, method, request: row.split(' ').slice(0, 2).join(' ') })),
);

test('both documents together have 63 operations, each a method', () => {
  expect(documented.size).toBe(63);
  expect(rows.map(({ request }) => request).sort()).toEqual([...documented.values()].sort());
});

test.each(rows)('$resource.$method makes the request $request', async ({ resource, method, request: path }) => {
  const { client, requests } = await startApi();
  const call = (client as unknown as Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>)[resource]?.[method];
  expect(call).toBeTypeOf('function');
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter).filter((parameter) => parameter !== 'project_id');
  await call?.(...parameters);
  const target = requests[0]?.target.replace(/^\/batch/, '').replace(/\?page_size=10$/, '');
  expect(`${requests[0]?.method} ${target}`).toBe(path.replace('{project_id}', 'project').replace(/[{}]/g, ''));
});
