// How the generators write values as TypeScript.

/** The data file has the wire's spelling; a table of ours has ours. Names of channels and sources keep their capitals. */
export function camel(value) {
  if (Array.isArray(value) || value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase()), camel(inner)]),
  );
}

/** A limit is one line, everything above it a block. */
export function print(value, indent) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return inline(value);
  if ('basis' in value) return inline(value);
  const inner = `${indent}  `;
  return `{\n${Object.entries(value)
    .map(([key, entry]) => `${inner}${name(key)}: ${print(entry, inner)},`)
    .join('\n')}\n${indent}}`;
}

export function inline(value) {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  return `{ ${Object.entries(value)
    .map(([key, entry]) => `${name(key)}: ${inline(entry)}`)
    .join(', ')} }`;
}

function name(key) {
  return /^[A-Za-z_]\w*$/.test(key) ? key : `'${key}'`;
}
