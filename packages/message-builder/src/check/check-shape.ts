import { SHAPES } from '../generated/shapes.ts';
import { asFields, type Fields } from '../internal/read.ts';
import { checkDetails, checkJson } from './check-details.ts';
import type { Report } from './issue.ts';
import type { Shape, ShapeDetails } from './shape.ts';
import { add, addUnknown, join, nameOf, shown, UNKNOWN } from './shape-issue.ts';

/** Reports where a value is not what the API describes. Follows the shape, not the value, so its depth is that of the spec. */
export function checkShape(report: Report, path: string, value: unknown, shape: Shape): void {
  if (typeof shape === 'string') {
    const named = SHAPES[shape];
    if (named === undefined) checkPrimitive(report, path, value, shape);
    else checkShape(report, path, value, named);
  } else if (shape.enum) checkEnum(report, path, value, shape.enum);
  else if (shape.by !== undefined) checkCases(report, path, value, shape.by, shape.cases ?? {});
  else if (shape.orNull !== undefined) value === null || checkShape(report, path, value, shape.orNull);
  else if (shape.items !== undefined) checkItems(report, path, value, shape.items, shape);
  else if (shape.type !== undefined) {
    if (checkPrimitive(report, path, value, shape.type)) checkDetails(report, path, value, shape);
  } else checkFields(report, path, value, shape);
}

function checkPrimitive(report: Report, path: string, value: unknown, type: string): boolean {
  if (type === 'any' || (type === 'integer' ? Number.isInteger(value) : type === 'number' ? Number.isFinite(value) : typeof value === type))
    return true;
  add(report, path, 'type', `is ${nameOf(value)}, not ${ARTICLES[type] ?? type}`, { limit: type, actual: nameOf(value) });
  return false;
}

const ARTICLES: { readonly [type: string]: string } = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
};

function checkEnum(report: Report, path: string, value: unknown, values: readonly string[]): void {
  if (values.includes(value as string)) return;
  const details = { limit: namesOf(values), actual: shown(value) };
  // A name may be newer than this version; a number or an object is no name.
  if (typeof value === 'string' && value !== '')
    addUnknown(report, path, 'value', `is ${shown(value)}, which is ${UNKNOWN}: not one of ${details.limit}`, details);
  else add(report, path, 'value', `is ${shown(value)}, not one of ${details.limit}`, details);
}

/** The values that a list of what is taken names: those such as `CHANNEL_UNSPECIFIED` stand for none. */
function namesOf(values: readonly string[]): string {
  return values.filter((value) => !/(^|_)UNSPECIFIED(_|$)/.test(value)).join(', ');
}

function checkCases(report: Report, path: string, value: unknown, by: string, cases: { readonly [value: string]: string }): void {
  const fields = checkIsObject(report, path, value);
  if (fields === undefined) return;
  const kind = Object.hasOwn(fields, by) ? fields[by] : undefined;
  const shape = typeof kind === 'string' && Object.hasOwn(cases, kind) ? cases[kind] : undefined;
  if (shape !== undefined) checkShape(report, path, value, shape);
  else if (kind === undefined) add(report, join(path, by), 'missing', 'is missing');
  else checkEnum(report, join(path, by), kind, Object.keys(cases));
}

function checkItems(
  report: Report,
  path: string,
  value: unknown,
  items: Shape,
  { minItems: least = 0, maxItems: most }: ShapeDetails,
): void {
  if (!Array.isArray(value)) {
    add(report, path, 'type', `is ${nameOf(value)}, not a list`, { limit: 'array', actual: nameOf(value) });
    return;
  }
  if (most !== undefined && value.length > most) {
    add(report, path, 'count', `has ${value.length} entries, the API takes ${most}`, { limit: most, actual: value.length });
  }
  if (value.length < least)
    add(report, path, 'count', `has ${value.length} entries, the API wants ${least}`, { limit: least, actual: value.length });
  for (let at = 0; at < value.length; at++) checkShape(report, `${path}[${at}]`, value[at], items);
}

function checkFields(report: Report, path: string, value: unknown, shape: ShapeDetails): void {
  const fields = checkIsObject(report, path, value);
  if (fields === undefined) return;
  for (const key of shape.needs ?? []) if (!has(fields, key)) add(report, join(path, key), 'missing', 'is missing');
  checkAlternatives(report, path, fields, shape);
  for (const key of Object.keys(fields)) {
    // JSON leaves out what is undefined.
    if (fields[key] === undefined) continue;
    const known = shape.keys !== undefined && Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
    if (known !== undefined) checkShape(report, join(path, key), fields[key], known);
    else if (shape.values !== undefined) checkEntry(report, path, key, fields[key], shape.values, shape.names);
    else if (shape.keys !== undefined) {
      addUnknown(report, join(path, key), 'unknown_field', `is ${UNKNOWN}, perhaps a misspelt field`);
    }
  }
  if (shape.maxJson !== undefined) checkJson(report, path, value, shape.maxJson);
}

function checkEntry(report: Report, path: string, key: string, value: unknown, values: Shape, names: Shape | undefined): void {
  const named = typeof names === 'string' ? SHAPES[names] : names;
  const allowed = typeof named === 'object' ? named.enum : undefined;
  if (allowed !== undefined && !allowed.includes(key)) {
    const details = { limit: namesOf(allowed), actual: shown(key) };
    addUnknown(report, join(path, key), 'value', `is a key ${UNKNOWN}: not one of ${details.limit}`, details);
  }
  checkShape(report, join(path, key), value, values);
}

function checkAlternatives(report: Report, path: string, fields: Fields, { oneOf, anyOf }: ShapeDetails): void {
  const keys = oneOf ?? anyOf;
  if (keys === undefined) return;
  const present = keys.filter((key) => has(fields, key));
  if (present.length === 0) add(report, path, 'alternatives', `needs one of ${keys.join(', ')}, has none`, { actual: 0 });
  else if (oneOf !== undefined && present.length > 1) {
    add(report, path, 'alternatives', `takes one of ${keys.join(', ')}, has ${present.join(' and ')}`, {
      limit: 1,
      actual: present.length,
    });
  }
}

function checkIsObject(report: Report, path: string, value: unknown): Fields | undefined {
  const fields = asFields(value);
  if (fields === undefined) add(report, path, 'type', `is ${nameOf(value)}, not an object`, { limit: 'object', actual: nameOf(value) });
  return fields;
}

function has(fields: Fields, key: string): boolean {
  return Object.hasOwn(fields, key) && fields[key] !== undefined;
}
