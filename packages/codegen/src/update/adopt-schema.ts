import { refName, type Schema } from '../openapi.ts';
import { isObject, type JsonObject } from './json.ts';
import type { SpecFiles } from './spec-files.ts';

/** Extensions that mean something here; those of other tools are left behind. */
const OUR_EXTENSIONS = new Set([
  'x-pagination',
  'x-retry',
  'x-evidence',
  'x-uncertain',
  'x-any-of-query',
  'x-by-channel',
  'x-minimum-seconds',
  'x-maximum-seconds',
  'x-max-serialized-length',
  'x-former-names',
]);

/** Words of other tools and versions that the generator does not read. */
const LEFT_BEHIND = new Set(['example', 'examples', 'xml', 'externalDocs', 'title', '$schema', '$id']);

/** Words that stay ours when the new document is silent about them. */
const STAYING = ['description', 'maxLength', 'minLength', 'maxItems', 'minItems', 'maximum', 'minimum', 'pattern', 'format', 'default'];
const MARKS = ['deprecated', 'readOnly', 'writeOnly'];

/** Where named schemas go that come along with an adopted one. */
export interface Adoption {
  files: SpecFiles;
  theirs: Record<string, Schema>;
  /** Names that have to be added to our files, with the file they belong to. */
  wanted: Map<string, string>;
  /** Our name → the new name, not yet done in the files. */
  renames: Map<string, string>;
}

/** The vendor's schema as it will stand in one of our files; `ours` is what stood there, whose texts and extensions live on. */
export function adoptSchema(adoption: Adoption, schema: Schema, file: string, ours?: unknown): JsonObject {
  const result = adoptValue(adoption, schema as JsonObject, file) as JsonObject;
  return isObject(ours) ? withOurs(result, ours) : result;
}

function adoptValue(adoption: Adoption, value: unknown, file: string, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => adoptValue(adoption, item, file));
  if (!isObject(value)) return value;
  const adopted: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    if (!isMap && (LEFT_BEHIND.has(key) || (key.startsWith('x-') && !OUR_EXTENSIONS.has(key)))) continue;
    if (!isMap && key === '$ref' && typeof inner === 'string') adopted.$ref = referTo(adoption, refName({ $ref: inner }) ?? '', file);
    else if (!isMap && key === 'mapping' && isObject(inner)) adopted.mapping = adoptMapping(adoption, inner, file);
    else adopted[key] = adoptValue(adoption, inner, file, !isMap && key === 'properties');
  }
  return adopted;
}

function adoptMapping(adoption: Adoption, mapping: JsonObject, file: string): JsonObject {
  return Object.fromEntries(
    Object.entries(mapping).map(([key, ref]) => [key, referTo(adoption, String(ref).split('/').pop() ?? '', file)]),
  );
}

/** A reference from a file, and a note that the schema is wanted when we do not have it. */
function referTo({ files, wanted, renames, theirs }: Adoption, name: string, file: string): string {
  const old = [...renames].find(([, to]) => to === name)?.[0];
  if (old !== undefined && files.schemaFile(old) !== undefined) {
    files.plan(name, files.schemaFile(old) ?? file);
  } else if (files.schemaFile(name) === undefined && theirs[name]) {
    const home = file.startsWith('schemas/') ? file : homeFor(files, file);
    files.plan(name, home);
    wanted.set(name, home);
  }
  return files.refTo(name, file);
}

/** `paths/contacts.yaml` → `schemas/contacts.yaml` when there is one. */
function homeFor(files: SpecFiles, file: string): string {
  const home = file.replace(/^paths\//, 'schemas/');
  return files.names().includes(home) ? home : 'schemas/added.yaml';
}

/** What stood there lives on where the new one is silent: our texts, our extensions, what only we know of limits. */
function withOurs(adopted: JsonObject, ours: JsonObject): JsonObject {
  const result = { ...adopted };
  for (const [key, value] of Object.entries(ours)) if (key.startsWith('x-')) result[key] = value;
  if (typeof ours.description === 'string') result.description = ours.description;
  if (sameType(adopted, ours)) {
    for (const word of [...STAYING, ...MARKS]) if (result[word] === undefined && ours[word] !== undefined) result[word] = ours[word];
    if (ours.propertyNames !== undefined && result.propertyNames === undefined) result.propertyNames = ours.propertyNames;
  }
  const known = ownProperties(ours);
  return isObject(result.properties) ? { ...result, properties: propertiesWithOurs(result.properties, known) } : result;
}

function propertiesWithOurs(properties: JsonObject, known: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const before = known[name];
      return [name, isObject(property) && isObject(before) ? withOurs(property, before) : property];
    }),
  );
}

function sameType(a: JsonObject, b: JsonObject): boolean {
  return a.$ref === b.$ref && (a.type ?? 'object') === (b.type ?? 'object');
}

function ownProperties(schema: JsonObject): JsonObject {
  const parts = [schema, ...['allOf', 'oneOf', 'anyOf'].flatMap((word) => (Array.isArray(schema[word]) ? schema[word] : []))];
  return Object.assign({}, ...parts.map((part) => (isObject(part) && isObject(part.properties) ? part.properties : {})));
}
