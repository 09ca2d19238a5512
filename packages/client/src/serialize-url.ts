import { ConvapiError } from '@convapi/core';

/**
 * Fills a path template. Each value becomes exactly one segment: it is percent-encoded, and what a URL parser would
 * take for a step up, or what would shorten the path, is refused.
 *
 * @throws {@link ConvapiError} naming the parameter.
 */
export function serializePath(template: string, values: Record<string, unknown>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value !== 'string' || value === '' || value === '.' || value === '..') {
      const shown = typeof value === 'string' ? `"${value}"` : String(value);
      throw new ConvapiError(`[@convapi/client] ${name} is ${shown}. Pass the id as a non-empty string, not a path.`);
    }
    return encode(value, name);
  });
}

/** Query text without the question mark. Lists are joined by commas; what is `undefined` or `null` is left out. */
export function serializeQuery(query: object): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    if (value === undefined || value === null) continue;
    const text = Array.isArray(value) ? value.map((one) => encode(one, name)).join(',') : encode(value, name);
    if (text !== '' || !Array.isArray(value)) parts.push(`${encodeURIComponent(name)}=${text}`);
  }
  return parts.join('&');
}

/** A `Date` goes out as the service reads times, in RFC 3339. */
function encode(value: unknown, name: string): string {
  try {
    return encodeURIComponent(isDate(value) ? value.toISOString() : String(value));
  } catch {
    throw new ConvapiError(
      `[@convapi/client] ${name} holds what no URL can: a broken character or an invalid date. Check where it comes from.`,
    );
  }
}

/** By its tag, as a Date of another realm is one too. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
