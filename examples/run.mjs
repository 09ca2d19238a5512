/**
 * Installs examples from packed files of this checkout, each in a folder of its own, runs their command and looks at what they print:
 *
 *   node examples/run.mjs [name…] [--tarballs <folder>]
 *
 * Without names it runs all. `--tarballs` takes packed files instead of packing. Ends with a line "N passed, N failed"; exits 1 when one failed.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packPackages } from '../test-projects/packing/pack-packages.mjs';

const EXAMPLES = fileURLToPath(new URL('.', import.meta.url));
const COMMAND_LIMIT_MS = 300_000;

/** What each server does in one walk, by what it prints. */
const WALK = [
  /^sent: [0-9A-Z]{26}$/m,
  /^wrote: Is my table ready\?$/m,
  /^answered: [0-9A-Z]{26}$/m,
  /(^report: [0-9A-Z]{26} DELIVERED[\s\S]*){2}/m,
  /^on the phone: You wrote: Is my table ready\?$/m,
  /^callbacks taken: 5 of 5$/m,
];
const EXPECTED = {
  // once on Node and once on the edge runtime
  nextjs: [...WALK, /(^callbacks taken: 5 of 5$[\s\S]*){2}/m],
  jest: [/^Tests: +2 passed, 2 total$/m],
  vitest: [/^ *Tests +2 passed \(2\)$/m],
  'node-test': [/^# pass 2$/m, /^# fail 0$/m],
};

const { values, positionals } = parseArgs({ options: { tarballs: { type: 'string' } }, allowPositionals: true });
const known = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'package.json')));
const names = positionals.length > 0 ? positionals : known;
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`No example ${unknown.join(', ')}. There are ${known.join(', ')}.`);

const folder = mkdtempSync(join(tmpdir(), 'convapi-examples-'));
const tarballs = values.tarballs === undefined ? packPackages(join(folder, 'tarballs')) : findTarballs(resolve(values.tarballs));
let failed = 0;
for (const name of names) {
  const started = performance.now();
  const problem = await tryExample(name).catch((error) => error.message);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${problem ? 'FAILED' : 'ok'}  ${name}  ${seconds} s`);
  if (problem) console.log(problem);
  failed += problem ? 1 : 0;
}
rmSync(folder, { recursive: true, force: true });
console.log(`${names.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** What is wrong with an example; nothing when it does what it says. */
async function tryExample(name) {
  const project = join(folder, name);
  const strays = /(^|[\\/])(node_modules|dist|\.next)$/;
  cpSync(join(EXAMPLES, name), project, { recursive: true, filter: (path) => !strays.test(path) });
  const { scripts } = useTarballs(join(project, 'package.json'));
  await run(['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'], project);
  const printed = await run(['run', scripts.start ? 'start' : 'test'], project);
  const missing = (EXPECTED[name] ?? WALK).filter((pattern) => !pattern.test(printed));
  return missing.length === 0 ? undefined : `Not printed: ${missing.join(' ')}\n${printed}`;
}

/** Our packages from their packed files, also where one needs another; returns the manifest. */
function useTarballs(path) {
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const direct = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const group of [manifest.dependencies, manifest.devDependencies]) {
    for (const name of Object.keys(group).filter((one) => one in tarballs)) group[name] = `file:${tarballs[name]}`;
  }
  const indirect = Object.entries(tarballs).filter(([name]) => !(name in direct));
  manifest.overrides = Object.fromEntries(indirect.map(([name, file]) => [name, `file:${file}`]));
  writeFileSync(path, JSON.stringify(manifest, null, 2));
  return manifest;
}

function findTarballs(where) {
  const files = readdirSync(where).filter((name) => name.endsWith('.tgz'));
  return Object.fromEntries(files.map((file) => [nameOf(join(where, file)), join(where, file)]));
}

function nameOf(tarball) {
  return JSON.parse(
    execFileSync('tar', ['-xOf', basename(tarball), 'package/package.json'], { cwd: join(tarball, '..'), encoding: 'utf8' }),
  ).name;
}

/** Runs npm to its end and returns what was printed. */
function run(args, cwd) {
  const plain = { NO_COLOR: '1', FORCE_COLOR: '0', NEXT_TELEMETRY_DISABLED: '1' };
  // A test runner that runs this one would be seen by those of the examples.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_TEST|JEST|NODE_OPTIONS|NODE_ENV)/.test(name)),
  );
  const child = spawn('npm', args, { cwd, env: { ...env, ...plain }, shell: process.platform === 'win32', timeout: COMMAND_LIMIT_MS });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
  }
  return new Promise((fulfil, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? fulfil(printed) : reject(new Error(`npm ${args.join(' ')} ended with ${code}:\n${printed}`)),
    );
  });
}
