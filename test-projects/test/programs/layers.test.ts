import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { repository, run } from '../run.ts';

const copy = mkdtempSync(join(tmpdir(), 'convapi-layers-'));
afterAll(() => rmSync(copy, { recursive: true }));

/** The manifests and sources of the repository, without what was built or installed. */
beforeEach(() => {
  rmSync(copy, { recursive: true });
  const left = /(^|\/)(node_modules|dist|\.turbo|\.git|\.documentation)$/;
  cpSync(repository, copy, { recursive: true, filter: (source) => !left.test(source) });
  run('git', ['init', '--quiet'], { cwd: copy });
});

function boundaries(): string {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' };
  return run(join(repository, 'node_modules/.bin/turbo'), ['boundaries', '--no-color'], { cwd: copy, env });
}

/** Adds a file with one import to a package. */
function addImport(name: string, from: string): void {
  writeFileSync(join(copy, 'packages', name, 'src/intruder.ts'), `import * as intruder from '${from}';\nexport { intruder };\n`);
}

function addDependency(name: string, dependency: string): void {
  const file = join(copy, 'packages', name, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.dependencies = { ...manifest.dependencies, [dependency]: 'workspace:^' };
  writeFileSync(file, JSON.stringify(manifest));
}

describe('the order of the layers', () => {
  test('holds in the repository', () => {
    expect(boundaries()).toContain('no issues found');
  });

  test('refuses an import of a package above, although a file is there', () => {
    addImport('core', '@convapi/auth');
    expect(boundaries).toThrow(/cannot import package `@convapi\/auth`/);
  });

  test('refuses a dependency on a package above', () => {
    addDependency('auth', '@convapi/client');
    expect(boundaries).toThrow(/Package `@convapi\/client` found without any tag listed in allowlist/);
  });

  test('refuses a path into another package', () => {
    addImport('client', '../../auth/src/index.ts');
    expect(boundaries).toThrow(/leaves the package/);
  });
}, 60_000);
