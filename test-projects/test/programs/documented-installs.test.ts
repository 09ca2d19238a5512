import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Emulator, startEmulator } from '@convapi/emulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { firstProgram, PRINTS } from '../../release/first-program.mjs';
import { type DocumentedBlock, firstInstall, isForPages, programsOf } from '../documented-blocks.ts';
import { taskPages } from '../documents.ts';
import { type PackedPackages, packToFolder } from '../packed-packages.ts';
import { pnpm, repository, run } from '../run.ts';

const names = ['core', 'auth', 'client', 'webhook-verifier', 'message-builder', 'emulator'];
const pages: Record<string, string> = {
  root: 'README.md',
  ...Object.fromEntries(names.map((name) => [name, `packages/${name}/README.md`])),
};
const { catalog } = parse(readFileSync(join(repository, 'pnpm-workspace.yaml'), 'utf8')) as { catalog: Record<string, string> };

/** What frameworks ask of the compiler. */
const FRAMEWORKS = { skipLibCheck: true, experimentalDecorators: true, emitDecoratorMetadata: true };

let packed: PackedPackages;
let workspace: string;
let emulator: Emulator;

/** Every set of packages that a reader has at some program, as a project with exactly those; pnpm shows a program nothing else. */
const projects = new Map<string, { id: string; installed: string[]; programs: DocumentedBlock[] }>();

function projectOf(installed: string[]) {
  const key = [...installed].sort().join(' ');
  const known = projects.get(key) ?? { id: `project-${projects.size}`, installed, programs: [] };
  projects.set(key, known);
  return known;
}

for (const page of [...Object.values(pages), ...taskPages]) {
  // what is for web pages is compiled with a bundler: documentation.test.ts
  for (const one of programsOf(page).filter((program) => !isForPages(program))) projectOf(one.installed).programs.push(one);
}
/** The project of who has followed the first install line of a README. */
const firstOf = (name: string) => projectOf(firstInstall(pages[name] as string)).id;
for (const name of Object.keys(pages)) firstOf(name);

/** Name and version of what an install line asks for; without a version, the one that this repository is tested with. */
function dependencyOf(word: string): [string, string] {
  const [, name = '', version] = /^(@?[^@]+)(?:@(.+))?$/.exec(word) ?? [];
  if (name.startsWith('@convapi/')) return [name, `file:${packed.tarballOf(name.slice('@convapi/'.length))}`];
  return [name, version ?? catalog[name] ?? 'missing from the catalog'];
}

beforeAll(async () => {
  emulator = await startEmulator();
  packed = packToFolder();
  workspace = join(packed.folder, 'readmes');
  for (const { id, installed, programs } of projects.values()) {
    mkdirSync(join(workspace, id), { recursive: true });
    const manifest = { name: id, private: true, type: 'module', dependencies: Object.fromEntries(installed.map(dependencyOf)) };
    writeFileSync(join(workspace, id, 'package.json'), JSON.stringify(manifest));
    programs.forEach(({ page, code }, index) => {
      writeFileSync(join(workspace, id, `program-${index}-${page.replaceAll('/', '-')}.ts`), `${code}\nexport {};\n`);
    });
  }
  // what every TypeScript project on Node has
  writeFileSync(
    join(workspace, 'package.json'),
    JSON.stringify({ private: true, devDependencies: { '@types/node': catalog['@types/node'] } }),
  );
  const overrides = names.map((name) => `  '@convapi/${name}': file:${packed.tarballOf(name)}\n`).join('');
  writeFileSync(join(workspace, 'pnpm-workspace.yaml'), `packages: ['*']\nnodeLinker: isolated\noverrides:\n${overrides}`);
  pnpm(['install', '--prefer-offline', '--no-frozen-lockfile'], { cwd: workspace });
}, 180_000);
afterAll(async () => {
  packed.remove();
  await emulator.close();
});

test('every program compiles with what its page has told to install until then, under pnpm', () => {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'NodeNext',
    target: 'ES2022',
    lib: ['ES2023', 'DOM'],
    types: ['node'],
    ...FRAMEWORKS,
  };
  writeFileSync(join(workspace, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*/program-*.ts'] }));
  expect([...projects.values()].flatMap(({ programs }) => programs).length).toBeGreaterThan(100);
  expect(run(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', workspace])).toBe('');
}, 60_000);

describe.each(Object.keys(pages))('the first install line of %s', (name) => {
  test('is enough to run the first program', async () => {
    const headers = { authorization: `Basic ${btoa(`${emulator.keyId}:${emulator.keySecret}`)}`, 'content-type': 'application/json' };
    const channel_credentials = ['RCS', 'SMS'].map((channel) => ({ channel, static_bearer: { claimed_identity: 'plan', token: 'any' } }));
    const body = JSON.stringify({ display_name: name, channel_credentials });
    const made = await fetch(`${emulator.url}/v1/projects/${emulator.projectId}/apps`, { method: 'POST', headers, body });
    const { id: appId } = (await made.json()) as { id: string };
    const program = firstProgram(join(repository, pages[name] as string), 'module', { ...emulator, appId });
    const project = join(workspace, firstOf(name));
    writeFileSync(join(project, 'first.js'), program);
    const { stdout } = await promisify(execFile)(process.execPath, ['first.js'], { cwd: project });
    expect(stdout.trim()).toMatch({ ...PRINTS, root: PRINTS.client }[name] ?? '');
  });
});

test('npm installs the packed files of a checkout beside each other, as scripts/pack-all.mjs prints it', () => {
  const project = join(packed.folder, 'by-npm');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...names.map(packed.tarballOf)], { cwd: project });
  const load = `Promise.all(${JSON.stringify(names)}.map((name) => import('@convapi/' + name))).then((all) => console.log(all.length))`;
  expect(run(process.execPath, ['-e', load], { cwd: project })).toBe(`${names.length}\n`);
}, 60_000);

test('the command of the emulator runs by the name of its package', () => {
  expect(run('npx', ['--no-install', '@convapi/emulator', '--version'], { cwd: join(workspace, firstOf('emulator')) })).toMatch(
    /^\d+\.\d+\.\d+\n$/,
  );
});
