import { pinned } from '../versions.mjs';
import { MODULES, packageOf } from './shared.mjs';

const tsconfig = { compilerOptions: { module: 'commonjs', target: 'es2022', types: ['node'], strict: true, esModuleInterop: true } };
const FILES = {
  'tsconfig.json': tsconfig,
  'toolkit.ts': ({ subject }) => subject.programs.ts,
  'main.ts': "import { useToolkit } from './toolkit';\nuseToolkit().then(console.log);\n",
};

export const loaders = {
  name: 'loaders',
  says: 'TypeScript without a build',
  dependencies: pinned('ts-node', 'tsx', 'typescript', '@types/node', 'bun'),
  files: FILES,
  cells: [
    { name: 'ts-node, module commonjs', type: 'commonjs', commands: [['node', '-r', 'ts-node/register', 'main.ts']] },
    { name: 'tsx, CommonJS', type: 'commonjs', commands: [['node', `${MODULES}/tsx/dist/cli.mjs`, 'main.ts']] },
    { name: 'tsx, ESM', type: 'module', commands: [['node', `${MODULES}/tsx/dist/cli.mjs`, 'main.ts']] },
  ].map(({ type, ...cell }) => ({ ...cell, peers: true, files: { 'package.json': packageOf(type) } })),
};
