import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApiServer } from './api-server.mjs';
import { runProcess } from './run-process.mjs';

/** @import { Line } from '../runners/run-suite.js' */
/** @import { FactName } from '../suite/types.js' */
/** @import { Limits } from './run-process.mjs' */
/** @import { Runtime } from './runtimes.mjs' */
/** @typedef {{ name: string, ms: number, error?: string }} Outcome */
/**
 * What came of a runtime. `problem` is what kept it from starting or ending, `noise` what it printed beside our lines.
 *
 * @typedef {object} Result
 * @property {string} name
 * @property {string} version
 * @property {number} wanted
 * @property {Outcome[]} outcomes
 * @property {Partial<Record<FactName, string>>} facts
 * @property {boolean} ended
 * @property {number} ms
 * @property {string} noise
 * @property {string} [problem]
 */

/** @type {Limits} */
const LIMITS = { totalMs: 40_000, afterEndMs: 10_000 };

/**
 * Runs the suite on a runtime, against a server of its own.
 *
 * @param {Runtime} runtime
 * @param {(outcome: Outcome) => void} onCheck
 * @param {Limits} [limits]
 * @returns {Promise<Result>}
 */
export async function runRuntime(runtime, onCheck, limits = LIMITS) {
  const startedAt = Date.now();
  /** @type {Result} */
  const result = { name: runtime.name, version: '', wanted: 0, outcomes: [], facts: {}, ended: false, ms: 0, noise: '' };
  const server = await startApiServer();
  const home = mkdtempSync(join(tmpdir(), 'convapi-runtime-'));
  try {
    result.noise = await runProcess(runtime.command(server.url), home, limits, (line) => note(result, line, onCheck));
    const problem = problemOf(result, runtime);
    if (problem) result.problem = problem;
  } catch (error) {
    result.problem = error instanceof Error ? error.message : String(error);
  } finally {
    await server.close();
    rmSync(home, { recursive: true, force: true });
  }
  result.ms = Date.now() - startedAt;
  return result;
}

/** @param {Result} result @param {Line} line @param {(outcome: Outcome) => void} onCheck */
function note(result, line, onCheck) {
  if (line.kind === 'start') {
    result.version = line.version;
    result.wanted = line.checks;
  } else if (line.kind === 'fact') result.facts[line.name] = line.value;
  else if (line.kind === 'end') result.ended = true;
  else {
    result.outcomes.push(line);
    onCheck(line);
  }
}

/** A process that ends well has still failed when it is another runtime, left checks out, or warns of something. @param {Result} result @param {Runtime} runtime */
function problemOf({ version, ended, wanted, outcomes, noise }, runtime) {
  if (!runtime.version.test(version)) return `it says that it is version ${version || 'unknown'}, which is not ${runtime.version}`;
  if (!ended || wanted === 0 || outcomes.length !== wanted) return `it ran ${outcomes.length} of ${wanted} checks`;
  if (noise !== '') return `it printed something beside the checks, such as a warning:\n${noise}`;
  return undefined;
}
