import { upgrade } from '@scalar/openapi-upgrader';
import type { Document } from '../openapi.ts';
import { at, fromPointer, isObject, type JsonObject, toPointer } from './json.ts';
import { UpdateError } from './update-error.ts';

const SCHEMAS = '#/components/schemas/';

/** Below these words stand names of somebody's choice, which may look like words of OpenAPI. */
const MAPS = new Set(['properties', 'patternProperties', 'schemas', 'paths', 'responses', 'content', 'headers', 'mapping']);

/**
 * Brings a document into the one form that is compared: OpenAPI 3.1, with references left to named schemas only.
 * The words of 3.0 (`nullable`, `exclusiveMinimum: true`, `example`) and `x-webhooks` become those of 3.1.
 *
 * @throws UpdateError when a reference leads nowhere, or in a circle without ever reaching a schema.
 */
export function normalise(name: string, content: JsonObject): Document {
  checkRefs(name, content);
  const whole = to31(content);
  const components = isObject(whole.components) ? whole.components : {};
  const convert = (node: unknown): unknown => inPlace({ name, root: whole }, node, [], true);
  const { webhooks } = whole;
  const schemas = isObject(components.schemas) ? components.schemas : {};
  return {
    openapi: '3.1.0',
    info: whole.info ?? {},
    servers: Array.isArray(whole.servers) ? whole.servers : [],
    ...(whole.security === undefined ? {} : { security: whole.security }),
    tags: whole.tags ?? [],
    paths: convert(whole.paths),
    ...(webhooks === undefined ? {} : { webhooks: convert(webhooks) }),
    components: { schemas: convert(schemas), securitySchemes: components.securitySchemes ?? {} },
  } as unknown as Document;
}

/** Documents of 3.1 say `nullable` too, and some call their webhooks `x-webhooks`. */
function to31(content: JsonObject): JsonObject {
  const isOld = !String(content.openapi).startsWith('3.1') || /"(nullable|x-webhooks)":/.test(JSON.stringify(content));
  return isOld ? (upgrade(structuredClone({ ...content, openapi: '3.0.4' }), '3.1') as JsonObject) : content;
}

interface Source {
  name: string;
  root: JsonObject;
}

/** Replaces references that are not to a named schema by what they lead to. */
function inPlace(source: Source, node: unknown, trail: string[], isMap: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => inPlace(source, item, trail, false));
  if (!isObject(node)) return node;
  const { $ref, ...siblings } = node;
  if (typeof $ref === 'string' && !isNamedSchema($ref)) {
    if (trail.includes($ref))
      throw new UpdateError(`${source.name}: ${$ref} holds itself. Give the schema a name under components/schemas.`);
    const target = at(source.root, fromPointer($ref));
    return inPlace(source, { ...(isObject(target) ? target : {}), ...siblings }, [...trail, $ref], isMap);
  }
  const entries = Object.entries(node).filter(([key]) => isMap || (key !== 'example' && key !== 'examples'));
  const converted = Object.fromEntries(entries.map(([key, value]) => [key, inPlace(source, value, trail, !isMap && MAPS.has(key))]));
  return isMap ? converted : withoutWrapper(withoutNullable(converted));
}

function isNamedSchema(ref: string): boolean {
  return ref.startsWith(SCHEMAS) && fromPointer(ref).length === 3;
}

/** The upgrader leaves it where no type stands beside it. */
function withoutNullable({ nullable, ...schema }: JsonObject): JsonObject {
  if (nullable !== true) return schema;
  const word = ['oneOf', 'anyOf'].find((one) => Array.isArray(schema[one]));
  if (word !== undefined) return { ...schema, [word]: [...(schema[word] as unknown[]), { type: 'null' }] };
  if (Array.isArray(schema.enum)) return { ...schema, enum: [...schema.enum, null] };
  // what may be anything may be null
  return schema.properties === undefined ? schema : { ...schema, type: ['object', 'null'] };
}

/** 3.0 allows nothing beside `$ref`, so documents wrap it: `allOf: [{ $ref }]` with a description next to it. */
function withoutWrapper(schema: JsonObject): JsonObject {
  const { allOf, type, ...rest } = schema;
  if (!Array.isArray(allOf) || allOf.length !== 1 || !isObject(allOf[0]) || typeof allOf[0].$ref !== 'string') return schema;
  if ('properties' in rest || 'oneOf' in rest || 'anyOf' in rest) return schema;
  return { $ref: allOf[0].$ref, ...rest };
}

/** Every reference must lead somewhere, and a chain of references must end. */
function checkRefs(name: string, root: JsonObject): void {
  const missing = new Set<string>();
  const visit = (node: unknown, path: (string | number)[]): void => {
    if (Array.isArray(node)) for (const [index, item] of node.entries()) visit(item, [...path, index]);
    if (!isObject(node)) return;
    const { $ref } = node;
    // a property may be called $ref; a reference is text
    if (typeof $ref === 'string') followChain(name, root, $ref, () => missing.add(`${toPointer(path)} → ${$ref}`));
    for (const [key, value] of Object.entries(node)) visit(value, [...path, key]);
  };
  visit(root, []);
  if (missing.size === 0) return;
  const [first, ...more] = missing;
  throw new UpdateError(
    `${name} has ${missing.size} reference(s) that lead nowhere: ${[first, ...more.slice(0, 9)].join('; ')}. ` +
      'Download it again, or add what is missing in spec/overlays.',
  );
}

function followChain(name: string, root: JsonObject, first: string, onMissing: () => void): void {
  const seen = [first];
  for (let ref = first; ; ) {
    const target = at(root, fromPointer(ref));
    if (target === undefined) {
      onMissing();
      return;
    }
    if (!isObject(target) || typeof target.$ref !== 'string') return;
    ref = target.$ref;
    if (seen.includes(ref)) throw new UpdateError(`${name}: the references ${[...seen, ref].join(' → ')} go in a circle.`);
    seen.push(ref);
  }
}
