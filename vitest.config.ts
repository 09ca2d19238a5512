import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const folders = ['packages', 'apps'].flatMap((parent) => readdirSync(parent).map((name) => `${parent}/${name}`));

/** One run for everything; a project a package, so that `vitest run --project client` runs one. */
export default defineConfig({
  test: {
    // one less than there are processors would be a single one on the smallest machines
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [...folders, 'test-projects', 'runtime-tests'].map((folder) => ({
      test: {
        name: folder.split('/').at(-1) as string,
        include: [`${folder}/test/**/*.test.ts`],
        testTimeout: 20_000,
        hookTimeout: 60_000,
      },
    })),
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.ts'], exclude: ['**/generated/**'] },
  },
});
