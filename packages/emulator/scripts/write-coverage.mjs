// Writes the tables of operations and of behaviour into the README, from the sources. The formatter aligns them afterwards.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

// the tables are no part of what is published, so they are built for this alone
const tables = new URL('../dist/coverage-tables.mjs', import.meta.url);
await build({
  stdin: {
    contents: `export * from './claims/behaviour-coverage.ts'; export * from './http/coverage.ts';`,
    resolveDir: new URL('../src', import.meta.url).pathname,
  },
  bundle: true,
  format: 'esm',
  packages: 'external',
  outfile: tables.pathname,
});
const { behaviourTable, coverageTable } = await import(tables.href).finally(() => rm(tables));

const path = new URL('../README.md', import.meta.url);
const sections = { coverage: coverageTable(), behaviour: behaviourTable() };
let readme = await readFile(path, 'utf8');
for (const [name, table] of Object.entries(sections)) {
  const section = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(\\n<!-- /${name} -->)`);
  if (!section.test(readme)) throw new Error(`README.md has lost its marks <!-- ${name} --> and <!-- /${name} -->. Put them back.`);
  readme = readme.replace(section, (_, start, end) => `${start}\n${table}\n${end}`);
}
await writeFile(path, readme);
