/** @import { Outcome, Result } from './run-runtime.mjs' */

/** @param {string} runtime @param {Outcome} outcome */
export function lineOf(runtime, { name, ms, error }) {
  const line = `${runtime.padEnd(8)} ${error === undefined ? 'ok  ' : 'FAIL'} ${name} (${ms} ms)`;
  return error === undefined ? line : `${line}\n${indent(error)}`;
}

/** @param {string} runtime @param {string} problem */
export function problemLineOf(runtime, problem) {
  return `${runtime.padEnd(8)} FAIL the runtime itself\n${indent(problem)}`;
}

/** @param {Result} result */
export function hasFailed({ outcomes, problem }) {
  return problem !== undefined || outcomes.some(({ error }) => error !== undefined);
}

/** @param {Result[]} results */
export function tableOf(results) {
  const head = ['runtime', 'version', 'passed', 'failed', 'result', '#transport', '#hmac', 'refused connection', 'seconds'];
  const rows = results.map((result) => {
    const { name, version, outcomes, wanted, facts, ms } = result;
    const passed = outcomes.filter(({ error }) => error === undefined).length;
    const failed = Math.max(wanted, outcomes.length) - passed;
    const counts = [version || '-', `${passed}`, wanted === 0 ? '-' : `${failed}`, hasFailed(result) ? 'FAIL' : 'ok'];
    return [name, ...counts, facts.transport ?? '-', facts.hmac ?? '-', facts.refused ?? '-', (ms / 1000).toFixed(1)];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const print = (/** @type {string[]} */ row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(print).join('\n');
}

/** @param {string} text */
function indent(text) {
  return text.trimEnd().replace(/^/gm, '         ');
}
