import { expect, test } from 'vitest';
import type { Document, Schema } from '../src/openapi.ts';
import { ownBodies } from '../src/own-bodies.ts';
import { readOperations } from '../src/read-operations.ts';

const Thing: Schema = { type: 'object', required: ['name'], properties: { id: { type: 'string' }, name: { type: 'string' } } };

function documentWith(body: Schema): Document {
  const put = {
    operationId: 'Things_UpdateThing',
    requestBody: { content: { 'application/json': { schema: body } } },
    responses: { 200: {} },
  };
  return { servers: [], paths: { '/things/{id}': { put } }, components: { schemas: { Thing } } };
}

const reference = { $ref: '#/components/schemas/Thing' };
const bodyOf = (body: Schema) => readOperations(documentWith(body), 'conversation')[0]?.body;

test('a body that asks for more than its schema has a type of its own, with the keys of both required', () => {
  const body = { ...reference, title: 'ThingUpdate', description: 'A thing.', required: ['id'] };
  expect(ownBodies(documentWith(body))).toEqual({
    ThingUpdate: { ...Thing, description: 'A thing.', required: ['name', 'id'] },
  });
  expect(bodyOf(body)).toBe('ThingUpdate');
});

test('a body that is just its schema has none', () => {
  expect(ownBodies(documentWith(reference))).toEqual({});
  expect(bodyOf(reference)).toBe('Thing');
});

test.each([
  ['the name of a schema', { ...reference, title: 'Thing' }],
  ['a reference to nothing', { $ref: '#/components/schemas/Other', title: 'ThingUpdate' }],
])('a body with %s is refused, and the operation is said', (_what, body) => {
  expect(() => ownBodies(documentWith(body))).toThrow('Things_UpdateThing: the body');
});
