import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JsonValue, paths, query } from 'jsonpath-rfc9535';
import { parse } from 'yaml';
import type { DocumentKind } from './document-kinds.ts';
import { at, isObject, type JsonObject } from './json.ts';
import { UpdateError } from './update-error.ts';

/** One correction of the vendor's document. */
export interface OverlayAction {
  /** Where it stands, for messages: `retired.yaml, action 2`. */
  place: string;
  /** JSONPath (RFC 9535) of what is changed. */
  target: string;
  /** Why we say something else than the vendor. */
  reason: string;
  remove: boolean;
  update: unknown;
}

/**
 * Reads the overlays of a folder that belong to one document, in the order of their names.
 * They have the form of the OpenAPI Overlay Specification 1.0 with two additions:
 * `x-document` (`conversation` or `batch`; default `conversation`) and, on each action, `x-reason`.
 */
export async function readOverlays(folder: string, document: DocumentKind): Promise<OverlayAction[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.ya?ml$/.test(name)).sort();
  const actions: OverlayAction[] = [];
  for (const name of names) actions.push(...readOverlay(name, await readFile(join(folder, name), 'utf8'), document));
  return actions;
}

function readOverlay(name: string, text: string, document: DocumentKind): OverlayAction[] {
  let overlay: unknown;
  try {
    overlay = parse(text);
  } catch (cause) {
    throw new UpdateError(`spec/overlays/${name} is not YAML: ${(cause as Error).message}`, { cause });
  }
  if (!isObject(overlay) || !String(overlay.overlay).startsWith('1.') || !Array.isArray(overlay.actions)) {
    throw new UpdateError(`spec/overlays/${name} is not an overlay: it needs "overlay: 1.0.0" and a list of "actions".`);
  }
  if ((overlay['x-document'] ?? 'conversation') !== document) return [];
  return overlay.actions.map((action, index) => readAction(`spec/overlays/${name}, action ${index + 1}`, action));
}

function readAction(place: string, action: unknown): OverlayAction {
  if (!isObject(action) || typeof action.target !== 'string') throw new UpdateError(`${place} has no "target".`);
  const { target, update, 'x-reason': reason } = action;
  if (typeof reason !== 'string' || reason.trim() === '') {
    throw new UpdateError(`${place} (${target}) has no "x-reason". Say why we differ from the vendor.`);
  }
  const remove = action.remove === true;
  if (remove === (update !== undefined)) throw new UpdateError(`${place} (${target}) needs either "update" or "remove: true".`);
  return { place, target, reason, remove, update };
}

/**
 * The document with the overlays applied.
 *
 * @throws UpdateError when the target of an action is not there: the vendor may have corrected it.
 */
export function applyOverlays(content: JsonObject, actions: OverlayAction[]): JsonObject {
  const result = structuredClone(content);
  for (const action of actions) apply(result, action);
  return result;
}

function apply(content: JsonObject, action: OverlayAction): void {
  const places = findPlaces(content, action);
  if (places.length === 0) {
    throw new UpdateError(
      `${action.place}: its target ${action.target} is not in the document. Its reason was: ${action.reason} Does it still hold? Correct or delete the action.`,
    );
  }
  // from the end, so that removing from a list leaves the places before it alone
  for (const path of places.reverse()) {
    const parent = at(content, path.slice(0, -1));
    const key = path.at(-1);
    if (action.remove) removeFrom(parent, key);
    else if (key === undefined) mergeInto(content, action.update);
    else setIn(parent, key, merged(at(content, path), action.update));
  }
}

function findPlaces(content: JsonObject, action: OverlayAction): string[][] {
  try {
    // asked twice, because a path that finds nothing and one that is not a path look the same in the second form
    query(content as JsonValue, action.target);
    return paths(content as JsonValue, action.target).map(splitPath);
  } catch (cause) {
    throw new UpdateError(`${action.place}: "${action.target}" is not a JSONPath: ${(cause as Error).message}`, { cause });
  }
}

/** `$['paths']['/a'][0]` → `['paths', '/a', '0']`. */
function splitPath(path: string): string[] {
  return [...path.matchAll(/\['((?:[^'\\]|\\.)*)'\]|\[(\d+)\]/g)].map(([, name, index]) =>
    name === undefined ? String(index) : name.replace(/\\(.)/g, '$1'),
  );
}

function removeFrom(parent: unknown, key: string | undefined): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (isObject(parent) && key !== undefined) delete parent[key];
}

function setIn(parent: unknown, key: string, value: unknown): void {
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else if (isObject(parent)) parent[key] = value;
}

/** Objects grow together, lists get longer, anything else is replaced: the rules of the Overlay Specification. */
function merged(current: unknown, update: unknown): unknown {
  if (Array.isArray(current)) return [...current, ...(Array.isArray(update) ? update : [update])];
  if (!isObject(current) || !isObject(update)) return structuredClone(update);
  mergeInto(current, update);
  return current;
}

function mergeInto(target: JsonObject, update: unknown): void {
  if (!isObject(update)) return;
  for (const [key, value] of Object.entries(update)) target[key] = key in target ? merged(target[key], value) : structuredClone(value);
}
