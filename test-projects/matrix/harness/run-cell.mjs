import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { startRecorder } from './start-recorder.mjs';
import { LINE } from './subjects.mjs';
import { writeFiles } from './write-files.mjs';

const execute = promisify(execFile);
const COMMAND_LIMIT_MS = 240_000;

/**
 * Writes the files of a cell into a folder of its own below the project of its group, runs its commands there, and looks at what came.
 *
 * @returns {Promise<{ state: 'passed' | 'failed' | 'cannot', message: string, ms: number }>}
 */
export async function runCell({ group, cell, subject, project, service }) {
  const started = performance.now();
  const folder = join(project, 'cells', cell.name.replace(/[^\w.]+/g, '-'));
  const recorder = cell.received === undefined ? undefined : await startRecorder(service.env);
  try {
    await tryCell({ group, cell, subject, project, folder, env: recorder?.env ?? service.env });
    const missed = recorder === undefined ? [] : cell.received(recorder.received);
    if (missed.length > 0) throw new Error(missed.join('; '));
    if (cell.cannot !== undefined && subject.ours)
      throw new Error(`It works, and is listed as impossible (${cell.cannot}): take that out.`);
    return { state: 'passed', message: '', ms: performance.now() - started };
  } catch (error) {
    // The whole of it, for whoever looks into a failure.
    writeFileSync(join(folder, 'failure.txt'), error.message);
    const state = cell.cannot === undefined || !subject.ours || /^It works/.test(error.message) ? 'failed' : 'cannot';
    return { state, message: state === 'cannot' ? cell.cannot : error.message, ms: performance.now() - started };
  } finally {
    recorder?.close();
  }
}

async function tryCell({ group, cell, subject, project, folder, env }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFiles(folder, { ...group.files, ...cell.files }, { subject, env });
  const surroundings = { ...clean(process.env), ...env, ...group.env, ...cell.env };
  surroundings.PATH = [join(project, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  let printed = '';
  for (const command of cell.commands) printed = await runCommand(command, { cwd: folder, env: surroundings });
  const expected = cell.prints ?? LINE;
  if (!printed.includes(expected)) throw new Error(`printed ${JSON.stringify(printed.slice(-400))} without ${JSON.stringify(expected)}`);
  for (const [where, ending] of Object.entries(cell.leaves ?? {})) {
    if (!readdirSync(join(folder, where), { recursive: true }).some((file) => file.endsWith(ending)))
      throw new Error(`no ${ending} in ${where}`);
  }
}

/** Not as in a build service, where some tools write nothing, and without what npm passes to scripts. */
function clean(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^(CI|GITHUB_\w+|INIT_CWD|NODE_OPTIONS|NODE_ENV|VITEST\w*|npm_(?!config_).*|npm_config_(loglevel|omit).*)$/i.test(name),
    ),
  );
}

async function runCommand([command, ...args], options) {
  try {
    const { stdout, stderr } = await execute(command === 'node' ? process.execPath : command, args, {
      ...options,
      maxBuffer: 64 * 1024 * 1024,
      timeout: COMMAND_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    return `${stdout}${stderr}`;
  } catch (error) {
    const { stdout = '', stderr = '', killed } = error;
    const time = killed ? ` after ${COMMAND_LIMIT_MS / 1000} s` : '';
    throw new Error(`${command} ${args.join(' ')} failed${time}:\n${stdout}${stderr}`, { cause: error });
  }
}
