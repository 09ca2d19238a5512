import type { SpecDocument, SpecOperation } from './load-spec.ts';
import type { Schema } from './prepare-schemas.ts';

/**
 * Fields of the answer of an operation. A body that was read, changed and sent back has them, also those that only the service writes.
 */
export function readOnlyFields(documents: readonly SpecDocument[], { document, answerRef }: SpecOperation): ReadonlySet<string> {
  const json = documents.find(({ name }) => name === document)?.json;
  return new Set(json && answerRef !== undefined ? fieldsOf(json, { $ref: answerRef }) : []);
}

function fieldsOf(json: Schema, schema: Schema): string[] {
  const { $ref: ref, allOf, properties } = schema;
  return [
    ...(typeof ref === 'string' ? fieldsOf(json, resolve(json, ref)) : []),
    ...(Array.isArray(allOf) ? allOf.flatMap((part: Schema) => fieldsOf(json, part)) : []),
    ...Object.keys((properties as Schema | undefined) ?? {}),
  ];
}

function resolve(json: Schema, ref: string): Schema {
  const parts = decodeURIComponent(ref).slice(2).split('/');
  return parts.reduce<Schema>((value, part) => value[part.replaceAll('~1', '/').replaceAll('~0', '~')] as Schema, json);
}
