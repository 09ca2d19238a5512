import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** @import { ChildProcess } from 'node:child_process' */
/** @import { Line } from '../runners/run-suite.js' */
/**
 * How long a process may take, and how long it may live on after it has told the end: a client must not keep it alive.
 *
 * @typedef {{ totalMs: number, afterEndMs: number }} Limits
 */

const LONGEST_NOISE = 2_000;

/**
 * Runs a process that tells lines, and resolves with whatever else it printed when it ended well. Its environment is
 * almost empty: no proxy, no options of ours, caches in `home`.
 *
 * @param {string[]} command
 * @param {string} home
 * @param {Limits} limits
 * @param {(line: Line) => void} onLine
 * @returns {Promise<string>}
 */
export function runProcess([program = '', ...args], home, limits, onLine) {
  const env = { HOME: home, TMPDIR: home, PATH: process.env.PATH ?? '', DENO_DIR: home, DENO_NO_UPDATE_CHECK: '1', DO_NOT_TRACK: '1' };
  // A group of its own, so that ending it also ends what it started.
  const child = spawn(program, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const limit = limitOf(child, limits);
  let noise = '';
  const hear = (/** @type {string} */ text) => {
    noise = (noise + text).slice(-LONGEST_NOISE);
  };
  child.stderr.setEncoding('utf8').on('data', hear);
  createInterface(child.stdout).on('line', (text) => {
    const line = parse(text);
    if (!line) return hear(`${text}\n`);
    if (line.kind === 'end') limit.ending();
    onLine(line);
  });
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`it cannot be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      const passed = limit.stop();
      if (code === 0) resolve(noise);
      else reject(new Error(`${passed ?? `it ended with ${signal ?? `code ${code}`}`}\n${noise}`.trimEnd()));
    });
  });
}

/** Ends a process that takes too long; `stop` tells which limit it passed. @param {ChildProcess} child @param {Limits} limits */
function limitOf({ pid }, { totalMs, afterEndMs }) {
  /** @type {string | undefined} */
  let passed;
  const after = (/** @type {number} */ ms, /** @type {string} */ message) =>
    setTimeout(() => {
      passed = message;
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    }, ms);
  // Without a process there is nothing to end.
  let timer = pid === undefined ? undefined : after(totalMs, `it did not end within ${totalMs} ms`);
  return {
    ending() {
      clearTimeout(timer);
      timer = after(afterEndMs, `it was done, but something kept it alive for ${afterEndMs} ms`);
    },
    stop() {
      clearTimeout(timer);
      return passed;
    },
  };
}

/** A line of ours, or nothing when a runtime says something of its own. @param {string} text @returns {Line | undefined} */
function parse(text) {
  try {
    const line = JSON.parse(text);
    return typeof line?.kind === 'string' ? line : undefined;
  } catch {
    return undefined;
  }
}
