import { createRequire } from 'node:module';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { addKeywords } from './add-keywords.ts';
import type { SpecDocument } from './load-spec.ts';
import { prepareSchemas, type Schema } from './prepare-schemas.ts';

/** An ajv that knows the formats and keywords of the spec. */
export function createAjv(coerceTypes: boolean): Ajv2020 {
  const { Ajv2020, formats } = loadAjv();
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, coerceTypes, validateSchema: false });
  formats(ajv);
  // A call choice with a plus-less number is shown in the vendor's own samples.
  ajv.addFormat('e164', /^\+?[1-9]\d{1,14}$/);
  ajv.addFormat('unix-seconds', /^\d+$/);
  addKeywords(ajv);
  return ajv;
}

/** Loaded with the first check: it takes as long as all else that a start needs, and an emulator that only starts is not held up. */
function loadAjv() {
  // The code is of either format, and in both this loads at once.
  const load = createRequire(typeof __filename === 'string' ? __filename : import.meta.url);
  const { Ajv2020 } = load('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const { default: formats } = load('ajv-formats') as typeof import('ajv-formats');
  return { Ajv2020, formats: formats as unknown as (ajv: Ajv2020) => void };
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
