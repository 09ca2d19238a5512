import { LINE } from '../harness/subjects.mjs';
import { pinned } from '../versions.mjs';
import { MODULES, packageOf } from './shared.mjs';

/** One file of source, as an ES module: what a bundler is given. */
const FILES = {
  'package.json': packageOf('commonjs'),
  'toolkit.mjs': ({ subject }) => subject.programs.mjs,
  'main.mjs': "import { useToolkit } from './toolkit.mjs';\nuseToolkit().then((line) => console.log(line));\n",
};

/** The output runs where no packages are: in a folder outside of the project. */
const RUN_ALONE = `const { cpSync, mkdtempSync, rmSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const [from, file] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'convapi-alone-'));
cpSync(from, folder, { recursive: true });
const { status } = spawnSync(process.execPath, [join(folder, file)], { cwd: folder, stdio: 'inherit' });
rmSync(folder, { recursive: true });
process.exit(status ?? 1);
`;
const runAlone = (file, folder = 'out') => ['node', 'run-alone.cjs', folder, file];

const esbuild = (format, entry = 'main.mjs') => [
  'node',
  `${MODULES}/esbuild/bin/esbuild`,
  entry,
  '--bundle',
  '--platform=node',
  `--format=${format}`,
  `--outfile=out/main.${format === 'esm' ? 'mjs' : 'cjs'}`,
];

/** Entries of ours that look for their documents at run time. */
const DRIFT = `import { driftSentinel } from '@convapi/core/drift';
const sentinel = driftSentinel({ file: 'drift.json' });
const call = { operation: 'apps.get', method: 'GET', pathTemplate: '/v1/projects/{project_id}/apps/{app_id}', document: 'conversation' };
sentinel.answer(call, { id: '01', brand_new: true });
console.log(sentinel.seen().map(({ where }) => where).join() === 'apps.get brand_new' ? '${LINE}' : sentinel.seen());
`;
const EMULATOR = `import { startEmulator } from '@convapi/emulator';
startEmulator().then(async ({ url, close }) => {
  const answer = await fetch(url + '/_emulator');
  await close();
  console.log(answer.status === 200 ? '${LINE}' : answer.status);
});
`;

const webpackConfig = (format) => `const path = require('node:path');
module.exports = {
  mode: 'production',
  target: 'node20',
  entry: './main.mjs',
  ${format === 'esm' ? 'experiments: { outputModule: true },' : ''}
  output: {
    path: path.resolve('out'),
    filename: 'main.${format === 'esm' ? 'mjs' : 'cjs'}',
    ${format === 'esm' ? "module: true, chunkFormat: 'module'," : ''}
  },
};
`;

const build = (tool) => `const tool = require('${tool}');
tool(require('./config.cjs'), (error, stats) => {
  console.log(error ?? stats.toString());
  process.exit(error || stats.hasErrors() ? 1 : 0);
});
`;

const CELLS = [
  ...['cjs', 'esm'].map((format) => ({
    name: `esbuild, ${format}`,
    common: true,
    peers: true,
    commands: [esbuild(format), runAlone(format === 'esm' ? 'main.mjs' : 'main.cjs')],
  })),
  ...['cjs', 'esm'].flatMap((format) => [
    {
      name: `esbuild, ${format}: @convapi/core/drift`,
      files: { 'main.mjs': DRIFT },
      commands: [esbuild(format), runAlone(format === 'esm' ? 'main.mjs' : 'main.cjs')],
    },
    {
      name: `esbuild, ${format}: @convapi/emulator`,
      files: { 'main.mjs': EMULATOR },
      commands: [esbuild(format), runAlone(format === 'esm' ? 'main.mjs' : 'main.cjs')],
    },
  ]),
  ...['cjs', 'esm'].map((format) => ({
    name: `webpack 5, ${format}`,
    common: format === 'cjs',
    peers: true,
    files: { 'config.cjs': webpackConfig(format), 'build.cjs': build('webpack') },
    commands: [['node', 'build.cjs'], runAlone(format === 'esm' ? 'main.mjs' : 'main.cjs')],
  })),
];

export const bundlers = {
  name: 'bundlers',
  says: 'Bundlers: the output runs alone',
  dependencies: pinned('esbuild', 'webpack'),
  files: { ...FILES, 'run-alone.cjs': RUN_ALONE },
  cells: CELLS,
};

const ROLLUP = (format) => `import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import resolve from '@rollup/plugin-node-resolve';
export default {
  input: 'main.mjs',
  output: { dir: 'out', format: '${format}', entryFileNames: 'main.${format === 'es' ? 'mjs' : 'cjs'}', inlineDynamicImports: true },
  plugins: [resolve({ preferBuiltins: true, exportConditions: ['node'] }), commonjs(), json()],
};
`;

export const moreBundlers = {
  name: 'more-bundlers',
  says: 'More bundlers',
  dependencies: pinned(
    'rollup',
    '@rollup/plugin-commonjs',
    '@rollup/plugin-json',
    '@rollup/plugin-node-resolve',
    'vite',
    '@rspack/core',
    'tsup',
    'typescript',
  ),
  files: { ...FILES, 'run-alone.cjs': RUN_ALONE },
  cells: [
    ...['es', 'cjs'].map((format) => ({
      name: `rollup, ${format}`,
      files: { 'rollup.config.mjs': ROLLUP(format) },
      commands: [['node', `${MODULES}/rollup/dist/bin/rollup`, '-c'], runAlone(format === 'es' ? 'main.mjs' : 'main.cjs')],
    })),
    {
      name: 'vite, build for the server',
      files: {
        'vite.config.mjs': "export default { build: { ssr: 'main.mjs', outDir: 'out', target: 'node20' }, ssr: { noExternal: true } };\n",
      },
      commands: [['node', `${MODULES}/vite/bin/vite.js`, 'build'], runAlone('main.mjs')],
    },
    ...['cjs', 'esm'].map((format) => ({
      name: `rspack, ${format}`,
      files: {
        'config.cjs': webpackConfig(format),
        'build.cjs': build('@rspack/core').replace('const tool = require', 'const { rspack: tool } = require'),
      },
      commands: [['node', 'build.cjs'], runAlone(format === 'esm' ? 'main.mjs' : 'main.cjs')],
    })),
    ...['cjs', 'esm'].map((format) => ({
      name: `tsup, ${format}`,
      files: {
        'tsup.config.mjs': `export default { entry: ['main.mjs'], format: ['${format}'], outDir: 'out', noExternal: [/.*/], outExtension: () => ({ js: '.${format === 'esm' ? 'mjs' : 'cjs'}' }) };\n`,
      },
      commands: [['node', `${MODULES}/tsup/dist/cli-default.js`], runAlone(format === 'esm' ? 'main.mjs' : 'main.cjs')],
    })),
  ].map((cell) => ({ peers: true, ...cell })),
};

const PARCEL = {
  ...packageOf('commonjs'),
  main: 'out/main.js',
  targets: {
    main: {
      source: 'main.mjs',
      distDir: 'out',
      context: 'node',
      includeNodeModules: true,
      outputFormat: 'commonjs',
      engines: { node: '>=20' },
    },
  },
};

const PARCEL_BUILD = [['node', `${MODULES}/parcel/lib/bin.js`, 'build', '--no-cache', '--no-autoinstall'], runAlone('main.js')];

const parcelGroup = (name, says, manifest) => ({
  name,
  says,
  dependencies: pinned('parcel'),
  manifest,
  files: { ...FILES, 'package.json': PARCEL, 'run-alone.cjs': RUN_ALONE },
  cells: [{ name: says, peers: true, commands: PARCEL_BUILD }],
});

export const parcel = [
  parcelGroup('parcel', 'Parcel 2, defaults', {}),
  parcelGroup('parcel-exports', 'Parcel 2, told to read exports', { '@parcel/resolver-default': { packageExports: true } }),
];
