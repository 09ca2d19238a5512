import { isRecord, type Json } from './read.ts';

/** Messages are flatter than this; deeper values are left as they are. */
const DEEPEST = 12;

/** Copies a message with the values of its `${name}` placeholders; those without a value stay, and are named in `missing`. */
export function fillPlaceholders(message: Json, values: Json, missing: Set<string>): Json {
  return fillRecord(message, values, missing, 0);
}

function fillRecord(record: Json, values: Json, missing: Set<string>, depth: number): Json {
  const filled: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    // Assigning this key would set the prototype; no message has a field of that name.
    if (key !== '__proto__') filled[key] = fillValue(value, values, missing, depth);
  }
  return filled;
}

function fillValue(value: unknown, values: Json, missing: Set<string>, depth: number): unknown {
  if (typeof value === 'string') return fillText(value, values, missing);
  if (depth >= DEEPEST) return value;
  if (Array.isArray(value)) return value.map((entry) => fillValue(entry, values, missing, depth + 1));
  return isRecord(value) ? fillRecord(value, values, missing, depth + 1) : value;
}

function fillText(text: string, values: Json, missing: Set<string>): string {
  let start = text.indexOf('${');
  if (start < 0) return text;
  let filled = '';
  let from = 0;
  while (start >= 0) {
    const end = text.indexOf('}', start);
    if (end < 0) break;
    filled += text.slice(from, start) + fillIn(text.slice(start, end + 1), values, missing);
    from = end + 1;
    start = text.indexOf('${', from);
  }
  return filled + text.slice(from);
}

function fillIn(placeholder: string, values: Json, missing: Set<string>): string {
  const name = placeholder.slice(2, -1);
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (typeof value === 'string') return value;
  missing.add(name);
  return placeholder;
}
