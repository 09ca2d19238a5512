import { defineConfig } from 'vitest/config';

/** The tests that look at the built site. They are no part of `npm test`: the site takes a while to build. */
export default defineConfig({
  test: {
    name: 'docs-site',
    include: ['test/site/**/*.test.ts'],
    globalSetup: ['test/site/support/build-site.ts'],
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
