import { pinned } from '../versions.mjs';
import { importAll, MODULES, packageOf } from './shared.mjs';

const CONFIG = `import plugin from 'eslint-plugin-import';
export default [{ plugins: { import: plugin }, rules: { 'import/no-unresolved': 'error' } }];
`;

export const lint = {
  name: 'lint',
  says: 'eslint-plugin-import with its own resolver',
  dependencies: pinned('eslint', 'eslint-plugin-import'),
  cells: [
    {
      name: 'no-unresolved finds every entry',
      peers: true,
      files: { 'package.json': packageOf('module'), 'eslint.config.mjs': CONFIG, 'entries.js': importAll },
      commands: [
        ['node', `${MODULES}/eslint/bin/eslint.js`, 'entries.js'],
        ['node', '-p', "'linted'"],
      ],
      prints: 'linted',
    },
  ],
};
