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
  expect(Object.keys(entry)).toEqual(['createConversationClient']);
});

test('both documents together have 63 operations, each in the table', () => {
  expect(documented.size).toBe(63);
  expect(Object.keys(OPERATIONS).sort()).toEqual([...documented.keys()].sort());
});

test.each(Object.entries(OPERATIONS))('%s is a method that makes the documented request', async (id, { name }) => {
  const { client, requests } = await startApi();
  const [resource, method] = name.split('.') as [keyof typeof client, string];
  const call = (client[resource] as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[method];
  expect(call).toBeTypeOf('function');
  const path = documented.get(id) as string;
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter).filter((parameter) => parameter !== 'project_id');
  await call?.(...parameters);
  const target = requests[0]?.target.replace(/^\/batch/, '');
  expect(`${requests[0]?.method} ${target}`).toBe(path.replace('{project_id}', 'project').replace(/[{}]/g, ''));
});
