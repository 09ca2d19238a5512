import { need } from './need.ts';
import { refuse } from './refuse.ts';

type Value<Options, Name extends keyof Options> = Exclude<Options[Name], undefined>;

/** How each option gets into its wire field. The type asks for a line on every option. */
export type Fields<Options, Wire> = {
  readonly [Name in keyof Options]-?: (wire: Wire, value: Value<Options, Name>, path: string) => void;
};

/** Puts options into their wire fields, but what was left out. A name that is no option is refused: a misspelt one would be lost. */
export function toWire<Options extends object, Wire>(builder: string, options: Options, fields: Fields<Options, Wire>, wire: Wire): Wire {
  for (const name in need(builder, options, 'object', 'an object')) {
    const value = options[name];
    const path = `${builder}.${name}`;
    if (!Object.hasOwn(fields, name)) refuse(path, 'is no option', `Pass ${Object.keys(fields).join(', ')}.`);
    if (value !== undefined) fields[name](wire, value as Value<Options, typeof name>, path);
  }
  return wire;
}

/** The same for options of which some may not be left out: their lines get `undefined` then, and refuse it. */
export function toWireWith<Options extends object, Wire>(
  builder: string,
  options: Options,
  fields: Fields<Options, Wire>,
  wire: Wire,
  needs: readonly (keyof Options & string)[],
): Wire {
  toWire(builder, options, fields, wire);
  for (const name of needs) {
    if (options[name] === undefined) fields[name](wire, options[name] as Value<Options, typeof name>, `${builder}.${name}`);
  }
  return wire;
}
