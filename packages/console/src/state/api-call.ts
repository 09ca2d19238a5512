import type { Method } from './api.ts';

/** A call of the Conversation API, as it is made and as it is written. */
export interface ApiCall {
  method: Method;
  /** From the region on, e.g. `/eu/v1/projects/…/apps`. */
  path: string;
  body?: unknown;
  /** The method of `@convapi/client`, e.g. `apps.update`. */
  clientMethod: string;
  /** The values of its path, which stand before the body. */
  pathValues?: readonly string[];
  /** The query, which stands after the body. */
  query?: Readonly<Record<string, string>>;
  /** Where the emulator is. */
  origin: string;
}

/** The address with its query. */
export function toUrl({ path, query }: ApiCall): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** The call with `@convapi/client`. */
export function toTypeScript({ clientMethod, pathValues = [], body, query }: ApiCall): string {
  const values = [...pathValues.map(quote), ...(body === undefined ? [] : [toLiteral(body)]), ...(query ? [toLiteral(query)] : [])];
  return `await conversation.${clientMethod}(${values.join(', ')});`;
}

/** The call with curl, by an access token in `$TOKEN`. */
export function toCurl(call: ApiCall): string {
  const lines = [
    `curl -X ${call.method} ${shellQuote(`${call.origin}${toUrl(call)}`)}`,
    `-H "Authorization: Bearer $TOKEN"`,
    ...(call.body === undefined ? [] : [`-H 'Content-Type: application/json'`, `-d ${shellQuote(JSON.stringify(call.body, null, 2))}`]),
  ];
  return lines.join(' \\\n  ');
}

function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}

/** JSON as it is written in a program: keys without quotes, where they need none. */
export function toLiteral(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quote(value);
  if (value === null || typeof value !== 'object') return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((item) => item === null || typeof item !== 'object')) return `[${value.map((item) => toLiteral(item)).join(', ')}]`;
    return `[\n${value.map((item) => `${inner}${toLiteral(item, inner)},\n`).join('')}${indent}]`;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, item]) => `${inner}${/^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key)}: ${toLiteral(item, inner)},\n`);
  return `{\n${lines.join('')}${indent}}`;
}
