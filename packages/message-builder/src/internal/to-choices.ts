import type { Choice } from '@convapi/core';
import { type Maybe, present } from './maybe.ts';
import { need, needObjects } from './need.ts';

/** The choices that are there. */
export function toChoices(path: string, choices: readonly Maybe<Choice>[]): Choice[] {
  return needObjects(path, present(need(path, choices, 'list')), 'a choice');
}
