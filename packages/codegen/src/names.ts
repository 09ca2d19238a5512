/** Names that are taken where generated types stand: by the language, by what is declared there, or by what is imported. */
const TAKEN = new Set(
  [
    ['Array', 'Record', 'Partial', 'NonNullable', 'Promise', 'Object', 'String', 'Number', 'Boolean', 'Symbol', 'Date'],
    ['JsonObject', 'KeyedBy', 'Unrecognized', 'Region', 'WebhookEvent', 'WebhookEvents', 'KnownWebhookEvent', 'UnknownWebhookEvent'],
    ['CallOptions', 'CallPromise', 'PagePromise', 'Resources'],
  ].flat(),
);

/** Names of parameters that every method may have, and words that cannot be names. */
const PARAMETERS = new Set(
  [
    ['body', 'query', 'options', 'arguments', 'eval', 'await', 'async', 'let', 'static', 'yield', 'enum', 'implements', 'interface'],
    ['break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else', 'export', 'extends', 'false'],
    ['finally', 'for', 'function', 'if', 'import', 'in', 'instanceof', 'new', 'null', 'return', 'super', 'switch', 'this', 'throw'],
    ['true', 'try', 'typeof', 'var', 'void', 'while', 'with', 'package', 'private', 'protected', 'public'],
  ].flat(),
);

/** Whether a schema can be called so in TypeScript: `Contact`, not `google.rpc.Status`. */
export function isTypeName(name: string): boolean {
  return /^[A-Z][A-Za-z0-9_]*$/.test(name) && !TAKEN.has(name);
}

/** A name for TypeScript: `google.rpc.Status` → `GoogleRpcStatus`, `v2Template` → `V2Template`. */
export function toTypeName(name: string): string {
  const joined = name
    .split(/[^A-Za-z0-9_]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  const named = /^[A-Z]/.test(joined) ? joined : `Schema${joined}`;
  return isTypeName(named) ? named : `${named}Schema`;
}

/** Whether a parameter of a method can be called so. */
export function isParameterName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && !PARAMETERS.has(name);
}

/** `contact-id` → `contact_id`, `class` → `class_`. */
export function toParameterName(name: string): string {
  const word = name.replace(/[^\w$]+/g, '_').replace(/^(?=\d|$)/, '_');
  return PARAMETERS.has(word) ? `${word}_` : word;
}

/** Text as a literal of generated code, whatever it holds. */
export function literal(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const escaped = JSON.stringify(value)
    .slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/'/g, "\\'")
    .replace(/[\u007f-\u00a0\u2028\u2029\ufeff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `'${escaped}'`;
}

/** A key of an object or an interface. */
export function memberName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}

/** Text inside a comment: it can neither end it nor begin a line of its own. */
export function commentLines(text: string): string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => line.replace(/\*\//g, '*\\/').trimEnd());
}
