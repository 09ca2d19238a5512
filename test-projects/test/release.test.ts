import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemsOf } from '../release/problems-of.mjs';
import { repository } from './run.ts';

// .ci/run does it: `npm run release:rehearse`
const names = ['core', 'auth', 'webhook-verifier', 'message-builder', 'handset', 'client', 'emulator', 'migrate'];

describe('the rehearsal of a release', () => {
  const rows = names.flatMap((name) => ['module', 'commonjs'].map((format) => ({ name, format, ok: true })));
  const changelog = '# @convapi/client\n\n## 0.1.0\n\n### Minor Changes\n\n- Calls wait for one token.\n';

  test('is well when every package did its job in both formats', () => {
    expect(problemsOf(rows, changelog)).toEqual([]);
  });

  test('fails for a package that did not, or was not tried', () => {
    const auth = 'auth in a project of type commonjs did not do its job';
    const isAuth = ({ name, format }: { name: string; format: string }) => name === 'auth' && format === 'commonjs';
    expect(
      problemsOf(
        rows.filter((row) => !isAuth(row)),
        changelog,
      ),
    ).toEqual([auth]);
    expect(
      problemsOf(
        rows.map((row) => (isAuth(row) ? { ...row, ok: false } : row)),
        changelog,
      ),
    ).toEqual([auth]);
  });

  test('fails for a changelog with the hash of a commit in front of the words', () => {
    const wrong = changelog.replace('Calls', '0a1b2c3: Calls');
    expect(problemsOf(rows, wrong)).toEqual(['the changelog of @convapi/client does not begin as one']);
  });
});

test('every package that was never published has a changeset that says what it is', () => {
  const folder = join(repository, '.changeset');
  const changesets = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  for (const name of names) {
    const { version } = JSON.parse(readFileSync(join(repository, 'packages', name, 'package.json'), 'utf8')) as { version: string };
    if (version !== '0.0.0') continue;
    const first = changesets.filter((text) => text.includes(`"@convapi/${name}": minor`) && text.includes('First release: '));
    expect(first, name).toHaveLength(1);
    // several points, each a line of the changelog
    expect(first[0]?.match(/^- .{20}/gm)?.length, name).toBeGreaterThanOrEqual(3);
  }
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
