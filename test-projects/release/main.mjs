// `npm run release:rehearse`: prints a row a package and module format, ends with 1 when one is missing or not ok.
import { problemsOf } from './problems-of.mjs';
import { rehearseRelease } from './rehearse-release.mjs';
import { tableOf } from './table-of.mjs';

const { rows, released } = await rehearseRelease((line) => console.log(line));
console.log(`\n${tableOf(rows)}`);
const { changelog } = released.get('client');
console.log(`\nThe changelog of @convapi/client will begin:\n\n${changelog}`);
const problems = problemsOf(rows, changelog);
if (problems.length > 0) console.error(problems.join('\n'));
process.exit(problems.length === 0 ? 0 : 1);
