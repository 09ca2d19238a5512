/** Milliseconds since 1970 as the API writes them: RFC 3339, UTC, three fraction digits. */
export function toTimestamp(ms: number): string {
  return new Date(ms).toISOString();
}
