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
  return errors.filter((error) => {
    const isTolerated = TOLERATED.has(error.keyword) || /\/propertyNames\//.test(error.schemaPath) || isNewKind(error, errors);
    return !isTolerated;
  });
}

/** None of the known kinds, but a field that nobody knows: a kind of message or event that is newer than the document. */
function isNewKind({ keyword, instancePath, message }: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (keyword !== 'exactlyOneKey' || !message?.endsWith('has none')) return false;
  return errors.some((other) => other.instancePath === instancePath && UNKNOWN_FIELD.has(other.keyword));
}

const UNKNOWN_FIELD: ReadonlySet<string> = new Set(['additionalProperties', 'unevaluatedProperties']);

/** Does the error say that something is unknown, which need not be wrong? */
export function isUnknown({ keyword }: ErrorObject): boolean {
  return keyword === 'enum' || UNKNOWN_FIELD.has(keyword);
}
