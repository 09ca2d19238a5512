import type { SpecDocument, SpecOperation } from './load-spec.ts';
import type { Schema } from './prepare-schemas.ts';
import { contentOf, createFieldsOf, type FieldsOf, isNullable, type Placed, resolved } from './schema-fields.ts';

/**
 * A body without what only the service writes: fields that an answer or a callback has where it tells of the same thing, and nulls,
 * which as in protobuf are fields that were not given. What was read can so be sent back, at any depth. Other spellings of a value that
 * the document names become the one of the document.
 *
 * The same body where there is nothing to take out.
 */
export type WithoutServiceFields = (operation: SpecOperation, body: unknown) => unknown;

/** An object of a request, and those of answers that may tell of the same thing. */
interface Place {
  request: Placed;
  answers: readonly Placed[];
  isWhole?: boolean;
}

export function createWithoutServiceFields(documents: readonly SpecDocument[]): WithoutServiceFields {
  const fieldsOf = createFieldsOf();
  // Read when something was refused: starting takes less than that.
  let read: Answers | undefined;
  const answers = (): Answers => {
    read ??= readAnswers(documents, fieldsOf);
    return read;
  };

  function clean(value: unknown, { request, answers: same, isWhole = false }: Place): unknown {
    const held = contentOf(request);
    if (Array.isArray(value)) {
      if (held?.of !== 'list') return value;
      return keepSame(
        value,
        value.map((entry) => clean(entry, { request: held.content, answers: same.flatMap((one) => contentOf(one)?.content ?? []) })),
      );
    }
    if (typeof value === 'string') return withoutAlias(value, request);
    if (!isObject(value)) return value;
    const fields = fieldsOf(request);
    // One field in common says little of things that stand somewhere inside.
    const like = fields.size > 1 || isWhole ? same.filter((answer) => hasAllOf(fieldsOf, request, answer)) : [];
    const entries = Object.entries(value).flatMap(([key, field]): [string, unknown][] => {
      const schema = fields.get(key) ?? (held?.of === 'map' ? held.content.schema : undefined);
      if (schema === undefined) return like.some((answer) => fieldsOf(answer).has(key)) ? [] : [[key, field]];
      const inner = { json: request.json, schema };
      if (field === null) return isNullable(inner) ? [[key, field]] : [];
      const shown = [...like.flatMap((answer) => fieldIn(fieldsOf, answer, key)), ...answers().named(key)];
      return [[key, clean(field, { request: inner, answers: shown })]];
    });
    const cleaned = Object.fromEntries(entries);
    return entries.length === Object.keys(value).length && entries.every(([key, field]) => value[key] === field) ? value : cleaned;
  }

  return (operation, body) => {
    const json = documents.find(({ name }) => name === operation.document)?.json;
    if (!json || operation.bodyRef === undefined) return body;
    const request = { json, schema: { $ref: operation.bodyRef } };
    const own = operation.answerRef === undefined ? undefined : { json, schema: { $ref: operation.answerRef } };
    // Whatever has all the fields of an injected message is a message: that operation answers nothing itself.
    return clean(body, { request, answers: own && hasAllOf(fieldsOf, request, own) ? [own] : answers().wholes, isWhole: true });
  };
}

/** Do the two name the same thing? Then the answer has all that the request can say of it. */
function hasAllOf(fieldsOf: FieldsOf, request: Placed, answer: Placed): boolean {
  const shown = fieldsOf(answer);
  const fields = [...fieldsOf(request).keys()];
  return fields.length > 0 && fields.every((name) => shown.has(name));
}

/** Some clients of the vendor write a value otherwise than its document. */
function withoutAlias(value: string, request: Placed): string {
  const aliases = (resolved(request).schema['x-aliases'] ?? {}) as Record<string, string>;
  return (Object.hasOwn(aliases, value) ? aliases[value] : undefined) ?? value;
}

function fieldIn(fieldsOf: FieldsOf, { json, schema }: Placed, name: string): Placed[] {
  const field = fieldsOf({ json, schema }).get(name);
  return field ? [{ json, schema: field }] : [];
}

/** All that answers and callbacks hold: the whole bodies, and objects by the name of the field that they stand in. */
interface Answers {
  wholes: readonly Placed[];
  named(field: string): readonly Placed[];
}

function readAnswers(documents: readonly SpecDocument[], fieldsOf: FieldsOf): Answers {
  const wholes = documents.flatMap(({ json, operations }) =>
    operations.flatMap(({ answerRef }) => (answerRef === undefined ? [] : [{ json, schema: { $ref: answerRef } }])),
  );
  const byName = new Map<string, Map<Schema, Placed>>();
  const seen = new Set<Schema>();
  const walk = (placed: Placed): void => {
    const at = resolved(placed);
    if (seen.has(at.schema)) return;
    seen.add(at.schema);
    const held = contentOf(at);
    if (held) walk(held.content);
    for (const [name, schema] of fieldsOf(at)) {
      const field = { json: at.json, schema };
      const known = byName.get(name) ?? new Map<Schema, Placed>();
      byName.set(name, known.set(resolved(field).schema, field));
      walk(field);
    }
  };
  for (const whole of [...wholes, ...documents.flatMap(callbacksOf)]) walk(whole);
  return { wholes, named: (field) => [...(byName.get(field)?.values() ?? [])] };
}

function callbacksOf({ json }: SpecDocument): Placed[] {
  const webhooks = (json.webhooks ?? {}) as Record<string, { post?: { requestBody?: { content?: Record<string, { schema?: Schema }> } } }>;
  return Object.values(webhooks).flatMap(({ post }) => {
    const schema = post?.requestBody?.content?.['application/json']?.schema;
    return schema ? [{ json, schema }] : [];
  });
}

function keepSame(before: unknown[], after: unknown[]): unknown[] {
  return before.every((entry, index) => entry === after[index]) ? before : after;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
