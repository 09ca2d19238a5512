import type { FieldViolation } from '@convapi/core';
import type { ErrorObject } from 'ajv';

/** More than this helps nobody. */
const MOST_VIOLATIONS = 20;

/** Longer values are nothing that a list could hold. */
const LONGEST_SHOWN = 64;

/**
 * Errors of ajv as the entries of a google.rpc.BadRequest: one for each wrong field, in words.
 *
 * @param document what they were checked against: something that it does not know may be newer than it, and no mistake
 */
export function toViolations(errors: readonly ErrorObject[], document: string): FieldViolation[] {
  const byField = new Map<string, string>();
  for (const error of errors) {
    // These only say that something inside failed, and the something has an entry of its own.
    if (error.keyword === 'if' || error.keyword === 'propertyNames' || isExplained(error, errors)) continue;
    const field = fieldOf(error);
    const known = byField.get(field);
    const description = describe(error, document);
    if (known === undefined) byField.set(field, description);
    else if (!known.includes(description)) byField.set(field, `${known}; ${description}`);
    if (byField.size === MOST_VIOLATIONS) break;
  }
  return [...byField].map(([field, description]) => ({ field, description }));
}

/** A value as an error names it: one of a list is short, whatever else is not. */
function shown(value: unknown): string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_SHOWN ? `"${value}" ` : '';
}

/** Values such as `UNSPECIFIED_TRIGGER` stand for none, and are refused in most places. */
function isMeant(value: unknown): boolean {
  return !/(^|_)UNSPECIFIED(_|$)/.test(String(value));
}

/** Once something else is wrong in an object, its other fields count as ones that no part of the schema knows. */
export function isExplained({ keyword, instancePath }: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (keyword !== 'unevaluatedProperties') return false;
  return errors.some((other) => other.keyword !== keyword && `${other.instancePath}/`.startsWith(`${instancePath}/`));
}

function fieldOf(error: ErrorObject): string {
  const parts = error.instancePath.split('/').slice(1).map(unescapePointer);
  if (error.keyword === 'required') parts.push(String(error.params.missingProperty));
  if (error.keyword === 'additionalProperties') parts.push(String(error.params.additionalProperty));
  if (error.keyword === 'unevaluatedProperties') parts.push(String(error.params.unevaluatedProperty));
  if (error.propertyName !== undefined) parts.push(error.propertyName);
  return parts.reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path === '' ? part : `${path}.${part}`), '');
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function describe(error: ErrorObject, document: string): string {
  switch (error.keyword) {
    case 'required':
      return 'is required';
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `is not known to ${document}`;
    case 'type':
      return `must be ${article(String(error.params.type))}`;
    case 'enum':
      return `${shown(error.data)}is not known to ${document}: it must be one of ${(error.params.allowedValues as unknown[]).filter(isMeant).join(', ')}`;
    case 'maxLength':
      return `is longer than ${error.params.limit} characters`;
    case 'maxItems':
      return `has more than ${error.params.limit} items`;
    case 'maximum':
      return `must be at most ${error.params.limit}`;
    case 'minimum':
      return `must be at least ${error.params.limit}`;
    case 'format':
      return `is not a valid ${error.params.format}`;
    case 'pattern':
      return `does not have the form ${error.params.pattern}`;
    default:
      return error.message ?? 'is not valid';
  }
}

function article(type: string): string {
  return `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`;
}
