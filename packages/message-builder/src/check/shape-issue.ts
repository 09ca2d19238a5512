import { API_ORIGIN, type CheckIssue, type Report, writeOut } from './issue.ts';

/** Reports an error of shape: what stands at `path` is not what the API describes. */
export function add(
  report: Report,
  path: string,
  code: CheckIssue['code'],
  message: string,
  details?: Pick<CheckIssue, 'limit' | 'actual'>,
): void {
  report({ ...issue(path, code, message), ...details });
}

/** What is said of fields, keys and values that the spec of this version does not have: the service may have learnt them since. */
export const UNKNOWN = 'not known to this version';

/** Reports what may be newer than this version: nothing to refuse a message for. */
export function addUnknown(
  report: Report,
  path: string,
  code: CheckIssue['code'],
  message: string,
  details?: Pick<CheckIssue, 'limit' | 'actual'>,
): void {
  report({ ...issue(path, code, message), severity: 'warning', ...details });
}

/** An error of shape, with its sentence. */
function issue(path: string, code: CheckIssue['code'], text: string): CheckIssue {
  const message = `${path === '' ? 'The message' : path} ${text}.`;
  return { path, code, severity: 'error', basis: API_ORIGIN.basis, source: writeOut(API_ORIGIN.source), message };
}

/** The path of a field. A key can be any text, and of any length. */
export function join(path: string, key: string): string {
  const shortened = key.length > 64 ? `${key.slice(0, 64)}…` : key;
  if (!/^\w+$/.test(shortened)) return `${path}[${JSON.stringify(shortened)}]`;
  return path === '' ? shortened : `${path}.${shortened}`;
}

/** What kind of JSON a value is. */
export function nameOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : typeof value;
}

/** A value in a message stays short, whatever it is. */
export function shown(value: unknown): string {
  if (typeof value !== 'string') return typeof value === 'number' || typeof value === 'boolean' ? String(value) : nameOf(value);
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
