/** Fails unless the value is truthy. @param {unknown} value @param {string} what */
export function ok(value, what) {
  if (!value) throw new Error(`not so: ${what}`);
}

/** Fails unless both are the same data; the order of keys does not count. @param {unknown} actual @param {unknown} expected @param {string} what */
export function same(actual, expected, what) {
  const [left, right] = [toText(actual), toText(expected)];
  if (left !== right) throw new Error(`${what}: got ${left}, expected ${right}`);
}

/**
 * What a call is refused with; fails when it is not refused, or with something else.
 *
 * @template Failure
 * @param {() => unknown} call
 * @param {(error: unknown) => error is Failure} isExpected
 * @param {string} what
 * @returns {Promise<Failure>}
 */
export async function refusal(call, isExpected, what) {
  try {
    await call();
  } catch (error) {
    if (isExpected(error)) return error;
    throw new Error(`${what}: refused with ${describe(error)}`, { cause: error });
  }
  throw new Error(`${what}: was not refused`);
}

/** Names an error with what lies behind it. @param {unknown} error @returns {string} */
export function describe(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : ` (${describe(error.cause)})`;
  return `${error.name}: ${error.message}${cause}`;
}

/** @param {unknown} value */
function toText(value) {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );
}
