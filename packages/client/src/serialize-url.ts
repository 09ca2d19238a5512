import { ConvapiError } from '@convapi/core';

/**
 * Fills a path template. Each value becomes exactly one segment: it is percent-encoded, and what a URL parser would
 * take for a step up, or what would shorten the path, is refused.
 *
 * @throws ConvapiError naming the parameter.
 */
export function serializePath(template: string, values: Record<string, unknown>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (typeof value !== 'string' || value === '' || value === '.' || value === '..') {
      const shown = typeof value === 'string' ? `"${value}"` : String(value);
      throw new ConvapiError(`[@convapi/client] ${name} is ${shown}. Pass the id as a non-empty string, not a path.`);
    }
    return encodeURIComponent(value);
  });
}

/** Query text without the question mark. Lists are joined by commas; what is `undefined` or `null` is left out. */
export function serializeQuery(query: object): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    if (value === undefined || value === null) continue;
    const text = Array.isArray(value) ? value.map(encode).join(',') : encode(value);
    if (text !== '' || !Array.isArray(value)) parts.push(`${encodeURIComponent(name)}=${text}`);
  }
  return parts.join('&');
}

function encode(value: unknown): string {
  return encodeURIComponent(String(value));
}
