// Writes the tables of operations and of behaviour into the README, from what was built. The formatter aligns them afterwards.
import { readFile, writeFile } from 'node:fs/promises';
import { behaviourTable } from '../dist/behaviour/behaviour-coverage.js';
import { coverageTable } from '../dist/http/coverage.js';

const path = new URL('../README.md', import.meta.url);
const tables = { coverage: coverageTable(), behaviour: behaviourTable() };
let readme = await readFile(path, 'utf8');
for (const [name, table] of Object.entries(tables)) {
  const section = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(\\n<!-- /${name} -->)`);
  if (!section.test(readme)) throw new Error(`README.md has lost its marks <!-- ${name} --> and <!-- /${name} -->. Put them back.`);
  readme = readme.replace(section, (_, start, end) => `${start}\n${table}\n${end}`);
}
await writeFile(path, readme);
