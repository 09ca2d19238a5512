import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { addKeywords } from './add-keywords.ts';
import type { SpecDocument } from './load-spec.ts';
import { prepareSchemas, type Schema } from './prepare-schemas.ts';

/** An ajv that knows the formats and keywords of the spec. */
export function createAjv(coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, coerceTypes, validateSchema: false });
  formats.default(ajv);
  // A call choice with a plus-less number is shown in the vendor's own samples.
  ajv.addFormat('e164', /^\+?[1-9]\d{1,14}$/);
  ajv.addFormat('unix-seconds', /^\d+$/);
  addKeywords(ajv);
  return ajv;
}

/** The schemas of a document, as they are checked. */
export type SchemasOf = (name: SpecDocument['name']) => Schema;

/** An ajv for each document, made when it is first needed: reading a document takes longer than starting everything else. */
export function createAjvs(schemasOf: SchemasOf, coerceTypes: boolean): (name: SpecDocument['name']) => Ajv2020 {
  const made = new Map<SpecDocument['name'], Ajv2020>();
  return (name) => cached(made, name, () => createAjv(coerceTypes).addSchema({ ...schemasOf(name), $id: idOf(name) }));
}

/** Prepares the schemas of documents, each once and when it is first needed. */
export function createSchemas(documents: readonly SpecDocument[]): SchemasOf {
  const made = new Map<SpecDocument['name'], Schema>();
  return (name) => cached(made, name, () => prepareSchemas(documents.find((document) => document.name === name)?.json ?? {}) as Schema);
}

/** The `$id` of a document. */
export function idOf(name: SpecDocument['name']): string {
  return `https://emulator.invalid/${name}.json`;
}

/** What is made when it is first asked for, and then kept. */
export function cached<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}
