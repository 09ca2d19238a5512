import { exec, execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const runShell = promisify(exec);

/** Copied for each package; the rest, such as `dist`, is made anew or linked. */
const COPIED = [
  'src',
  'test',
  'gallery',
  'scripts',
  'data',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'openapi.json',
  'batch.openapi.json',
];

/** In the order in which they need one another. */
const ORDER = ['core', 'auth', 'webhook-verifier', 'message-builder', 'handset', 'client', 'emulator', 'migrate'];

/** A place of hand-written code that the compiler refuses, or a script that cannot follow. */
export interface CompileError {
  /** Path below the repository. */
  file: string;
  /** From 1; 0 for a whole folder. */
  line: number;
  message: string;
}

/** Whether it is code that nobody can mend by hand. */
export function isGenerated({ file }: CompileError): boolean {
  return file.includes('/generated/');
}

/** A copy of the repository in which an update can be tried; nothing in it leads back to files that could be changed. */
export interface Workspace {
  folder: string;
  spec: string;
  packages: string;
  /** Runs what other packages derive from the documents of core, and says which scripts could not follow. */
  deriveTables(): Promise<CompileError[]>;
  /** What the compiler says about the packages of the copy, tests included. */
  compile(names?: string[]): Promise<CompileError[]>;
  remove(): Promise<void>;
}

/** Nothing but `compile` needs tests, which are the larger half. */
export async function createWorkspace(repository: string, { withTests = true } = {}): Promise<Workspace> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'convapi-spec-update-')));
  const packages = join(folder, 'packages');
  await cp(join(repository, 'spec'), join(folder, 'spec'), { recursive: true });
  // made by the generator too, when it is there
  await cp(join(repository, 'postman'), join(folder, 'postman'), { recursive: true }).catch(() => undefined);
  for (const name of ['tsconfig.base.json', 'package.json']) await cp(join(repository, name), join(folder, name));
  await linkModules(join(repository, 'node_modules'), join(folder, 'node_modules'), packages);
  for (const name of ORDER) await copyPackage(join(repository, 'packages', name), join(packages, name), packages, withTests);
  return {
    folder,
    packages,
    spec: join(folder, 'spec'),
    deriveTables: () => deriveTables(packages),
    compile: (names = ORDER) => compile(repository, packages, names),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function copyPackage(from: string, to: string, packages: string, withTests: boolean): Promise<void> {
  const present: string[] = await readdir(from).catch(() => []);
  for (const name of COPIED.filter((one) => present.includes(one) && (withTests || one !== 'test')))
    await cp(join(from, name), join(to, name), { recursive: true });
  await linkModules(join(from, 'node_modules'), join(to, 'node_modules'), packages);
}

/** Links to what is installed, except that our own packages are those of the copy. */
async function linkModules(from: string, to: string, packages: string): Promise<void> {
  const names = await readdir(from).catch(() => []);
  await mkdir(to, { recursive: true });
  for (const name of names.filter((one) => !one.startsWith('.'))) {
    if (name === '@convapi') {
      await mkdir(join(to, name));
      for (const own of await readdir(join(from, name))) await symlink(join(packages, own), join(to, name, own));
    } else if (name.startsWith('@')) {
      await mkdir(join(to, name));
      for (const one of await readdir(join(from, name))) await symlink(await realpath(join(from, name, one)), join(to, name, one));
    } else await symlink(await realpath(join(from, name)), join(to, name));
  }
}

async function deriveTables(packages: string): Promise<CompileError[]> {
  const errors: CompileError[] = [];
  for (const name of ORDER) {
    const text = await readFile(join(packages, name, 'package.json'), 'utf8').catch(() => '{}');
    const { scripts } = JSON.parse(text) as { scripts?: Record<string, string> };
    if (!scripts?.['generate:tables']) continue;
    await runShell(scripts['generate:tables'], { cwd: join(packages, name) }).catch(({ stderr }: { stderr?: string }) => {
      const [why = 'failed'] = /^\w*Error: .*$/m.exec(stderr ?? '') ?? [];
      errors.push({ file: `packages/${name}/scripts`, line: 0, message: `generate:tables: ${why}` });
    });
  }
  return errors;
}

/** Declarations first, so that the next package sees the new ones; then everything with its tests. */
async function compile(repository: string, packages: string, names: string[]): Promise<CompileError[]> {
  const tsc = join(repository, 'node_modules/typescript/bin/tsc');
  const errors: CompileError[] = [];
  for (const name of ORDER.filter((one) => names.includes(one))) {
    const cwd = join(packages, name);
    await output(tsc, cwd, ['-p', 'tsconfig.build.json', '--declaration', '--emitDeclarationOnly']);
    const found = readErrors(name, await output(tsc, cwd, ['-p', 'tsconfig.json', '--pretty', 'false']));
    errors.push(...(found.length === 0 ? [] : await withoutOldErrors(tsc, repository, name, found)));
  }
  return errors;
}

/** What did not compile before the update either is not its doing. */
async function withoutOldErrors(tsc: string, repository: string, name: string, found: CompileError[]): Promise<CompileError[]> {
  const text = await output(tsc, join(repository, 'packages', name), ['-p', 'tsconfig.json', '--pretty', 'false']);
  const old = new Set(readErrors(name, text).map((error) => JSON.stringify(error)));
  return found.filter((error) => !old.has(JSON.stringify(error)));
}

async function output(tsc: string, cwd: string, options: string[]): Promise<string> {
  try {
    return (await run(process.execPath, [tsc, ...options], { cwd, maxBuffer: 64 * 1024 * 1024 })).stdout;
  } catch (error) {
    return (error as { stdout?: string }).stdout ?? '';
  }
}

function readErrors(name: string, text: string): CompileError[] {
  return [...text.matchAll(/^(\S[^(\n]*)\((\d+),\d+\): error (TS\d+: .*)$/gm)].map(([, file = '', line = '', message = '']) => ({
    file: `packages/${name}/${file}`,
    line: Number(line),
    message,
  }));
}

/** Writes a file and the folders above it. */
export async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
