// Runs the suite on every runtime, or on those whose names begin with an argument: `node run.mjs bun "node 2"`.
import { hasFailed, lineOf, problemLineOf, tableOf } from './parent/report.mjs';
import { runRuntime } from './parent/run-runtime.mjs';
import { RUNTIMES } from './parent/runtimes.mjs';

const wanted = process.argv.slice(2);
const chosen = RUNTIMES.filter(({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
if (chosen.length === 0) {
  console.error(`No runtime is named ${wanted.join(' or ')}. There are: ${RUNTIMES.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const results = [];
for (const runtime of chosen) {
  const result = await runRuntime(runtime, (outcome) => console.log(lineOf(runtime.name, outcome)));
  if (result.problem !== undefined) console.log(problemLineOf(runtime.name, result.problem));
  results.push(result);
}
console.log(`\n${tableOf(results)}`);
process.exitCode = results.some(hasFailed) ? 1 : 0;
