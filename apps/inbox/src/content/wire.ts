/** A JSON object of which nothing is known yet. */
export type Wire = Record<string, unknown>;

/** The object, or an empty one: callbacks are verified, but a newer service may shape them in ways that are new here. */
export function toWire(value: unknown): Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Wire) : {};
}

/** The objects of a list. */
export function toWires(value: unknown): Wire[] {
  return Array.isArray(value) ? value.map(toWire) : [];
}

/** The text without U+0000, which PostgreSQL does not store; empty when it is no text. */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\u0000', '') : '';
}

/** Reads JSON that this app wrote itself. */
export function parseWire(json: string): Wire {
  return toWire(JSON.parse(json));
}
