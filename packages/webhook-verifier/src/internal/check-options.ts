import { ConvapiError } from '@convapi/core';

// White space around a secret, or a control character in it, comes from a file or a terminal: the service has none there.
const SECRET = /^(?!\s)\P{Cc}+(?<!\s)$/u;

/** The secrets as a list of their own; refuses an empty one, which would accept what anyone signs. */
export function toSecrets(secrets: unknown, name: string): string[] {
  const list = [secrets].flat();
  if (list.length && list.every((secret) => typeof secret === 'string' && SECRET.test(secret))) return list as string[];
  throw optionError(name, 'text without white space around it');
}

/** Refuses what is not a finite number from `least` up. */
export function checkNumber(value: number, least: number, name: string): void {
  if (!(Number.isFinite(value) && value >= least)) throw optionError(name, `a number from ${least}`);
}

/** Refuses options that do not exist: a misspelt one would be left at its default without a word. */
export function refuseUnknown(unknown: object, known: string): void {
  for (const name in unknown) throw optionError(name, `named ${known}`);
}

/** An error that names an option that is wrong or missing. */
export function optionError(name: string, wanted: string): ConvapiError {
  return new ConvapiError(`[@convapi/webhook-verifier] Option ${name} must be ${wanted}.`);
}
