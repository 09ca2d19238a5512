import { type Document, jsonSchema, type OperationObject, refName, type Schema } from './openapi.ts';

/**
 * Bodies that ask for more than the schema that they refer to: beside the `$ref` stand a `title`, which is the name of the type, and
 * what more is `required`. One schema of the vendor then serves two operations, and each has a type of its own.
 */
export function ownBodies(document: Document): Record<string, Schema> {
  const bodies = Object.values(document.paths).flatMap((item) => [item.post, item.put, item.patch, item.delete].flatMap(bodyOf));
  return Object.fromEntries(
    bodies.flatMap(({ operationId, schema }) => {
      const name = ownName(schema);
      if (name === undefined) return [];
      const base = document.components.schemas[refName(schema) ?? ''];
      if (!base || document.components.schemas[name]) {
        throw new Error(`[@convapi/codegen] ${operationId}: the body ${name} needs a $ref to a schema, and a name that no schema has.`);
      }
      const { $ref: _ref, title: _title, ...more } = schema;
      return [[name, { ...base, ...more, required: [...new Set([...(base.required ?? []), ...(schema.required ?? [])])] }]];
    }),
  );
}

/** The name of a body that is more than the schema that it refers to. */
export function ownName({ $ref, title }: Schema): string | undefined {
  return $ref === undefined ? undefined : title;
}

function bodyOf(operation: OperationObject | undefined): { operationId: string; schema: Schema }[] {
  const schema = jsonSchema(operation?.requestBody);
  return operation && schema ? [{ operationId: operation.operationId, schema }] : [];
}
