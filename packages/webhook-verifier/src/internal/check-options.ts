import { ConvapiError } from '@convapi/core';

/** The secrets as a list of their own; refuses an empty one, which would accept what anyone signs. */
export function toSecrets(secrets: unknown, name: string): string[] {
  const list = [secrets].flat();
  if (list.length > 0 && list.every((secret) => secret && typeof secret === 'string')) return list as string[];
  throw optionError(name, 'non-empty text');
}

/** Refuses what is not a finite number from `least` up. */
export function checkNumber(value: number, least: number, name: string): void {
  if (!(Number.isFinite(value) && value >= least)) throw optionError(name, `a number from ${least}`);
}

/** An error that names the wrong option. */
export function optionError(name: string, wanted: string): ConvapiError {
  return new ConvapiError(`[@convapi/webhook-verifier] Option ${name} is wrong. Pass ${wanted}.`);
}
