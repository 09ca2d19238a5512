import { readFileSync } from 'node:fs';
import { MODULES, packageOf } from './shared.mjs';

// toRenderOn over several runs, where customers run it: under Jest the errors of node:fs, and much else, are of another realm than the test.

const DRIVER = { 'keep-pictures.mjs': readFileSync(new URL('../programs/keep-pictures.mjs', import.meta.url), 'utf8') };
const keepPictures = (plan) => ['node', 'keep-pictures.mjs', JSON.stringify(plan)];

const imports = (runner, entry) => `import { card, reply, text } from '@convapi/message-builder';
import { createMessageMatchers } from '@convapi/message-builder/${entry}';
import { expect, test } from '${runner}';
`;
const TEST = `expect.extend(createMessageMatchers());
test('tells of the order', () => {
  expect(card({ title: process.env.TITLE, choices: [reply('Not at home')] })).toRenderOn('RCS', 'SMS');
  expect(text('Bye')).toRenderOn('SMS');
});
`;
const TYPES = `expect.extend(createMessageMatchers());
expect(text('a')).toRenderOn('RCS', 'SMS');
// @ts-expect-error there is no such channel
expect(card({ choices: [reply('a')] })).toRenderOn('FAX');
test('', () => {});
`;

const JEST = [`${MODULES}/jest/bin/jest.js`, '--config', 'jest.config.json'];
const jestConfig = (ending) => ({ transform: {}, testMatch: [`**/*.test.${ending}`], moduleFileExtensions: [ending, 'js'] });
const JEST_IN_CI = { args: ['--ci'] };

/** Without any transform of Jest. */
export const picturesUnderJest = [
  {
    name: 'no transform, ESM: pictures are kept over runs',
    common: true,
    files: { ...DRIVER, 'jest.config.json': jestConfig('mjs'), 'a.test.mjs': imports('@jest/globals', 'jest') + TEST },
    commands: [
      keepPictures({
        file: 'a.test.mjs',
        command: ['--experimental-vm-modules', '--no-warnings', ...JEST],
        ci: JEST_IN_CI,
        update: { args: ['-u'] },
      }),
    ],
    prints: 'kept',
  },
  {
    name: 'no transform, CommonJS: pictures are kept over runs',
    common: true,
    files: {
      ...DRIVER,
      'jest.config.json': jestConfig('cjs'),
      'all.mjs': "export * from '@convapi/message-builder';\nexport * from '@convapi/message-builder/jest';\n",
      'a.test.cjs': `const { card, createMessageMatchers, reply, text } = require('./builder.cjs');\n${TEST}`,
    },
    commands: [
      // as a transform of Jest would make it of the package
      ['node', `${MODULES}/esbuild/bin/esbuild`, 'all.mjs', '--bundle', '--format=cjs', '--platform=node', '--outfile=builder.cjs'],
      keepPictures({ file: 'a.test.cjs', command: JEST, ci: JEST_IN_CI, update: { env: { UPDATE_MESSAGES: '1' } } }),
    ],
    prints: 'kept',
  },
];

export const picturesUnderVitest = {
  name: 'vitest, vmThreads: pictures are kept over runs',
  common: true,
  files: { ...DRIVER, 'package.json': packageOf('module'), 'a.test.mjs': imports('vitest', 'vitest') + TEST },
  commands: [
    keepPictures({
      file: 'a.test.mjs',
      command: [`${MODULES}/vitest/vitest.mjs`, 'run', '--pool', 'vmThreads'],
      ci: { env: { CI: 'true' } },
      update: { args: ['-u'] },
    }),
  ],
  prints: 'kept',
};

const OPTIONS = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--skipLibCheck', '--lib', 'es2023,dom'];

/** The types of toRenderOn. Without a runner in reach, the cells of TypeScript check them: they import every entry. */
export const matcherTypes = (runner, entry, compilers) => ({
  name: `types of toRenderOn on the expect of ${runner}, TypeScript 5.9 and 7`,
  common: true,
  files: { 'types.mts': imports(runner, entry) + TYPES },
  commands: compilers.map((compiler) => ['node', `${MODULES}/${compiler}/bin/tsc`, ...OPTIONS, '--pretty', 'false', 'types.mts']),
  prints: '',
});
