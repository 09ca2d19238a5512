import { nameAlternatives } from './name-alternatives.ts';
import { refName, type Schema } from './openapi.ts';

/**
 * Rewrites the schemas so that their TypeScript says what plain OpenAPI words do not:
 * enums take what these types do not know yet, alternatives have names and exclude each other's keys, maps with known
 * keys complete them and take any, free-form objects take any object.
 * Which operations use a schema makes no difference: one type serves both directions. See docs/decisions.
 */
export function prepareSchemas(schemas: Record<string, Schema>): Record<string, Schema> {
  const prepared: Record<string, Schema> = {};
  for (const [name, schema] of Object.entries(nameAlternatives(schemas))) prepared[name] = prepare(schema);
  return prepared;
}

function prepare(original: Schema): Schema {
  const schema = withPlainComment(original);
  if (schema.$ref) return schema;
  if (schema.enum) return openEnum(schema);
  if (schema.propertyNames && typeof schema.additionalProperties === 'object') {
    const { propertyNames: keys, ...rest } = schema;
    return { ...rest, additionalProperties: prepare(schema.additionalProperties), 'x-keys': refName(keys) };
  }
  if (isFreeForm(schema)) return { ...schema, 'x-json-object': true };
  const { required = [] } = schema;
  schema.properties &&= mapEntries(
    schema.properties,
    (value, key) => value && (isTag(value, required.includes(key)) ? withPlainComment(value) : prepare(value)),
  );
  if (schema.items) schema.items = prepare(schema.items);
  if (typeof schema.additionalProperties === 'object') schema.additionalProperties = prepare(schema.additionalProperties);
  for (const word of ['allOf', 'anyOf', 'oneOf'] as const) {
    if (schema[word]) schema[word] = schema[word].map(prepare);
  }
  return schema;
}

/** An object of which nothing is known but that it is one. */
function isFreeForm({ additionalProperties, properties }: Schema): boolean {
  return additionalProperties === true && properties === undefined;
}

/** openapi-typescript prints a description behind a tag of its own, a title as plain text: TSDoc wants the latter. */
function withPlainComment({ description, format: _, ...schema }: Schema): Schema {
  return description === undefined ? schema : { title: description, ...schema };
}

function openEnum({ enum: values, ...schema }: Schema): Schema {
  return { ...schema, 'x-open-values': values };
}

/** A required property with one possible value tells variants apart, so it stays a literal. */
function isTag(schema: Schema, required: boolean): boolean {
  return required && schema.enum?.length === 1;
}

function mapEntries<A, B>(record: Record<string, A>, change: (value: A, key: string) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
