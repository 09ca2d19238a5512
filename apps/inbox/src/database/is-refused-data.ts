/** Classes of PostgreSQL's error codes: a value that is none of its type, and one that is too large to be kept. */
const DATA_EXCEPTION = /^22/;
const PROGRAM_LIMIT_EXCEEDED = '54000';

/**
 * Did the database refuse a value, rather than fail? An id that does not fit an index, a date that it does not know,
 * U+0000 in a text: it will refuse the same next time, so asking for it again makes no sense.
 */
export function isRefusedData(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = String((error as { code?: unknown }).code);
  return DATA_EXCEPTION.test(code) || code === PROGRAM_LIMIT_EXCEEDED;
}
