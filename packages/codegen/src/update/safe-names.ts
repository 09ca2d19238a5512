import { isParameterName, isTypeName, toParameterName, toTypeName } from '../names.ts';
import { isObject, type JsonObject } from './json.ts';

/** Documents may call schemas and parameters as code cannot. */
const REF = '#/components/schemas/';

/** The document with names that TypeScript takes; on the wire, no schema and no parameter of a path has a name. */
export function withSafeNames(content: JsonObject): JsonObject {
  return withPathNames(withTypeNames(content));
}

function withTypeNames(content: JsonObject): JsonObject {
  const components = isObject(content.components) ? content.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  const taken = new Set(Object.keys(schemas).filter(isTypeName));
  const renamed = new Map<string, string>();
  for (const name of Object.keys(schemas).filter((one) => !taken.has(one))) {
    let free = toTypeName(name);
    for (let number = 2; taken.has(free); number++) free = `${toTypeName(name)}${number}`;
    taken.add(free);
    renamed.set(name, free);
  }
  if (renamed.size === 0) return content;
  const named = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [renamed.get(name) ?? name, schema]));
  return renameRefs({ ...content, components: { ...components, schemas: named } }, renamed) as JsonObject;
}

function renameRefs(node: unknown, renamed: Map<string, string>): unknown {
  if (Array.isArray(node)) return node.map((item) => renameRefs(item, renamed));
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === '$ref' && typeof value === 'string') return [key, renameRef(value, renamed)];
      if (key === 'mapping' && isObject(value) && Object.values(value).every((one) => typeof one === 'string')) {
        return [key, Object.fromEntries(Object.entries(value).map(([tag, ref]) => [tag, renameTarget(String(ref), renamed)]))];
      }
      return [key, renameRefs(value, renamed)];
    }),
  );
}

function renameRef(ref: string, renamed: Map<string, string>): string {
  if (!ref.startsWith(REF)) return ref;
  const [name = '', ...rest] = ref.slice(REF.length).split('/');
  const plain = decodeURIComponent(name).replace(/~1/g, '/').replace(/~0/g, '~');
  return [REF + (renamed.get(plain) ?? name), ...rest].join('/');
}

/** A mapping may name a schema without a path. */
function renameTarget(target: string, renamed: Map<string, string>): string {
  return renamed.get(target) ?? renameRef(target, renamed);
}

/** Placeholders of paths become parameters of methods. */
function withPathNames(content: JsonObject): JsonObject {
  if (!isObject(content.paths)) return content;
  const paths = Object.entries(content.paths).map(([path, item]) => {
    const odd = [...path.matchAll(/\{([^}]*)\}/g)].flatMap(([, name = '']) => (isParameterName(name) ? [] : [name]));
    if (odd.length === 0) return [path, item];
    const safe = path.replace(/\{([^}]*)\}/g, (_, name: string) => `{${isParameterName(name) ? name : toParameterName(name)}}`);
    return [safe, renameParameters(item, new Set(odd))];
  });
  return { ...content, paths: Object.fromEntries(paths) };
}

function renameParameters(node: unknown, odd: Set<string>): unknown {
  if (Array.isArray(node)) return node.map((item) => renameParameters(item, odd));
  if (!isObject(node)) return node;
  if (node.in === 'path' && typeof node.name === 'string' && odd.has(node.name)) return { ...node, name: toParameterName(node.name) };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === 'schema' ? value : renameParameters(value, odd)]));
}
