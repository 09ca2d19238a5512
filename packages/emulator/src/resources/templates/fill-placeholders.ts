/**
 * A copy of a message in which every `${name}` is its value.
 *
 * @param missing gets the names that have none; those placeholders stay
 */
export function fillPlaceholders<T>(value: T, values: Readonly<Record<string, string>>, missing: Set<string>): T {
  return fill(value, values, missing) as T;
}

function fill(value: unknown, values: Readonly<Record<string, string>>, missing: Set<string>): unknown {
  if (typeof value === 'string') return fillText(value, values, missing);
  if (Array.isArray(value)) return value.map((entry) => fill(entry, values, missing));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fill(part, values, missing)]));
}

function fillText(text: string, values: Readonly<Record<string, string>>, missing: Set<string>): string {
  return text.replaceAll(/\$\{([^{}]+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) missing.add(name);
    return value ?? placeholder;
  });
}
