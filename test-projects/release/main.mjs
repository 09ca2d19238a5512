// `npm run release:rehearse`: prints a row a package and module format, ends with 1 when a row is not ok.
import { rehearseRelease } from './rehearse-release.mjs';
import { tableOf } from './table-of.mjs';

const { rows, released } = await rehearseRelease((line) => console.log(line));
console.log(`\n${tableOf(rows)}`);
console.log(`\nThe changelog of @convapi/client will begin:\n\n${released.get('client').changelog}`);
process.exit(rows.every(({ ok }) => ok) ? 0 : 1);
