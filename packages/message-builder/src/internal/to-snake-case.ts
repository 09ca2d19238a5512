import { kindOf } from './kind-of.ts';
import { need } from './need.ts';
import { refuse } from './refuse.ts';

type Camel<Key> = Key extends `${infer Start}_${infer End}` ? `${Start}${Capitalize<Camel<End>>}` : Key;

/** An object of the API with its names in camelCase, at every depth. */
export type CamelCased<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Entry)[]
    ? readonly CamelCased<Entry>[]
    : { [Key in keyof T as Camel<Key>]: CamelCased<T[Key]> };

/** Maps whose keys are values of the program, not names of the API. */
const FREE = 'parameters';

/** The wire form of an object in camelCase, at every depth, without what was left out. A name of the wire is refused: it would be a second way. */
export function toSnakeCase<T extends object>(path: string, value: CamelCased<T>, wanted = 'an object'): T {
  const wire: { [name: string]: unknown } = {};
  for (const [name, inner] of Object.entries(need<object>(path, value as object, 'object', wanted))) {
    const place = `${path}.${name}`;
    const camel = name.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
    if (camel !== name) refuse(place, 'is no option', `Pass ${camel}.`);
    if (inner !== undefined)
      wire[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] = name === FREE ? inner : toInner(place, inner);
  }
  return wire as T;
}

function toInner(path: string, value: unknown): unknown {
  const kind = kindOf(value);
  if (kind === 'list') return Array.from(value as unknown[], (one, at) => toInner(`${path}[${at}]`, one));
  return kind === 'object' ? toSnakeCase(path, value as object) : value;
}
