import { isDate } from './kind-of.ts';
import { need } from './need.ts';
import { refuse } from './refuse.ts';

const WANTED = 'a valid Date, or RFC 3339 with a zone, e.g. "2027-03-01T09:00:00+01:00"';
const RFC_3339 = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** The wire form of a moment: a Date in UTC, a string as it is. `path` names it in the error. */
export function toTimestamp(path: string, time: Date | string): string {
  const text = isDate(time) ? toText(time) : need(path, time, 'string', WANTED);
  if (isMoment(text)) return text;
  refuse(path, `is not a point in time: ${text}`, `Pass ${WANTED}.`);
}

function toText(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'an invalid Date' : date.toISOString();
}

/** Is it RFC 3339 with a zone, on a day that exists? */
export function isMoment(text: string): boolean {
  return RFC_3339.test(text) && isDay(text.slice(0, 10));
}

/** Some engines read 30 February as 2 March, others not at all. */
export function isDay(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
