// Writes the table of operations into the README, from what was built. The formatter aligns it afterwards.
import { readFile, writeFile } from 'node:fs/promises';
import { coverageTable } from '../dist/http/coverage.js';

const path = new URL('../README.md', import.meta.url);
const readme = await readFile(path, 'utf8');
const section = /(<!-- coverage -->\n)[\s\S]*?(\n<!-- \/coverage -->)/;
if (!section.test(readme)) throw new Error('README.md has lost its marks <!-- coverage --> and <!-- /coverage -->. Put them back.');
await writeFile(
  path,
  readme.replace(section, (_, start, end) => `${start}\n${coverageTable()}\n${end}`),
);
