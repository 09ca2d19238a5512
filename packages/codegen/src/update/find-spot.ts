import type { Place, Root } from './changes.ts';
import type { OurDocument } from './document-kinds.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Path, SpecFiles, Spot } from './spec-files.ts';

/** An operation in our files. */
export interface OperationSpot extends Spot {
  document: OurDocument;
  /** The key of the path item. */
  url: string;
}

/** In the order in which our files list them. */
export const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Where an operation is written down. */
export function findOperation(files: SpecFiles, id: string): OperationSpot | undefined {
  for (const document of ['conversation', 'batch'] as const) {
    const paths = files.get({ file: `${document}.yaml`, path: ['paths'] });
    for (const url of Object.keys(isObject(paths) ? paths : {})) {
      const item = files.pathItem(document, url);
      const content = item && files.get(item);
      if (!item || !isObject(content)) continue;
      const method = METHODS.find((one) => isObject(content[one]) && (content[one] as JsonObject).operationId === id);
      if (method) return { document, url, file: item.file, path: [...item.path, method] };
    }
  }
  return undefined;
}

/** Where a parameter is written down: at the operation or at its path. A shared one behind a reference is nobody's to change. */
export function findParameter(files: SpecFiles, operation: string, place: string, name: string): Spot | undefined {
  const spot = findOperation(files, operation);
  if (!spot) return undefined;
  for (const path of [
    [...spot.path, 'parameters'],
    [...spot.path.slice(0, -1), 'parameters'],
  ]) {
    const list = files.get({ file: spot.file, path });
    const index = Array.isArray(list) ? list.findIndex((one) => isObject(one) && one.in === place && one.name === name) : -1;
    if (index >= 0) return { file: spot.file, path: [...path, index] };
  }
  return undefined;
}

/** Words behind the steps into lists and maps. */
const PARTS: Record<string, string> = { '[]': 'items', '{}': 'additionalProperties', '{key}': 'propertyNames' };

/** Where a schema is written down, or undefined when its place is arranged in another way in our files. */
export function findSpot(files: SpecFiles, { root, steps }: Place): Spot | undefined {
  const start = rootSpot(files, root);
  if (!start || files.get(start) === undefined) return undefined;
  return steps.reduce<Spot | undefined>((spot, step) => spot && follow(files, spot, step), start);
}

function rootSpot(files: SpecFiles, root: Root): Spot | undefined {
  if ('schema' in root) {
    const file = files.schemaFile(root.schema);
    return file === undefined ? undefined : { file, path: [root.schema] };
  }
  const parameter = findParameter(files, root.operation, root.in, root.parameter);
  return parameter && { file: parameter.file, path: [...parameter.path, 'schema'] };
}

function follow(files: SpecFiles, outer: Spot, step: string): Spot | undefined {
  const spot = coreSpot(files, outer);
  const schema = files.get(spot);
  if (!isObject(schema)) return undefined;
  const path = step.startsWith('.') ? propertyPath(schema, step.slice(1)) : [PARTS[step] ?? step];
  const found = path && { file: spot.file, path: [...spot.path, ...path] };
  return found && files.get(found) !== undefined ? found : undefined;
}

/** The part of a schema beside `null`. */
export function coreSpot(files: SpecFiles, spot: Spot): Spot {
  const schema = files.get(spot);
  if (!isObject(schema)) return spot;
  for (const word of ['oneOf', 'anyOf']) {
    const members = schema[word];
    if (!Array.isArray(members) || members.length !== 2) continue;
    const core = members.findIndex((one) => !isNull(one));
    if (members.some(isNull) && core >= 0) return { file: spot.file, path: [...spot.path, word, core] };
  }
  return spot;
}

function isNull(schema: unknown): boolean {
  return isObject(schema) && schema.type === 'null';
}

/** Below the schema, the path to a property: its own, or that of one of its inline parts. */
export function propertyPath(schema: JsonObject, name: string): Path | undefined {
  if (isObject(schema.properties) && name in schema.properties) return ['properties', name];
  for (const word of ['allOf', 'oneOf', 'anyOf']) {
    const members = schema[word];
    if (!Array.isArray(members)) continue;
    const index = members.findIndex((one) => isObject(one) && isObject(one.properties) && name in one.properties);
    if (index >= 0) return [word, index, 'properties', name];
  }
  return undefined;
}
