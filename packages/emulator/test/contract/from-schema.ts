import fc from 'fast-check';
import type { Schema } from './documents.ts';

/** Stand-ins for ids, exchanged for real ones when the request goes out: only then is it known what there is. */
export const PLACEHOLDERS = {
  app_id: '{{app}}',
  contact_id: '{{contact}}',
  source_id: '{{other contact}}',
  destination_id: '{{contact}}',
  conversation_id: '{{conversation}}',
  message_id: '{{message}}',
  event_id: '{{event}}',
  webhook_id: '{{webhook}}',
  template_id: '{{template}}',
  batch_id: '{{batch}}',
  project_id: '{{project}}',
  list_type: 'OPT_OUT_ALL',
  identity: '46700000001',
  default_translation: 'en-US',
  language_code: 'en-US',
  target: 'http://127.0.0.1:9/callbacks',
  callback_url: 'http://127.0.0.1:9/callbacks',
  page_token: '',
  accept_time: '{{now}}',
  send_after: '{{now}}',
} as const;

const ANY_OBJECT: Schema = { type: 'object', additionalProperties: true };

/** Below this only what is required is made, so that messages in messages end. */
const DEEPEST = 5;

const strings = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 30 }) },
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constant(''),
);

/** Values that a schema takes: the requests that have to get through. */
export function fromSchema(schema: Schema, resolve: (reference: string) => Schema, name = '', depth = 0): fc.Arbitrary<unknown> {
  const next = (inner: Schema, innerName = '') => fromSchema(inner, resolve, innerName, depth + 1);
  // What stands beside a reference adds to it: a body may require more than the schema that it refers to.
  if (typeof schema.$ref === 'string')
    return fromSchema(join([resolve(schema.$ref), without(schema, ['$ref', 'description'])], resolve), resolve, name, depth);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  if (Array.isArray(schema.allOf)) return fromSchema(join(schema.allOf as Schema[], resolve), resolve, name, depth);
  const variants = (schema.oneOf ?? schema.anyOf) as Schema[] | undefined;
  if (variants) return fc.nat(variants.length - 1).chain((index) => oneVariant(schema, variants[index] ?? {}, resolve, name, depth));
  const [type] = [schema.type].flat() as (string | undefined)[];
  switch (type) {
    case 'string':
      return stringOf(schema, name);
    case 'integer':
      // The one that a stored template has.
      if (name === 'version') return fc.constant(1);
      return fc.integer({ min: Number(schema.minimum ?? 0), max: Number(schema.maximum ?? 1_000) });
    case 'number':
      return fc.double({ min: -90, max: 90, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(next((schema.items ?? {}) as Schema, name.replace(/s$/, '')), {
        minLength: Number(schema.minItems ?? 1),
        maxLength: 2,
      });
    case 'object':
      return objectOf(schema, resolve, depth, next);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function stringOf({ format, pattern, maxLength = 30 }: Schema, name: string): fc.Arbitrary<unknown> {
  if (Object.hasOwn(PLACEHOLDERS, name)) return fc.constant(PLACEHOLDERS[name as keyof typeof PLACEHOLDERS]);
  if (format === 'date-time') return fc.constant(name === 'end_time' ? '2030-01-01T00:00:00Z' : '2026-11-21T11:59:00Z');
  if (format === 'date') return fc.constant('1990-02-28');
  if (format === 'e164') return fc.constant('+46700000001');
  if (format === 'unix-seconds') return fc.constant('1795262340');
  if (format === 'byte') return fc.constant('AAAA');
  if (pattern === '^\\d+s$') return fc.constant('60s');
  if (/url|endpoint$|link/.test(name)) return fc.constant('https://example.com/a.png');
  return strings.map((text) => text.slice(0, Number(maxLength)));
}

function objectOf(
  schema: Schema,
  resolve: (reference: string) => Schema,
  depth: number,
  next: (inner: Schema, name?: string) => fc.Arbitrary<unknown>,
) {
  const required = (schema.required ?? []) as string[];
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>).filter(
    ([key, inner]) => required.includes(key) || (depth < DEEPEST && inner.readOnly !== true && inner !== (false as unknown)),
  );
  const fixed = fc.record(Object.fromEntries(properties.map(([key, inner]) => [key, next(inner, key)])), {
    requiredKeys: required.filter((key) => properties.some(([known]) => known === key)),
  });
  const { additionalProperties: more, propertyNames, not } = schema;
  const [first, second] = ((not as Schema | undefined)?.required ?? []) as string[];
  if (first !== undefined && second !== undefined)
    return fixed.map((made) => (Object.hasOwn(made, first) ? without(made as Schema, [second]) : made));
  if (more === undefined || more === false || depth >= DEEPEST) return fixed;
  const keys = propertyNames ? fromSchema(propertyNames as Schema, resolve) : fc.string({ minLength: 1, maxLength: 10 });
  const values = more === true ? fc.jsonValue({ maxDepth: 1 }) : next(more as Schema);
  const others = fc.array(fc.tuple(keys, values), { maxLength: 2 }).map((entries) => Object.fromEntries(entries) as object);
  return fc.tuple(fixed, others).map(([one, other]) => ({ ...other, ...one }));
}

/** One of several: either another key for the same object, or a schema of its own. */
function oneVariant(
  schema: Schema,
  variant: Schema,
  resolve: (reference: string) => Schema,
  name: string,
  depth: number,
): fc.Arbitrary<unknown> {
  const rest = without(schema, ['oneOf', 'anyOf', 'discriminator']);
  const { propertyName, mapping } = (schema.discriminator ?? {}) as { propertyName?: string; mapping?: Record<string, string> };
  const key = Object.entries(mapping ?? {}).find(([, reference]) => reference === variant.$ref)?.[0];
  const merged = join([{ ...ANY_OBJECT, additionalProperties: undefined }, rest, variant], resolve);
  if (variant.$ref !== undefined && rest.properties === undefined && key === undefined)
    return fromSchema(variant, resolve, name, depth + 1);
  if (variant.type === 'null') return fc.constant(null);
  const made = fromSchema(merged, resolve, name, depth).map((one) => withOwnChannel(one, schema, variant));
  return propertyName !== undefined && key !== undefined ? made.map((one) => ({ ...(one as object), [propertyName]: key })) : made;
}

/** Credentials of the channel that takes this kind of them. */
function withOwnChannel(made: unknown, { 'x-by-channel': byChannel }: Schema, { required }: Schema): unknown {
  if (byChannel === undefined) return made;
  const [kind = ''] = required as string[];
  const found = Object.entries(byChannel as Record<string, string[]>).find(([, kinds]) => kinds.includes(kind));
  return found ? { ...(made as object), channel: found[0] } : made;
}

/** Several schemas of one object as one. */
function join(parts: readonly Schema[], resolve: (reference: string) => Schema): Schema {
  const whole = parts.map((part) => (typeof part.$ref === 'string' ? { ...resolve(part.$ref), ...without(part, ['$ref']) } : part));
  return {
    ...Object.assign({}, ...whole),
    properties: Object.assign({}, ...whole.map((part) => part.properties)),
    required: [...new Set(whole.flatMap((part) => (part.required ?? []) as string[]))],
  };
}

function without(schema: Schema, keys: readonly string[]): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));
}
