/**
 * What is read of errors that others made. By their fields and not by `instanceof`, which fails for errors of another
 * realm: in Jest, in vm contexts, in frames.
 */
interface ErrorShape {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** Any value as something whose fields can be looked at. */
function toShape(value: unknown): ErrorShape {
  return typeof value === 'object' && value !== null ? value : {};
}

/** The code of an error, such as `ECONNREFUSED`; empty when it has none. */
export function codeOf(error: unknown): string {
  const { code } = toShape(error);
  return typeof code === 'string' ? code : '';
}

/** Its name; `Error` when it has none. */
export function nameOf(error: unknown): string {
  const { name } = toShape(error);
  return typeof name === 'string' ? name : 'Error';
}

/** Its message, or the value itself as text. */
export function messageOf(error: unknown): string {
  const { message } = toShape(error);
  return typeof message === 'string' ? message : String(error);
}

/** What lies behind it; `undefined` when there is nothing. */
export function causeOf(error: unknown): unknown {
  return toShape(error).cause;
}

/** The errors that an AggregateError holds; empty for any other. */
export function errorsIn(error: unknown): readonly unknown[] {
  const { errors } = toShape(error);
  return Array.isArray(errors) ? errors : [];
}
