import { describe } from '../suite/assert.js';
import { suite } from '../suite.js';

/** @import { FactName, Tools } from '../suite/types.js' */

/**
 * What a runtime tells, a line of JSON each: first who it is, then each check and what was found out, at the end that it is the end.
 *
 * @typedef {{ kind: 'start', version: string, checks: number }
 *   | { kind: 'check', name: string, ms: number, error?: string }
 *   | { kind: 'fact', name: FactName, value: string }
 *   | { kind: 'end' }} Line
 */

/** A check that hangs must not take the others with it. */
const CHECK_LIMIT_MS = 10_000;

/**
 * Runs every check, one after the other, and tells each line as it comes.
 *
 * @param {Omit<Tools, 'fact'>} given
 * @param {string} version
 * @param {(line: Line) => unknown} tell
 */
export async function runSuite(given, version, tell) {
  /** @type {Tools} */
  const tools = { ...given, fact: (name, value) => tell({ kind: 'fact', name, value }) };
  tell({ kind: 'start', version, checks: suite.length });
  for (const { name, run } of suite) {
    const startedAt = Date.now();
    const error = await inTime(run(tools)).then(() => undefined, describe);
    tell({ kind: 'check', name, ms: Date.now() - startedAt, ...(error === undefined ? {} : { error }) });
  }
  tell({ kind: 'end' });
}

/** @param {Promise<void>} running */
async function inTime(running) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end within ${CHECK_LIMIT_MS} ms`)), CHECK_LIMIT_MS);
  });
  try {
    await Promise.race([running, limit]);
  } finally {
    clearTimeout(timer);
  }
}
