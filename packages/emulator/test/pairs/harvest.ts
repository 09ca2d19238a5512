import { createRequire } from 'node:module';
import { readOperations, type Schema } from '../contract/documents.ts';
import { fieldsOf, type Named, named, places } from './find-pairs.ts';

/** What answers and callbacks can show, and what they did. */
export interface Harvest {
  /** Every named object of an answer or a callback. */
  shown: Map<string, Named>;
  /** The names that stand under a field. */
  fields: Map<string, Set<string>>;
  /** The things that were seen, by the name of their schema. */
  values: Map<string, unknown[]>;
  answered(operationId: string, body: unknown): void;
  called(trigger: string, body: unknown): void;
}

export function createHarvest(): Harvest {
  const operations = readOperations();
  const callbacks = readCallbacks();
  const shown = new Map<string, Named>();
  const fields = new Map<string, Set<string>>();
  const values = new Map<string, unknown[]>();

  function note(schema: Named): void {
    if (shown.has(schema.name)) return;
    shown.set(schema.name, schema);
    for (const [field, inner] of fieldsOf(schema.schema, schema.resolve)) {
      for (const { at } of places(inner, schema.resolve)) {
        fields.set(field, (fields.get(field) ?? new Set()).add(at.name));
        note(at);
      }
    }
  }

  function take(value: unknown, at: Named): void {
    if (typeof value !== 'object' || value === null) return;
    values.set(at.name, [...(values.get(at.name) ?? []), value]);
    const known = fieldsOf(at.schema, at.resolve);
    for (const [field, inner] of Object.entries(value)) {
      const schema = known.get(field);
      for (const { steps, at: place } of schema ? places(schema, at.resolve) : []) for (const one of unfold(inner, steps)) take(one, place);
    }
  }

  const answers = operations.flatMap(({ answer, resolve }) => (answer ? (named(answer, resolve) ?? []) : []));
  for (const schema of [...answers, ...callbacks.values()]) note(schema);
  return {
    shown,
    fields,
    values,
    answered(operationId, body) {
      const found = operations.find(({ id }) => id === operationId);
      const schema = found?.answer && named(found.answer, found.resolve);
      if (schema) take(body, schema);
    },
    called(trigger, body) {
      const schema = callbacks.get(trigger);
      if (schema) take(body, schema);
    },
  };
}

function unfold(value: unknown, steps: readonly string[]): unknown[] {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap((one) => unfold(one, rest));
}

function readCallbacks(): Map<string, Named> {
  const document = createRequire(import.meta.url)('@convapi/core/openapi.json') as Schema;
  const resolve = (reference: string) =>
    reference
      .split('/')
      .slice(1)
      .reduce<unknown>((part, key) => (part as Schema)[key], document) as Schema;
  type Webhook = { post: { requestBody: { content: { 'application/json': { schema: Schema } } } } };
  return new Map(
    Object.entries(document.webhooks as Record<string, Webhook>).flatMap(([trigger, { post }]) => {
      const schema = named(post.requestBody.content['application/json'].schema, resolve);
      return schema ? [[trigger, schema] as const] : [];
    }),
  );
}
