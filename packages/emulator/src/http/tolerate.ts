import type { ErrorObject } from 'ajv';

/** Rules that a request may break with `loose`: the rest of the emulator gets along without them. */
const TOLERATED: ReadonlySet<string> = new Set([
  'additionalProperties',
  'unevaluatedProperties',
  'enum',
  'maxLength',
  'minLength',
  'maxItems',
  'minItems',
  'maximum',
  'minimum',
  'x-by-channel',
  'x-max-serialized-length',
  'x-minimum-seconds',
  'x-maximum-seconds',
  'propertyNames',
]);

/** The errors that count: all of them, or with `isLoose` those without which a request could not be understood. */
export function tolerate(errors: readonly ErrorObject[], isLoose: boolean): readonly ErrorObject[] {
  if (!isLoose) return errors;
  return errors.filter((error) => !TOLERATED.has(error.keyword) && !/\/propertyNames\//.test(error.schemaPath));
}
