import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadSpec, type Spec } from '../src/load-spec.ts';
import type { Schema } from '../src/openapi.ts';
import type { Collection, Item } from '../src/postman/collection.ts';
import { emitPostman } from '../src/postman/emit-postman.ts';
import { exampleOf } from '../src/postman/example-of.ts';
import { readOperations } from '../src/read-operations.ts';

const spec = await loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url)));

function collectionOf({ conversation, batch, ...rest }: Spec): Collection {
  const operations = [...readOperations(conversation, 'conversation'), ...readOperations(batch, 'batch')];
  return emitPostman({ conversation, batch, ...rest }, operations)['convapi.postman_collection.json'] as Collection;
}

const requestsOf = (collection: Collection): Item[] => collection.item.flatMap(({ item }) => item);

describe('the Postman collection', () => {
  test('is the same text each time', () => {
    expect(JSON.stringify(collectionOf(spec))).toBe(JSON.stringify(collectionOf(spec)));
  });

  test('gives each request an id of its own, so that importing it again updates it', () => {
    const ids = requestsOf(collectionOf(spec)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('orders a folder so that it runs: what makes things first, what deletes them last', () => {
    const contacts = collectionOf(spec).item.find(({ name }) => name === 'Contacts')?.item ?? [];
    expect(contacts[0]?.id).toBe('Contact_CreateContact');
    expect(contacts.at(-1)?.id).toBe('Contact_DeleteContact');
  });

  test('has an operation and a trigger that the spec got later, with a variable and bodies made up from the schemas', () => {
    const added = structuredClone(spec);
    added.schemas.Parcel = {
      type: 'object',
      required: ['weight', 'kind'],
      properties: { weight: { type: 'integer' }, kind: { type: 'string', enum: ['BOX', 'BAG'] } },
    };
    const requestBody = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Parcel' } } } };
    const responses = { 200: { content: {} } };
    added.conversation.paths['/v1/projects/{project_id}/parcels/{parcel_id}'] = {
      parameters: [{ name: 'parcel_id', in: 'path', required: true, schema: { type: 'string' } }],
      put: { operationId: 'Parcels_Weigh', tags: ['Parcels'], summary: 'Weigh a parcel', requestBody, responses },
    };
    added.conversation.webhooks = { ...added.conversation.webhooks, PARCEL: { post: { operationId: 'PARCEL', requestBody, responses } } };
    const collection = collectionOf(added);
    const weigh = collection.item.find(({ name }) => name === 'Parcels')?.item[0]?.request;
    expect(weigh?.url.raw).toBe('{{BASE_URL}}/v1/projects/{{PROJECT}}/parcels/{{PARCEL_ID}}');
    expect(weigh?.body).toMatchObject({ raw: '{\n  "weight": 0,\n  "kind": "BOX"\n}' });
    expect(collection.variable.map(({ key }) => key)).toContain('PARCEL_ID');
    const parcel = requestsOf(collection).find(({ id }) => id === 'callback-PARCEL')?.request.body;
    expect(JSON.parse((parcel as { raw: string }).raw)).toMatchObject({ weight: 0, kind: 'BOX' });
  });

  test('says which operation its walk needs when a spec comes without it', () => {
    const cut = structuredClone(spec);
    delete cut.conversation.paths['/v1/projects/{project_id}/messages:send'];
    expect(() => collectionOf(cut)).toThrow('[@convapi/codegen] The first five minutes need Messages_SendMessage');
  });
});

describe('a made-up example', () => {
  const schemas: Record<string, Schema> = {
    Tree: { type: 'object', required: ['child'], properties: { child: { $ref: '#/components/schemas/Tree' } } },
  };
  test.each<[string, Schema, unknown]>([
    ['is the one that the schema states', { type: 'string', examples: ['86400s'] }, '86400s'],
    ['is the constant', { const: 'X' }, 'X'],
    ['is the default', { type: 'integer', default: 0 }, 0],
    ['is a time', { type: 'string', format: 'date-time' }, expect.stringMatching(/^\d{4}-\d\d-\d\dT/)],
    ['holds one item', { type: 'array', items: { type: 'boolean' } }, [true]],
    ['leaves out what is optional', { type: 'object', properties: { a: { type: 'string' } } }, {}],
    [
      'takes the first alternative, beside what is always required',
      {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'string' } },
        oneOf: [{ required: ['a'], properties: { a: { type: 'number' } } }, { required: ['b'] }],
      },
      { id: 'string', a: 0 },
    ],
  ])('%s', (_, schema, example) => {
    expect(exampleOf(schemas, schema)).toEqual(example);
  });

  test('ends where a schema holds itself', () => {
    expect(JSON.stringify(exampleOf(schemas, { $ref: '#/components/schemas/Tree' })).length).toBeLessThan(100);
  });
});
