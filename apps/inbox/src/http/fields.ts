/** A value of a request that is not as it has to be; its message is for the person. */
export class FieldError extends Error {}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** A text with something in it, without spaces around it. @throws FieldError */
export function readText(value: unknown, name: string, maxLength: number): string {
  const text = readAnyText(value, name, maxLength).trim();
  if (text === '') throw new FieldError(`"${name}" is empty.`);
  return text;
}

/** A text, which may be empty. @throws FieldError */
export function readAnyText(value: unknown, name: string, maxLength: number): string {
  if (typeof value !== 'string') throw new FieldError(`"${name}" is not a text.`);
  if (value.length > maxLength) throw new FieldError(`"${name}" has ${value.length} characters; at most ${maxLength} are taken.`);
  return value.replaceAll('\u0000', '');
}

/** @throws FieldError */
export function readUuid(value: unknown, name: string): string {
  if (typeof value !== 'string' || !UUID.test(value)) throw new FieldError(`"${name}" is not a UUID.`);
  return value.toLowerCase();
}

/** @throws FieldError */
export function readOneOf<Value extends string>(value: unknown, name: string, values: readonly Value[]): Value {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new FieldError(`"${name}" is not one of ${values.join(', ')}.`);
  return found;
}

/** A whole number of a query; `fallback` when it is left out. @throws FieldError */
export function readCount(value: string | undefined, name: string, fallback: number, max: number): number {
  if (value === undefined || value === '') return fallback;
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || count > max) throw new FieldError(`"${name}" is not a number from 1 to ${max}.`);
  return count;
}
