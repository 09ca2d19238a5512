// `node run.mjs`: the cells of every hand-in. See README.md for the options.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { GROUPS } from './groups/index.mjs';
import { inTurn } from './harness/in-turn.mjs';
import { installGroup } from './harness/install-group.mjs';
import { packWorkspace } from './harness/pack-workspace.mjs';
import { lineOf, reportOf } from './harness/report.mjs';
import { runCell } from './harness/run-cell.mjs';
import { startService } from './harness/start-service.mjs';
import { subjectsOf } from './harness/subjects.mjs';

const { values: options } = parseArgs({
  options: {
    group: { type: 'string', multiple: true },
    cell: { type: 'string' },
    weekly: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    tarballs: { type: 'string' },
    report: { type: 'string' },
    cache: { type: 'string', default: join(tmpdir(), 'convapi-matrix') },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});
mkdirSync(options.cache, { recursive: true });

/** A cell named on the command line runs whether or not it belongs to every hand-in. */
const isWanted = (group, cell) =>
  (options.group === undefined || options.group.includes(group.name)) &&
  (options.cell === undefined || cell.name.includes(options.cell)) &&
  (options.weekly || options.group !== undefined || options.cell !== undefined || cell.common === true);

const packages = await packWorkspace({ cache: options.cache, tarballs: options.tarballs });
const subjects = subjectsOf(packages, options.peers);
const plan = subjects
  .flatMap((subject) =>
    GROUPS.map((group) => ({ subject, group, cells: group.cells.filter((cell) => isWanted(group, cell) && (subject.ours || cell.peers)) })),
  )
  .filter(({ cells }) => cells.length > 0);
if (plan.length === 0) {
  console.error(`No such cell. Groups: ${GROUPS.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const service = await startService();
const results = [];
/** Where each part was installed, or why it was not. */
const installed = new Map();
async function install(part) {
  const { subject, group } = part;
  const started = performance.now();
  installed.set(part, await installGroup(group, subject, options.cache).catch((error) => error));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`--  ${group.name}${subject.ours ? '' : `: ${subject.name}`} installed (${seconds} s)`);
}

async function run({ group, subject, cell, project }) {
  const result =
    project instanceof Error
      ? { state: 'failed', message: project.message, ms: 0 }
      : await runCell({ group, cell, subject, project, service });
  results.push({ group, cell, subject, ...result });
  console.log(lineOf(results.at(-1)));
}

try {
  await inTurn(
    plan.map((part) => () => install(part)),
    Number(options.jobs),
  );
  await inTurn(
    plan.flatMap((part) => part.cells.map((cell) => () => run({ ...part, cell, project: installed.get(part) }))),
    Number(options.jobs),
  );
} finally {
  await service.close();
}

if (options.report !== undefined) writeFileSync(options.report, reportOf(results, subjects));
const ours = results.filter(({ subject }) => subject.ours);
const failed = ours.filter(({ state }) => state === 'failed');
for (const { group, cell } of failed) console.log(`FAILED  ${group.name}: ${cell.name}`);
console.log(`\n${ours.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
