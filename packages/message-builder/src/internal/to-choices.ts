import type { Choice } from '@convapi/core';
import { needObjects } from './need.ts';

/** A copy of the choices. */
export function toChoices(path: string, choices: readonly Choice[]): Choice[] {
  return needObjects(path, choices, 'a choice');
}
