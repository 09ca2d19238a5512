/** What kind of value it is, in a word. Told by shape: `instanceof` does not know what another realm made, as in Jest and in vm contexts. */
export function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
}

/** Is it a Date, of whichever realm? */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
