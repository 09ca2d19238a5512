import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, run } from './run.ts';

describe('the rehearsal of a release', () => {
  test('publishes every package to a registry on this machine, installs each alone from there and runs its first program', () => {
    const printed = run(process.execPath, ['release/main.mjs'], { cwd: join(repository, 'test-projects') });
    const rows = printed.split('\n').filter((line) => /^@convapi\/\S+ +\d+\.\d+\.\d+ .* ok$/.test(line));
    expect(rows, printed).toHaveLength(14);
    for (const format of ['ESM', 'CommonJS']) expect(rows.filter((row) => row.includes(` ${format} `))).toHaveLength(7);
    expect(printed).not.toContain('FAILED');
    // No hash of a commit in front of the words
    expect(printed).toMatch(/^# @convapi\/client\n\n## \d+\.\d+\.\d+\n\n### \w+ Changes\n\n- (?![0-9a-f]{7}:)/m);
  }, 600_000);
});

interface Changelog {
  getReleaseLine(changeset: { summary: string }): Promise<string>;
  getDependencyReleaseLine(changesets: unknown[], updated: { name: string; newVersion: string }[]): Promise<string>;
}

describe('an entry of a changelog', () => {
  const changelog = createRequire(import.meta.url)(join(repository, '.changeset/changelog.cjs')) as Changelog;

  test('is the words of the changeset, later lines as part of the same point', async () => {
    const summary = 'Calls wait for one token. No change needed.\n\n```ts\nfoo();\n```';
    expect(await changelog.getReleaseLine({ summary })).toBe('- Calls wait for one token. No change needed.\n\n  ```ts\n  foo();\n  ```');
  });

  test('says with which siblings a package comes, and nothing where none moved', async () => {
    expect(await changelog.getDependencyReleaseLine([], [{ name: '@convapi/core', newVersion: '1.2.0' }])).toBe(
      '- Comes with `@convapi/core` 1.2.0. See what changed there.',
    );
    expect(await changelog.getDependencyReleaseLine([], [])).toBe('');
  });
});
