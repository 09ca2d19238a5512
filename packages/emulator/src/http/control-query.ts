import type { Context } from 'hono';
import { EmulatorError } from '../emulator-error.ts';

/**
 * The query of a call to `/_emulator`. A name that nobody knows is a mistake: left aside, the answer would be one to another question.
 *
 * @throws {@link EmulatorError} for a name that is not among `names`, and for one that is given twice
 */
export function readQuery<Name extends string>(c: Context, names: readonly Name[]): { [Key in Name]?: string } {
  const search = new URL(c.req.url).searchParams;
  const known: readonly string[] = names;
  for (const name of search.keys()) {
    if (!known.includes(name)) throw new EmulatorError(`${name} is no parameter of ${c.req.path}. ${listNames(names)}`);
    if (search.getAll(name).length > 1) throw new EmulatorError(`${name} is given twice.`);
  }
  return Object.fromEntries(search) as { [Key in Name]?: string };
}

function listNames(names: readonly string[]): string {
  return names.length === 0 ? 'It has none.' : `There are ${names.join(', ')}.`;
}

/** @throws {@link EmulatorError} when it is no whole number from `least` up */
export function toWholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= least) return number;
  throw new EmulatorError(`${name} must be a whole number from ${least} up, not ${text}.`);
}
