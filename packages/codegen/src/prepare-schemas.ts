import type { Spec } from './load-spec.ts';
import { type Document, jsonSchema, refName, resolve, type Schema } from './openapi.ts';

/**
 * Rewrites the schemas so that their TypeScript is as strict as the wire:
 * alternatives exclude each other's keys, enums that the service sends are open, maps with named keys keep those names.
 * The document itself stays readable; see docs/decisions.
 */
export function prepareSchemas(spec: Spec): Record<string, Schema> {
  const received = receivedSchemas(spec);
  const prepared: Record<string, Schema> = {};
  for (const [name, schema] of Object.entries(spec.schemas)) {
    prepared[name] = prepare(structuredClone(schema), { spec, open: received.has(name) && !schema.enum });
  }
  return prepared;
}

interface Context {
  spec: Spec;
  open: boolean;
}

function prepare(original: Schema, context: Context): Schema {
  const schema = withPlainComment(original);
  if (schema['x-echo']) context = { ...context, open: false };
  const named = refName(schema);
  if (named !== undefined) {
    const target = context.spec.schemas[named];
    return context.open && target?.enum ? openEnum(schema, { 'x-open-ref': named }) : schema;
  }
  if (schema.enum && schema.enum.length > 1 && context.open) return openEnum(schema, { 'x-open-values': schema.enum });
  if (schema.propertyNames && typeof schema.additionalProperties === 'object') {
    const values = prepare(schema.additionalProperties, context);
    const { propertyNames: keys, ...rest } = schema;
    return context.open ? { ...rest, additionalProperties: values } : { ...rest, additionalProperties: values, 'x-keys': refName(keys) };
  }
  if (schema.properties) schema.properties = mapValues(schema.properties, (value) => value && prepare(value, context));
  if (schema.items) schema.items = prepare(schema.items, context);
  if (typeof schema.additionalProperties === 'object') schema.additionalProperties = prepare(schema.additionalProperties, context);
  for (const word of ['allOf', 'anyOf', 'oneOf'] as const) {
    if (schema[word]) schema[word] = schema[word].map((member) => prepare(member, context));
  }
  if (schema.oneOf) schema.oneOf = excludeEachOther(schema.oneOf);
  return schema;
}

/** openapi-typescript prints a description behind a tag of its own, a title as plain text: TSDoc wants the latter. */
function withPlainComment({ description, format: _, ...schema }: Schema): Schema {
  return description === undefined ? schema : { title: description, ...schema };
}

function openEnum(schema: Schema, extension: Schema): Schema {
  const { $ref, enum: values, ...rest } = schema;
  return { ...rest, type: 'string', ...extension };
}

/** Gives each inline alternative the keys of the others as `false`, which openapi-typescript turns into `never`. */
function excludeEachOther(alternatives: Schema[]): Schema[] {
  const keys = alternatives.flatMap((one) => (one.$ref ? [] : Object.keys(one.properties ?? {})));
  return alternatives.map((one) => {
    if (one.$ref || !one.properties) return one;
    const own = one.properties;
    const others = keys.filter((key) => !(key in own)).map((key) => [key, false] as const);
    return { ...one, properties: { ...own, ...Object.fromEntries(others) } };
  });
}

/** Names of the schemas that the service sends: reachable from an answer or a callback without passing an echo. */
function receivedSchemas(spec: Spec): Set<string> {
  const names = new Set<string>();
  const visit = (schema: Schema | false | undefined | boolean): void => {
    if (!schema || typeof schema !== 'object' || schema['x-echo']) return;
    const name = refName(schema);
    if (name !== undefined) {
      if (names.has(name)) return;
      names.add(name);
      visit(spec.schemas[name]);
      return;
    }
    for (const property of Object.values(schema.properties ?? {})) visit(property);
    for (const word of ['allOf', 'anyOf', 'oneOf'] as const) for (const member of schema[word] ?? []) visit(member);
    visit(schema.items);
    visit(schema.additionalProperties);
  };
  for (const document of [spec.conversation, spec.batch]) for (const schema of answersAndCallbacks(document)) visit(schema);
  return names;
}

function answersAndCallbacks(document: Document): (Schema | undefined)[] {
  const operations = Object.values(document.paths).flatMap((item) => [item.get, item.post, item.put, item.patch, item.delete]);
  const answers = operations.flatMap((operation) =>
    Object.values(operation?.responses ?? {}).map((response) => jsonSchema(resolve(document, response))),
  );
  const callbacks = Object.values(document.webhooks ?? {}).map(({ post }) => jsonSchema(post.requestBody));
  return [...answers, ...callbacks];
}

function mapValues<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
