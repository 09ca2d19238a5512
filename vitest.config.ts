import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/vitest/longest-first.ts';
import { TimeTable } from './scripts/vitest/time-table.ts';

const folders = ['packages', 'apps'].flatMap((parent) => readdirSync(parent).map((name) => `${parent}/${name}`));

/** One run for everything; a project a package, so that `vitest run --project client` runs one. */
export default defineConfig({
  test: {
    reporters: ['default', new TimeTable()],
    // one more than there are processors: many files wait for a registry, a browser or a program that they started
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [...folders, 'test-projects', 'runtime-tests'].map((folder) => ({
      test: {
        name: folder.split('/').at(-1) as string,
        include: [`${folder}/test/**/*.test.ts`],
        // these look at the built documentation site: apps/docs/vitest.config.ts
        exclude: ['apps/docs/test/site/**'],
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
