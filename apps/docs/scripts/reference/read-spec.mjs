import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { joinDocuments } from '@convapi/codegen/reference';

const require = createRequire(import.meta.url);

/** The documents that `@convapi/core` ships. */
export function readSpec() {
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(require.resolve(`@convapi/core/${name}`), 'utf8'));
  return joinDocuments(read('openapi.json'), read('batch.openapi.json'));
}
