/** Writes the pages that are made from the table of the codemod and from the results of the benchmarks. */
import { writeFileSync } from 'node:fs';
import { callByCall } from './call-by-call.mjs';
import { compare } from './compare.mjs';

const write = (page, text) => writeFileSync(new URL(`../../src/${page}`, import.meta.url), text);

write('migrate/call-by-call.md', callByCall());
write('compare.md', compare());
