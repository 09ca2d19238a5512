import { expect, test } from 'vitest';
import { emitTypes } from '../src/emit-types.ts';
import type { Spec } from '../src/load-spec.ts';
import type { Schema } from '../src/openapi.ts';
import { prepareSchemas } from '../src/prepare-schemas.ts';

/** The TypeScript of some schemas; `sent` and `received` name those at the two ends of an operation. */
async function typesOf(schemas: Record<string, Schema>, ends: { sent?: string; received?: string } = {}): Promise<string> {
  const content = (name: string) => ({ content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } });
  const post = {
    operationId: 'Thing_Do',
    ...(ends.sent ? { requestBody: content(ends.sent) } : {}),
    responses: { 200: ends.received ? content(ends.received) : {} },
  };
  const document = { servers: [], paths: { '/': { post } }, components: { schemas } };
  const spec: Spec = { conversation: document, batch: { servers: [], paths: {}, components: { schemas: {} } }, schemas };
  return (await emitTypes(prepareSchemas(spec))).replace(/\s+/g, ' ');
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const Channel: Schema = { type: 'string', enum: ['SMS', 'RCS'] };

test('alternatives exclude the keys of one another', async () => {
  const oneOf = ['a', 'b'].map((key) => ({ properties: { [key]: { type: 'string' } }, required: [key] }));
  expect(await typesOf({ Either: { type: 'object', oneOf } })).toContain(
    'export type Either = { a: string; b?: never; } | { a?: never; b: string; };',
  );
});

test('an enum in a schema that is only sent stays closed', async () => {
  const Sent: Schema = { type: 'object', properties: { channel: ref('Channel'), mode: { type: 'string', enum: ['A', 'B'] } } };
  expect(await typesOf({ Channel, Sent }, { sent: 'Sent' })).toContain('interface Sent { channel?: Channel; mode?: "A" | "B"; }');
});

test('an enum in a schema that is received is open, also in lists and inside other schemas', async () => {
  const Inner: Schema = {
    type: 'object',
    properties: { channels: { type: 'array', items: ref('Channel') }, mode: { type: 'string', enum: ['A', 'B'] } },
  };
  const Received: Schema = { type: 'object', properties: { inner: ref('Inner') } };
  expect(await typesOf({ Channel, Inner, Received }, { received: 'Received' })).toContain(
    'interface Inner { channels?: Open<Channel>[]; mode?: Open<"A" | "B">; }',
  );
});

test('what only repeats the request stays closed', async () => {
  const Echoed: Schema = { type: 'object', properties: { channel: ref('Channel') } };
  const Received: Schema = { type: 'object', properties: { echo: { ...ref('Echoed'), 'x-echo': true } } };
  expect(await typesOf({ Channel, Echoed, Received }, { sent: 'Echoed', received: 'Received' })).toContain(
    'interface Echoed { channel?: Channel; }',
  );
});

test('a literal that tells variants apart stays a literal', async () => {
  const Received: Schema = { type: 'object', properties: { type: { type: 'string', enum: ['text'] } }, required: ['type'] };
  expect(await typesOf({ Received }, { received: 'Received' })).toContain('interface Received { type: "text"; }');
});

test('a map with known keys has those keys when sent, and any when received', async () => {
  const Lookup: Schema = {
    type: 'object',
    properties: { map: { type: 'object', propertyNames: ref('Channel'), additionalProperties: { type: 'string' } } },
  };
  expect(await typesOf({ Channel, Lookup }, { sent: 'Lookup' })).toContain('map?: Partial<Record<Channel, string>>;');
  expect(await typesOf({ Channel, Lookup }, { received: 'Lookup' })).toContain('map?: { [key: string]: string; };');
});

test('a description is the first line of the comment', async () => {
  expect(
    await typesOf({ Thing: { type: 'object', description: 'A thing.', properties: { a: { type: 'string', description: 'Part a.' } } } }),
  ).toContain('/** A thing. */ export interface Thing { /** Part a. */ a?: string; }');
});
