/** Classes of PostgreSQL's error codes: a value that is none of its type, and one that is too large to be kept. */
const DATA_EXCEPTION = /^22/;
const PROGRAM_LIMIT_EXCEEDED = '54000';
const TAKEN = '23505';
/** Two transactions were in each other's way; the one that is asked again goes through. */
const TRY_AGAIN: ReadonlySet<string> = new Set(['40001', '40P01']);
/** Connection exceptions, a server that shuts down or starts, and those of the network. */
const AWAY = /^(?:08|57P0[1-3]|53300|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)/;
const AWAY_IN_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/i;

/**
 * The error of the database itself. What drizzle puts around it repeats the whole query with its values, which are what people
 * wrote, and so must not be logged.
 */
export function plainError(error: unknown): unknown {
  let inner = error;
  while (isObject(inner) && typeof inner.query === 'string' && isObject(inner.cause)) inner = inner.cause;
  return inner;
}

/**
 * The error, when the data cannot be kept rather than the database failed: an id that does not fit an index, a date that
 * PostgreSQL does not know, U+0000 in a text, JSON that is nested too deeply to be written. It would be the same next time.
 */
export function refusedData(error: unknown): { message: string } | undefined {
  if (plainError(error) instanceof RangeError) return { message: 'it is nested too deeply' };
  const code = codeOf(error);
  return DATA_EXCEPTION.test(code) || code === PROGRAM_LIMIT_EXCEEDED ? { message: messageOf(error) } : undefined;
}

/** Is there a row already with what has to be unique? */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === TAKEN;
}

export function isTryAgain(error: unknown): boolean {
  return TRY_AGAIN.has(codeOf(error));
}

/** Is the database gone for now, so that the same may work later? */
export function isDatabaseAway(error: unknown): boolean {
  return AWAY.test(codeOf(error)) || AWAY_IN_WORDS.test(messageOf(error));
}

function codeOf(error: unknown): string {
  const inner = plainError(error);
  return isObject(inner) ? String(inner.code ?? '') : '';
}

function messageOf(error: unknown): string {
  const inner = plainError(error);
  return isObject(inner) ? String(inner.message ?? '') : String(inner);
}

function isObject(value: unknown): value is { query?: unknown; cause?: unknown; code?: unknown; message?: unknown } {
  return typeof value === 'object' && value !== null;
}
