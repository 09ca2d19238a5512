/**
 * Writes `src/reference/api` anew: the pages of operations, types and callbacks.
 *
 *   node scripts/reference/generate.mjs
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePages } from './make-pages.mjs';

const target = fileURLToPath(new URL('../../src/reference/api', import.meta.url));

const pages = await makePages();
rmSync(target, { recursive: true, force: true });
for (const [path, page] of pages) {
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page);
}
console.log(`wrote ${pages.size} pages to src/reference/api`);
