import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { TimeTable } from './scripts/vitest/time-table.ts';

const folders = ['packages', 'apps'].flatMap((parent) => readdirSync(parent).map((name) => `${parent}/${name}`));

/** One run for everything; a project a package, so that `vitest run --project client` runs one. */
export default defineConfig({
  test: {
    reporters: ['default', new TimeTable()],
    // one less than there are processors would be a single one on the smallest machines
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [...folders, 'test-projects', 'runtime-tests'].map((folder) => ({
      test: {
        name: folder.split('/').at(-1) as string,
        include: [`${folder}/test/**/*.test.ts`],
        setupFiles: ['scripts/vitest/processor-time.ts'],
        isolate: false,
        testTimeout: 20_000,
        hookTimeout: 60_000,
      },
    })),
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts'], exclude: ['**/generated/**'] },
  },
});
