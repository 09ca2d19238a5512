import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeManifest } from '../src/cli/change-manifest.ts';
import { runCommand } from '../src/cli/run-command.ts';
import { migrateTexts } from '../src/index.ts';
import { copyProgram, PROGRAMS } from './programs.ts';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const PARTS = { version: '1.2.3', migrateTexts };
const manifest = `{
    "name": "shop",
    "dependencies": {
        "@sinch/sdk-core": "^1.4.0",
        "express": "^5.0.0"
    }
}
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-'));
  writeFileSync(join(folder, 'package.json'), manifest);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const use = (program: string) => copyProgram(program, join(folder, 'src'));
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder });
const run = (...args: string[]) => runCommand([folder, ...args], PARTS);

test('rewrites the files and the dependencies, keeps their indentation, and ends with 0', () => {
  use('apps');
  const { status, stdout } = run();
  expect(stdout).toContain('1 files changed; calls: 6 found, 6 rewritten, 0 left');
  expect(stdout).toContain('package.json: removed @sinch/sdk-core');
  expect(stdout).toContain('Run the install command of your package manager.');
  expect(status).toBe(0);
  expect(read('src/apps.ts')).toBe(readFileSync(join(PROGRAMS, 'apps/after/apps.ts.txt'), 'utf8'));
  expect(read('package.json')).toMatch(/^\{\n {4}"name": "shop",\n {4}"dependencies": \{\n {8}"@convapi\/auth": "\^[\d.]+"/);
  expect(read('package.json')).not.toContain('@sinch');
  expect(read('package.json')).toContain('"express": "^5.0.0"');
});

test('a second run changes nothing', () => {
  use('apps');
  run();
  const after = read('package.json');
  expect(run().stdout).toContain('0 files changed');
  expect(read('package.json')).toBe(after);
});

test('ends with 1 and says file, line and what to do when something is left', () => {
  use('webhooks-parsed');
  const { status, stdout } = run();
  expect(status).toBe(1);
  expect(stdout).toContain('src/server.js:9  it gets the parsed body');
  expect(stdout).toContain('→ keep the raw body');
});

test('the SDK stays a dependency while other domains use it', () => {
  use('mixed-domains');
  run();
  expect(read('package.json')).toContain('"@sinch/sdk-core": "^1.4.0"');
  expect(read('package.json')).toContain('"@convapi/client"');
});

test('--dry-run prints a patch and writes nothing', () => {
  use('apps');
  const { stdout } = run('--dry-run');
  expect(stdout).toContain('+++ src/apps.ts');
  expect(stdout).toContain('-  await sinch.conversation.app.list();');
  expect(stdout).toContain('+  await sinch.apps.list();');
  expect(stdout).toContain('1 files would change');
  expect(read('src/apps.ts')).toContain('@sinch/sdk-core');
  expect(read('package.json')).toBe(manifest);
});

test('--json prints the report for programs', () => {
  use('left-for-you');
  const { stdout, status } = run('--json', '--dry-run');
  const report = JSON.parse(stdout) as { calls: object; left: object[]; files: object[]; dryRun: boolean };
  expect(status).toBe(1);
  expect(report.calls).toEqual({ found: 3, rewritten: 0, left: 3 });
  expect(report.left[0]).toMatchObject({
    path: expect.any(String),
    line: expect.any(Number),
    what: expect.any(String),
    why: expect.any(String),
  });
  expect(report.dryRun).toBe(true);
});

describe('in a work tree of git', () => {
  beforeEach(() => {
    use('apps');
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    mkdirSync(join(folder, 'more'));
  });

  test('works where everything is committed', () => {
    expect(run().status).toBe(0);
  });

  test('refuses where something is not, and changes nothing', () => {
    writeFileSync(join(folder, 'more/notes.md'), 'new');
    const { status, stderr } = run();
    expect(status).toBe(2);
    expect(stderr).toContain('changes that are not committed, such as more/');
    expect(read('src/apps.ts')).toContain('@sinch/sdk-core');
  });

  test('--force and --dry-run work all the same', () => {
    writeFileSync(join(folder, 'more/notes.md'), 'new');
    expect(run('--dry-run').status).toBe(0);
    expect(run('--force').status).toBe(0);
    expect(read('src/apps.ts')).not.toContain('@sinch/sdk-core');
  });
});

test('leaves installed packages and built files alone', () => {
  for (const place of ['node_modules/a', 'dist']) copyProgram('apps', join(folder, place));
  expect(run().stdout).toContain('0 files changed');
  expect(existsSync(join(folder, 'dist/apps.ts'))).toBe(true);
});

test('follows an import alias of tsconfig.json', () => {
  use('classes');
  writeFileSync(join(folder, 'src/notifier.ts'), read('src/notifier.ts').replace('./client', '#app/client'));
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "paths": { "#app/*": ["./src/*"], }, }, } // settings');
  expect(run().status).toBe(0);
  expect(read('src/notifier.ts')).toContain('service: ConversationClient = createClient(),');
});

test('says what is wrong with its arguments', () => {
  expect(runCommand([], PARTS)).toMatchObject({ status: 2, stderr: expect.stringContaining('Name one folder') });
  expect(run('--absent').stderr).toContain("Unknown option '--absent'");
  expect(runCommand([join(folder, 'absent')], PARTS).stderr).toContain('is no folder');
  expect(runCommand(['--help'], PARTS).stdout).toContain('Usage: npx @convapi/migrate <folder>');
});

test('runs as a program, and knows its version', () => {
  expect(execFileSync(process.execPath, [CLI, '--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
}, 60_000);

test('dependencies that have an order of their own keep it', () => {
  const before = '{ "dependencies": { "zod": "4", "express": "5", "@sinch/sdk-core": "1" } }';
  const { dependencies } = JSON.parse(changeManifest(before, ['@convapi/client'], new Set(), '2.0.0')?.after ?? '{}') as {
    dependencies: object;
  };
  expect(Object.keys(dependencies)).toEqual(['zod', 'express', '@convapi/client']);
});

test('a package.json that has our packages keeps their versions', () => {
  const before = '{ "devDependencies": { "@convapi/client": "1.0.0", "@sinch/conversation": "1" } }';
  expect(changeManifest(before, ['@convapi/client'], new Set(), '2.0.0')).toMatchObject({ added: [], removed: ['@sinch/conversation'] });
  expect(changeManifest(before, ['@convapi/client'], new Set(['@sinch/conversation']), '2.0.0')).toBeUndefined();
});
