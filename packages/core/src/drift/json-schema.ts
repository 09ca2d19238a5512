/** The part of JSON Schema that the documents use. */
export interface JsonSchema {
  $ref?: string;
  allOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  enum?: unknown[];
}

/** Looks up what a `$ref` points to. */
export type Resolve = (ref: string) => JsonSchema | undefined;

/** Follows references, and takes alternatives and parts of a schema as one list: what any of them knows is known. */
export function flatten(schemas: readonly JsonSchema[], resolve: Resolve, seen = new Set<JsonSchema>()): JsonSchema[] {
  return schemas.flatMap((schema) => {
    if (seen.has(schema)) return [];
    seen.add(schema);
    const target = schema.$ref === undefined ? undefined : resolve(schema.$ref);
    const parts = [...(target ? [target] : []), ...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
    return [schema, ...flatten(parts, resolve, seen)];
  });
}
