/** A JSON Schema, or a part of one. */
export type Schema = Record<string, unknown>;

/**
 * Rewrites the schemas of the spec so that ajv's errors can be shown to people.
 *
 * "Exactly one of these keys" and discriminated unions are written with `oneOf`, for which ajv reports every branch that did
 * not fit. They become keywords that name the one thing that is wrong, and cost one look instead of a try of each branch.
 */
export function prepareSchemas(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prepareSchemas);
  if (!isSchema(value)) return value;
  const prepared: Schema = {};
  for (const [key, part] of Object.entries(value)) {
    // Documentation and defaults are data, not schemas.
    prepared[key] = key === 'enum' || key === 'default' || key === 'const' || key.startsWith('x-') ? part : prepareSchemas(part);
  }
  return openList(rewriteForbiddenPair(rewriteChoice(rewriteUnion(prepared))));
}

/** Lists of keys that the vendor does not close: what is missing in them is no mistake. */
const OPEN_LISTS: readonly string[] = ['#/components/schemas/ChannelPropertyKey'];

function openList(schema: Schema): Schema {
  const { propertyNames, ...rest } = schema;
  return isSchema(propertyNames) && OPEN_LISTS.includes(String(propertyNames.$ref)) ? rest : schema;
}

/** `anyOf` of single keys: one of them has to be there. */
function rewriteChoice(schema: Schema): Schema {
  if (!Array.isArray(schema.anyOf)) return schema;
  const variants = schema.anyOf.filter(isSchema);
  if (!variants.every(isKeyVariant)) return schema;
  const { anyOf: _choice, ...rest } = schema;
  return { ...withKeys(rest, variants), atLeastOneKey: variants.flatMap((variant) => variant.required) };
}

function rewriteUnion(schema: Schema): Schema {
  if (!Array.isArray(schema.oneOf)) return schema;
  const variants = schema.oneOf.filter(isSchema);
  const { oneOf: _union, discriminator, ...rest } = schema;
  if (variants.every(isKeyVariant)) {
    return { ...withKeys(rest, variants), exactlyOneKey: variants.flatMap((variant) => variant.required) };
  }
  if (isSchema(discriminator)) return byDiscriminator(rest, discriminator);
  const [content, nothing] = variants;
  if (variants.length === 2 && nothing?.type === 'null') {
    // biome-ignore lint/suspicious/noThenProperty: "then" is a keyword of JSON Schema
    return { ...rest, if: { not: { type: 'null' } }, then: content };
  }
  return schema;
}

/** `{ properties: { text_message: … }, required: ['text_message'] }` */
function isKeyVariant(variant: Schema): boolean {
  return Array.isArray(variant.required) && variant.required.length === 1 && isSchema(variant.properties);
}

function withKeys(rest: Schema, variants: Schema[]): Schema {
  const own = isSchema(rest.properties) ? rest.properties : {};
  return { ...rest, type: 'object', properties: Object.assign({}, own, ...variants.map((variant) => variant.properties)) };
}

function byDiscriminator(rest: Schema, discriminator: Schema): Schema {
  const property = String(discriminator.propertyName);
  const mapping = isSchema(discriminator.mapping) ? discriminator.mapping : {};
  return {
    ...rest,
    type: 'object',
    required: [property],
    properties: { [property]: { enum: Object.keys(mapping) } },
    allOf: Object.entries(mapping).map(([value, $ref]) => ({
      if: { type: 'object', properties: { [property]: { const: value } }, required: [property] },
      // biome-ignore lint/suspicious/noThenProperty: "then" is a keyword of JSON Schema
      then: { $ref },
    })),
  };
}

/** `not: { required: [a, b] }` means that the two exclude each other. */
function rewriteForbiddenPair(schema: Schema): Schema {
  if (!isSchema(schema.not) || !Array.isArray(schema.not.required)) return schema;
  const { not, ...rest } = schema;
  return { ...rest, atMostOneKey: (not as Schema).required };
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
