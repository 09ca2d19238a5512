import type { Schema } from './openapi.ts';

/**
 * Gives each inline alternative of a schema a name, so that an error reads "in type `AppTextMessage`" instead of listing
 * every key that is not there: `AppMessage` with `text_message` becomes `AppTextMessage`, one with the schema's own
 * properties, with its key, and with the keys of the other alternatives as `false`, which openapi-typescript turns into
 * `never`. The schema becomes the union of them.
 *
 * @throws Error when two schemas would get the same name.
 */
export function nameAlternatives(schemas: Record<string, Schema>): Record<string, Schema> {
  const named: Record<string, Schema> = {};
  const add = (name: string, schema: Schema) => {
    if (name in named) throw new Error(`[@convapi/codegen] ${name} would be declared twice. Rename the schema or the alternative.`);
    named[name] = schema;
  };
  for (const [name, schema] of Object.entries(schemas)) {
    const alternatives = inlineAlternatives(schema);
    if (!alternatives) {
      add(name, structuredClone(schema));
      continue;
    }
    const names = alternatives.map(({ key }) => alternativeName(name, key));
    const { oneOf: _, properties: shared = {}, required = [], ...rest } = structuredClone(schema);
    add(name, { ...withoutShape(rest), oneOf: names.map((one) => ({ $ref: `#/components/schemas/${one}` })) });
    const keys = alternatives.flatMap(({ schema: { properties = {} } }) => Object.keys(properties));
    alternatives.forEach(({ key, schema: own }, at) => {
      const others = keys.filter((other) => !(other in (own.properties ?? {})));
      add(names[at] as string, {
        type: 'object',
        description: `\`${name}\` with \`${key}\`.`,
        required: [...required, ...(own.required ?? [])],
        properties: {
          ...shared,
          ...structuredClone(own.properties),
          ...Object.fromEntries(others.map((other) => [other, false as const])),
        },
      });
    });
  }
  return named;
}

/** The alternatives when all are objects of their own with one required key, which is what can name them. */
function inlineAlternatives({ oneOf, allOf }: Schema): { key: string; schema: Schema }[] | undefined {
  if (!oneOf || allOf) return undefined;
  const alternatives = oneOf.map((schema) => ({
    key: schema.$ref || schema.required?.length !== 1 ? undefined : schema.required[0],
    schema,
  }));
  return alternatives.every((one): one is { key: string; schema: Schema } => one.key !== undefined) ? alternatives : undefined;
}

/** A union has no shape of its own. */
function withoutShape({ type: _, additionalProperties: __, ...schema }: Schema): Schema {
  return schema;
}

/** `AppMessage` with `text_message` → `AppTextMessage`, `Recipient` with `contact_id` → `RecipientContactId`. */
function alternativeName(schema: string, key: string): string {
  const words = key.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const last = words.at(-1) as string;
  const stem = schema !== last && schema.endsWith(last) ? schema.slice(0, -last.length) : schema;
  return stem + words.join('');
}
