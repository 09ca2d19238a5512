import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';
import { TimeTable } from './time-table.ts';

const folders = ['packages', 'apps'].flatMap((parent) => readdirSync(parent).map((name) => `${parent}/${name}`));

/** The folder, below `test` of a package, of the tests that `npm test` leaves to commands of their own; see docs/decisions/0060. */
export type Apart = 'pages' | 'programs';
const APART: readonly Apart[] = ['pages', 'programs'];

/** A run of the tests in such a folder, or of all others. One project a package, so that `--project client` runs one. */
export function suite(apart?: Apart): ViteUserConfig {
  return defineConfig({
    test: {
      reporters: ['default', new TimeTable()],
      // one more than there are processors: many files wait for a registry, a browser or a program that they started
      maxWorkers: availableParallelism() + 1,
      sequence: { sequencer: LongestFirst },
      projects: [...folders, 'test-projects', 'runtime-tests'].map((folder) => ({
        test: {
          name: folder.split('/').at(-1) as string,
          include: [`${folder}/test/${apart ? `${apart}/` : ''}**/*.test.ts`],
          // what looks at the built documentation site is run with it: apps/docs/vitest.config.ts
          exclude: apart ? [] : [...APART.map((name) => `${folder}/test/${name}/**`), 'apps/docs/test/site/**'],
          setupFiles: ['scripts/vitest/processor-time.ts'],
          // A worker is kept for many files: starting one, and loading the packages in it, costs more than most files.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          // what is waited for comes at once; on a machine with other work it may come late
          expect: { poll: { timeout: 15_000 } },
        },
      })),
      coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts'], exclude: ['**/generated/**'] },
    },
  });
}
