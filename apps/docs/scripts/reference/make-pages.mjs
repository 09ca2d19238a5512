import { fileURLToPath } from 'node:url';
import { emitReference, groupSchemas } from '@convapi/codegen/reference';
import { readSpec } from './read-spec.mjs';
import { recordAnswers } from './record-answers.mjs';
import { SECRET, signCallbacks } from './sign-callbacks.mjs';
import { startWorld } from './world.mjs';

const schemas = fileURLToPath(new URL('../../../../spec/schemas', import.meta.url));

/**
 * The pages of operations, types and callbacks, by their paths below `src/reference/api`.
 *
 * @returns {Promise<Map<string, string>>}
 */
export async function makePages() {
  const spec = readSpec();
  const world = await startWorld();
  const answers = await recordAnswers(spec, world).finally(() => world.emulator.close());
  const callbacks = await signCallbacks(spec);
  return emitReference(spec, { values: world.values, answers, callbacks, secret: SECRET, groups: await groupSchemas(spec, schemas) });
}
