import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { transformSync } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { repository, run } from './run.ts';

const start = join(repository, 'scripts/start.cjs');

describe('what every script does first, on a Node.js that is too old,', () => {
  test.each(['18.20.8', '20.11.1', '20.18.3'])('says in one line that %s is, and does nothing else', (version) => {
    const folder = mkdtempSync(join(tmpdir(), 'convapi-old-node-'));
    const pretend = join(folder, 'pretend.cjs');
    writeFileSync(pretend, `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`);
    const command = () => run(process.execPath, ['--require', pretend, start, 'run', 'build'], { cwd: folder });
    expect(command).toThrow(
      new RegExp(`failed:\\nconvapi needs Node\\.js 20\\.19 or later; this is Node\\.js ${version}\\. See https://nodejs\\.org\\n$`),
    );
    rmSync(folder, { recursive: true });
  });

  test('is written in the syntax of 2009, but for the last statement', () => {
    const supported = { 'dynamic-import': true };
    expect(() => transformSync(readFileSync(start, 'utf8'), { target: 'es5', supported })).not.toThrow();
    expect(() => transformSync('const a = 1;', { target: 'es5', supported })).toThrow();
  });
});

describe('installing', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'convapi-start-'));
    for (const name of ['packages/core', 'apps/inbox', 'bin', 'node_modules']) mkdirSync(join(folder, name), { recursive: true });
    for (const name of ['.', 'packages/core', 'apps/inbox']) writeFileSync(join(folder, name, 'package.json'), '{}');
    writeFileSync(join(folder, 'pnpm-lock.yaml'), '');
    writeFileSync(join(folder, 'pnpm-workspace.yaml'), 'catalog:\n  pnpm: 1.2.3\n');
    stand('exit 0');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Stands in for npx: notes its arguments, then does as told. */
  function stand(ending: string): void {
    writeFileSync(
      join(folder, 'bin/npx'),
      `#!/bin/sh\necho "$@" >> ${join(folder, 'asked')}\nmkdir -p packages/core/node_modules\n${ending}\n`,
    );
    chmodSync(join(folder, 'bin/npx'), 0o755);
    writeFileSync(join(folder, 'asked'), '');
  }

  /** What npx was asked for since the last time. */
  function install(...filters: string[]): string[] {
    const module = join(repository, 'scripts/start/install-missing.mjs');
    const code = `import(${JSON.stringify(module)}).then((it) => it.installMissing(${JSON.stringify(folder)}, ${JSON.stringify(filters)}))`;
    const env = { ...process.env, PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter) };
    writeFileSync(join(folder, 'asked'), '');
    run(process.execPath, ['-e', code], { env });
    return readFileSync(join(folder, 'asked'), 'utf8').split('\n').slice(0, -1);
  }

  const ALL = '--yes --prefer-offline pnpm@1.2.3 install --prefer-offline';
  const PART = `${ALL} --frozen-lockfile --filter convapi --filter @convapi/inbox...`;

  test('a part and then the whole, or the whole and then a part, asks for what is missing, and a second time for nothing', () => {
    expect(install('@convapi/inbox...')).toEqual([PART]);
    expect(install('@convapi/inbox...')).toEqual([]);
    expect(install()).toEqual([ALL]);
    expect([install(), install('@convapi/inbox...')]).toEqual([[], []]);
  });

  test('is done again when a manifest or the lockfile changed, or node_modules of a package went', () => {
    expect(install()).toEqual([ALL]);
    writeFileSync(join(folder, 'packages/core/package.json'), '{ "dependencies": {} }');
    expect([install(), install()]).toEqual([[ALL], []]);
    writeFileSync(join(folder, 'pnpm-lock.yaml'), 'lockfileVersion: 9');
    expect([install(), install()]).toEqual([[ALL], []]);
    rmSync(join(folder, 'packages/core/node_modules'), { recursive: true });
    expect([install(), install()]).toEqual([[ALL], []]);
  });

  test('goes on with the store that node_modules is linked from, which may be that of another HOME', () => {
    mkdirSync(join(folder, 'store/v11'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/.modules.yaml'), JSON.stringify({ storeDir: join(folder, 'store/v11') }, null, 2));
    expect(install()).toEqual([`${ALL} --store-dir=${join(folder, 'store')}`]);
  });

  test('that fails ends the script, says what to do, and is tried again the next time', () => {
    stand('exit 7');
    expect(() => install()).toThrow(/Installing failed\..* remove the folders node_modules and run this again/);
    stand('exit 0');
    expect(install()).toEqual([ALL]);
  });
});
