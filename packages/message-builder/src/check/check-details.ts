import { isDay, isMoment } from '../internal/to-timestamp.ts';
import { countCodePoints } from '../rules/count-units.ts';
import type { Report } from './issue.ts';
import type { ShapeDetails } from './shape.ts';
import { add, shown } from './shape-issue.ts';

/** Reports where a text or a number is of the right type, but beyond its limits or not in its form. */
export function checkDetails(report: Report, path: string, value: unknown, shape: ShapeDetails): void {
  const { maxLength, format, pattern, minSeconds, maxSeconds } = shape;
  if (typeof value === 'number') {
    if (format === 'int32' && (value < -(2 ** 31) || value >= 2 ** 31))
      add(report, path, 'range', 'does not fit into 32 bits', { actual: value });
    else if (shape.min !== undefined && shape.max !== undefined && (value < shape.min || value > shape.max))
      add(report, path, 'range', `is ${value}, not ${shape.min} to ${shape.max}`, {
        limit: value < shape.min ? shape.min : shape.max,
        actual: value,
      });
    return;
  }
  if (typeof value !== 'string') return;
  if (maxLength !== undefined && value.length > maxLength) {
    const length = countCodePoints(value);
    if (length > maxLength)
      add(report, path, 'length', `has ${length} characters, the API takes ${maxLength}`, { limit: maxLength, actual: length });
  }
  if (format !== undefined && !fits(value, format))
    add(report, path, 'format', `is not ${FORMATS[format] ?? format}`, { limit: format, actual: shown(value) });
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) {
    add(report, path, 'format', `is not of the form ${pattern}`, { limit: pattern, actual: shown(value) });
  } else if (minSeconds !== undefined && maxSeconds !== undefined) {
    const seconds = Number.parseInt(value, 10);
    if (!(seconds >= minSeconds && seconds <= maxSeconds)) {
      add(report, path, 'range', `is ${seconds} seconds, not ${minSeconds} to ${maxSeconds}`, {
        limit: seconds < minSeconds ? minSeconds : maxSeconds,
        actual: seconds,
      });
    }
  }
}

const FORMATS: { readonly [format: string]: string } = {
  date: 'a day as YYYY-MM-DD',
  'date-time': 'a point in time with a zone, e.g. 2027-03-01T09:00:00+01:00',
  e164: 'an international phone number, e.g. +46701234567',
  'unix-seconds': 'a number of seconds since 1970',
};

function fits(text: string, format: string): boolean {
  if (format === 'date') return /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text);
  if (format === 'date-time') return isMoment(text);
  // A plus-less number is in the vendor's own samples.
  if (format === 'e164') return /^\+?[1-9]\d{1,14}$/.test(text);
  return format !== 'unix-seconds' || /^\d+$/.test(text);
}

/** Reports an object that is too long as JSON. */
export function checkJson(report: Report, path: string, value: unknown, most: number): void {
  const length = lengthAsJson(value);
  if (length === undefined) add(report, path, 'type', 'is nested too deeply to be written as JSON');
  else if (length > most)
    add(report, path, 'length', `has ${length} characters as JSON, the API takes ${most}`, { limit: most, actual: length });
}

/** A text of JSON can be nested more deeply than what reads it can write again. */
function lengthAsJson(value: unknown): number | undefined {
  try {
    return JSON.stringify(value).length;
  } catch {
    return undefined;
  }
}
