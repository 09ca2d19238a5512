import { refuse } from './refuse.ts';

/** Is it a text with something in it? A missing setting often arrives as an empty one. */
export function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

/** Refuses what is not filled. The value is not shown: it can be a phone number. */
export function refuseUnfilled(path: string, value: unknown, advice: string): never {
  refuse(path, value === '' ? 'is empty' : `is ${typeof value}, not a string`, advice);
}
