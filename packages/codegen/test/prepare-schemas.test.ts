import { describe, expect, test } from 'vitest';
import { emitTypes } from '../src/emit-types.ts';
import type { Schema } from '../src/openapi.ts';
import { prepareSchemas } from '../src/prepare-schemas.ts';

/** The TypeScript of some schemas. */
async function typesOf(schemas: Record<string, Schema>): Promise<string> {
  return (await emitTypes(prepareSchemas(schemas))).replace(/\s+/g, ' ');
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const Channel: Schema = { type: 'string', enum: ['SMS', 'RCS'] };

const text: Schema = { type: 'string' };
const oneOf = (...keys: string[]): Schema[] => keys.map((key) => ({ properties: { [key]: text }, required: [key] }));

describe('alternatives', () => {
  test('have names, hold what all share, and exclude the keys of one another', async () => {
    const AppMessage: Schema = { type: 'object', properties: { agent: text }, oneOf: oneOf('text_message', 'card_message') };
    const types = await typesOf({ AppMessage });
    expect(types).toContain('export type AppMessage = AppTextMessage | AppCardMessage;');
    expect(types).toContain('export interface AppTextMessage { agent?: string; card_message?: never; text_message: string; }');
    expect(types).toContain('export interface AppCardMessage { agent?: string; card_message: string; text_message?: never; }');
  });

  test('are called after their key, where the key does not end like the schema', async () => {
    expect(await typesOf({ Recipient: { type: 'object', oneOf: oneOf('contact_id', 'identified_by') } })).toContain(
      'export type Recipient = RecipientContactId | RecipientIdentifiedBy;',
    );
  });

  test('that would be called like another schema are refused, and the name is said', async () => {
    const AppMessage: Schema = { type: 'object', oneOf: oneOf('text_message', 'card_message') };
    await expect(typesOf({ AppMessage, AppTextMessage: { type: 'object' } })).rejects.toThrow('AppTextMessage would be declared twice');
  });

  test('that are schemas of their own keep their names', async () => {
    expect(await typesOf({ A: { type: 'object' }, B: { type: 'object' }, Either: { oneOf: [ref('A'), ref('B')] } })).toContain(
      'export type Either = A | B;',
    );
  });
});

describe('an enum', () => {
  test('takes what the types do not know, named or in its place, in lists and inside other schemas', async () => {
    const Thing: Schema = {
      type: 'object',
      properties: { channels: { type: 'array', items: ref('Channel') }, mode: { type: 'string', enum: ['A', 'B'] } },
    };
    const types = await typesOf({ Channel, Thing });
    expect(types).toContain('export type Channel = "SMS" | "RCS" | Unrecognized;');
    expect(types).toContain('interface Thing { channels?: Channel[]; mode?: "A" | "B" | Unrecognized; }');
  });

  test('of one value is open too', async () => {
    expect(await typesOf({ Thing: { type: 'object', properties: { policy: { type: 'string', enum: ['EXPIRE'] } } } })).toContain(
      'interface Thing { policy?: "EXPIRE" | Unrecognized; }',
    );
  });

  test('beside null takes null, whether the list names it or not, and values need not be text', async () => {
    const field = (type: string[], values: Schema['enum']): Schema => ({ type, enum: values as never });
    const properties = { a: field(['string', 'null'], ['A', null]), b: field(['string', 'null'], ['B']), c: field(['integer'], [1, 2]) };
    expect(await typesOf({ Thing: { type: 'object', properties } })).toContain(
      'a?: "A" | null | Unrecognized; b?: "B" | null | Unrecognized; c?: 1 | 2 | Unrecognized;',
    );
  });

  test('that tells variants apart, as a required property of one value does, stays a literal', async () => {
    const Variant: Schema = { type: 'object', properties: { type: { type: 'string', enum: ['text'] } }, required: ['type'] };
    expect(await typesOf({ Variant })).toContain('interface Variant { type: "text"; }');
  });
});

test('a map with known keys completes them', async () => {
  const Lookup: Schema = {
    type: 'object',
    properties: { map: { type: 'object', propertyNames: ref('Channel'), additionalProperties: { type: 'string' } } },
  };
  expect(await typesOf({ Channel, Lookup })).toContain('map?: KeyedBy<Channel, string>;');
});

test('an object of which nothing is known is any JSON object', async () => {
  expect(await typesOf({ Thing: { type: 'object', properties: { metadata: { type: 'object', additionalProperties: true } } } })).toContain(
    'metadata?: JsonObject;',
  );
});

test('a description is the first line of the comment', async () => {
  expect(
    await typesOf({ Thing: { type: 'object', description: 'A thing.', properties: { a: { type: 'string', description: 'Part a.' } } } }),
  ).toContain('/** A thing. */ export interface Thing { /** Part a. */ a?: string; }');
});
