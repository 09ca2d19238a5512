// Writes the tables of operations and of behaviour into the documentation, from the sources.
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

const path = new URL('../../../apps/docs/src/guides/emulator/fidelity.md', import.meta.url);
const sections = { coverage: coverageTable(), behaviour: behaviourTable() };
let page = await readFile(path, 'utf8');
for (const [name, table] of Object.entries(sections)) {
  const section = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(\\n<!-- /${name} -->)`);
  if (!section.test(page)) throw new Error(`fidelity.md has lost its marks <!-- ${name} --> and <!-- /${name} -->. Put them back.`);
  page = page.replace(section, (_, start, end) => `${start}\n${table}\n${end}`);
}
await writeFile(path, page);
