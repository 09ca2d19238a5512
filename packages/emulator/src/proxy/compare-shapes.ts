import type { SchemaView } from './schema-view.ts';

/** Where two answers to the same call differ in shape. There are no values in it, and no keys that are data. */
export interface ShapeDifference {
  kind: 'only_real' | 'only_emulated' | 'type';
  path: string;
  real?: string;
  emulated?: string;
}

/** Two values at the same place. */
export type OnPair = (key: string, real: string, emulated: string) => void;

/**
 * Compares what the service answered with what the emulator answered. Lists of different length hold different data, and are not
 * looked into.
 *
 * @param onPair hears of each two texts at the same place
 */
export function compareShapes(real: unknown, emulated: unknown, schema: SchemaView | undefined, onPair: OnPair): ShapeDifference[] {
  const found = new Map<string, ShapeDifference>();

  function note(difference: ShapeDifference): void {
    found.set(`${difference.kind} ${difference.path}`, difference);
  }

  function visit(a: unknown, b: unknown, path: string, key: string, view: SchemaView | undefined): void {
    if (typeOf(a) !== typeOf(b)) note({ kind: 'type', path, real: typeOf(a), emulated: typeOf(b) });
    else if (typeof a === 'string' && typeof b === 'string') onPair(key, a, b);
    else if (Array.isArray(a) && Array.isArray(b)) visitLists(a, b, path, key, view);
    else if (isObject(a) && isObject(b)) visitObjects(a, b, path, view);
  }

  function visitLists(a: unknown[], b: unknown[], path: string, key: string, view: SchemaView | undefined): void {
    if (a.length !== b.length) return;
    for (const [index, entry] of a.entries()) visit(entry, b[index], `${path}[]`, key, view?.entries());
  }

  function visitObjects(a: Record<string, unknown>, b: Record<string, unknown>, path: string, view: SchemaView | undefined): void {
    if (view?.isOpen) return;
    for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const isData = view?.isMap || (view?.takesMore && !view.field(name));
      const at = join(path, isData ? '*' : name);
      if (!Object.hasOwn(b, name)) note({ kind: 'only_real', path: at, real: typeOf(a[name]) });
      else if (!Object.hasOwn(a, name)) note({ kind: 'only_emulated', path: at, emulated: typeOf(b[name]) });
      else visit(a[name], b[name], at, name, view?.isMap ? view.entries() : view?.field(name));
    }
  }

  visit(real, emulated, '', '', schema);
  return [...found.values()];
}

/** The type of a JSON value. */
export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
