/** Milliseconds since 1970 as the API writes them: RFC 3339, UTC, three fraction digits. */
export function toTimestamp(ms: number): string {
  if (ms !== last.ms) last = { ms, text: new Date(ms).toISOString() };
  return last.text;
}

/** A message and its reports name the same moments many times over, and writing one takes a microsecond. */
let last = { ms: 0, text: '1970-01-01T00:00:00.000Z' };
