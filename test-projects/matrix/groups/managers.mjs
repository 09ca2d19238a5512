import { ALREADY_THERE, pinned } from '../versions.mjs';
import { BUN, MODULES, packageOf } from './shared.mjs';

const PROGRAMS = {
  'main.mjs': ({ subject }) => `${subject.programs.mjs}\nuseToolkit().then(console.log);\n`,
  'main.cjs': ({ subject }) => `${subject.programs.cjs}\nuseToolkit().then(console.log);\n`,
};

/** Ours depend on each other by version, and that version is in no registry: each package manager has its own way to say where it is. */
const manifest =
  (replace = () => ({}), others = {}) =>
  ({ subject }) => ({
    ...packageOf('commonjs'),
    dependencies: { ...subject.dependencies, ...others },
    ...(subject.ours ? replace(subject.dependencies) : {}),
  });
const byOverrides = (dependencies) => ({ overrides: dependencies });
const byResolutions = (dependencies) => ({ resolutions: dependencies });

const pnpmWorkspace = ({ subject }) => ({
  packages: [],
  ...(subject.ours ? { overrides: subject.dependencies } : {}),
  // strict: what a package does not name it does not see, and a peer that does not fit is an error
  nodeLinker: 'isolated',
  strictPeerDependencies: true,
  autoInstallPeers: true,
});

const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
const npm = (version) => ['node', `${MODULES}/${version}/bin/npm-cli.js`, 'install', ...quiet];
const pnpm = ['node', `${MODULES}/pnpm-12/bin/pnpm.mjs`, 'install'];
const yarn4 = ['node', `${MODULES}/yarn-4/bin/yarn.js`];
const run = (file) => ['node', file];

/** Where the registry is that npm is set to on this machine: yarn 4 reads none of npm's settings. */
const yarnSettings = `const { execFileSync } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
const lines = ['nodeLinker: pnp', 'pnpEnableEsmLoader: true', 'enableTelemetry: false', 'enableImmutableInstalls: false', 'npmRegistryServer: ' + JSON.stringify(registry)];
if (registry.startsWith('http:')) lines.push('unsafeHttpWhitelist: ["*"]');
writeFileSync('.yarnrc.yml', lines.join('\\n') + '\\n');
`;

const CELLS = [
  ...['npm-10.8', 'npm-11'].map((version) => ({
    name: `${version}: install, import and require`,
    common: version === 'npm-10.8',
    peers: true,
    files: { 'package.json': manifest() },
    commands: [npm(version), run('main.mjs'), run('main.cjs')],
  })),
  ...['npm-10.8', 'npm-11'].map((version) => ({
    name: `${version}: a project that has undici 6, @opentelemetry/api 1.8 and vitest 2`,
    common: version === 'npm-10.8',
    peers: true,
    files: { 'package.json': manifest(undefined, ALREADY_THERE) },
    commands: [npm(version), run('main.mjs')],
  })),
  {
    name: 'pnpm 12, isolated, strict peers',
    common: true,
    peers: true,
    files: { 'package.json': manifest(), 'pnpm-workspace.yaml': pnpmWorkspace },
    commands: [pnpm, run('main.mjs'), run('main.cjs')],
  },
  {
    name: 'yarn 4 PnP: import and require',
    peers: true,
    files: { 'package.json': manifest(byResolutions), 'yarn.lock': '', 'settings.cjs': yarnSettings },
    commands: [run('settings.cjs'), [...yarn4, 'install'], [...yarn4, 'node', 'main.mjs'], [...yarn4, 'node', 'main.cjs']],
  },
  {
    name: 'yarn 1',
    peers: true,
    files: { 'package.json': manifest(byResolutions) },
    commands: [
      ['node', `${MODULES}/yarn-1/bin/yarn.js`, 'install', '--no-progress', '--non-interactive'],
      run('main.mjs'),
      run('main.cjs'),
    ],
  },
  {
    name: 'bun install',
    peers: true,
    files: { 'package.json': manifest(byOverrides) },
    commands: [[BUN, 'install'], run('main.mjs'), run('main.cjs')],
  },
];

export const managers = {
  name: 'managers',
  says: 'Package managers',
  dependencies: pinned('npm-10.8', 'npm-11', 'pnpm-12', 'yarn-1', 'yarn-4', 'bun'),
  alone: true,
  files: PROGRAMS,
  cells: CELLS,
};
