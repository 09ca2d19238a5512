/**
 * Writes `src/reference/api` anew: the pages of operations, types and callbacks.
 *
 *   node scripts/reference/generate.mjs
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emitReference, groupSchemas } from '@convapi/codegen/reference';
import { readSpec } from './read-spec.mjs';
import { recordAnswers } from './record-answers.mjs';
import { SECRET, signCallbacks } from './sign-callbacks.mjs';
import { startWorld } from './world.mjs';

const docs = fileURLToPath(new URL('../..', import.meta.url));
const target = join(docs, 'src/reference/api');

const spec = readSpec();
const world = await startWorld();
const answers = await recordAnswers(spec, world).finally(() => world.emulator.close());
const pages = emitReference(spec, {
  values: world.values,
  answers,
  callbacks: await signCallbacks(spec),
  secret: SECRET,
  groups: await groupSchemas(spec, join(docs, '../../spec/schemas')),
});
rmSync(target, { recursive: true, force: true });
for (const [path, page] of pages) {
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page);
}
console.log(`wrote ${pages.size} pages of the API to src/reference/api`);
