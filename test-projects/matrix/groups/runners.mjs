import { LINE } from '../harness/subjects.mjs';
import { pinned } from '../versions.mjs';
import { matcherTypes, picturesUnderVitest } from './pictures.mjs';
import { BUN, MODULES, packageOf } from './shared.mjs';

const VITEST_TEST = `import { expect, test } from 'vitest';
import { useToolkit } from './toolkit';

test('the program does its job', async () => {
  expect(await useToolkit()).toBe('${LINE}');
});
`;

const TOOLS_TEST = `import { type EmulatorFixtures, emulatorFixtures } from '@convapi/emulator/vitest';
import { card, reply } from '@convapi/message-builder';
import { createMessageMatchers } from '@convapi/message-builder/vitest';
import { test as base, expect } from 'vitest';

expect.extend(createMessageMatchers());
const test = base.extend<EmulatorFixtures>(emulatorFixtures());

test('a message keeps its first picture', () => {
  expect(card({ title: 'Order 17', choices: [reply('Track')] })).toRenderOn('RCS', 'SMS');
});

test('an emulator runs in a test', async ({ emulator }) => {
  expect((await fetch(\`\${emulator.url}/_emulator\`)).status).toBe(200);
});
`;

const vitestOn = (pool) => {
  const command = ['node', `${MODULES}/vitest/vitest.mjs`, 'run', '--pool', pool];
  return [
    {
      name: `vitest, ${pool}`,
      peers: true,
      files: { 'package.json': packageOf('module'), 'toolkit.ts': ({ subject }) => subject.programs.ts, 'toolkit.test.ts': VITEST_TEST },
      commands: [command],
      prints: '1 passed',
    },
    {
      name: `vitest, ${pool}: toRenderOn and the fixtures of the emulator`,
      files: { 'package.json': packageOf('module'), 'tools.test.ts': TOOLS_TEST },
      commands: [command],
      prints: '2 passed',
      leaves: { __messages__: '.svg' },
    },
  ];
};

const assertion = `test('the program does its job', async () => assert.equal(await useToolkit(), '${LINE}'));\n`;
const asModule = (imports) =>
  `${imports}import assert from 'node:assert/strict';\nimport { useToolkit } from './toolkit.mjs';\n${assertion}`;
const asCommonJs = (imports) =>
  `${imports}const assert = require('node:assert/strict');\nconst { useToolkit } = require('./toolkit.cjs');\n${assertion}`;
const mjs = ({ subject }) => subject.programs.mjs;
const cjs = ({ subject }) => subject.programs.cjs;

const OTHERS = [
  {
    name: 'node:test, ESM',
    files: { 'toolkit.mjs': mjs, 'toolkit.test.mjs': asModule("import { test } from 'node:test';\n") },
    commands: [['node', '--test', 'toolkit.test.mjs']],
    prints: 'pass 1',
  },
  {
    name: 'node:test, CommonJS',
    files: { 'toolkit.cjs': cjs, 'toolkit.test.cjs': asCommonJs("const { test } = require('node:test');\n") },
    commands: [['node', '--test', 'toolkit.test.cjs']],
    prints: 'pass 1',
  },
  {
    name: 'mocha, ESM',
    files: { 'toolkit.mjs': mjs, 'toolkit.test.mjs': asModule('const test = globalThis.it;\n') },
    commands: [['node', `${MODULES}/mocha/bin/mocha.js`, 'toolkit.test.mjs']],
    prints: '1 passing',
  },
  {
    name: 'mocha, CommonJS',
    files: { 'toolkit.cjs': cjs, 'toolkit.test.cjs': asCommonJs('const test = globalThis.it;\n') },
    commands: [['node', `${MODULES}/mocha/bin/mocha.js`, 'toolkit.test.cjs']],
    prints: '1 passing',
  },
  {
    name: 'bun test',
    files: { 'toolkit.ts': ({ subject }) => subject.programs.ts, 'toolkit.test.ts': VITEST_TEST.replace("'vitest'", "'bun:test'") },
    commands: [[BUN, 'test']],
    prints: '1 pass',
  },
].map((cell) => ({ peers: true, ...cell }));

export const vitest = {
  name: 'vitest',
  says: 'vitest',
  dependencies: pinned('vitest', 'typescript-5.9', 'typescript-7', '@types/node'),
  cells: [
    ...['threads', 'vmThreads'].flatMap(vitestOn),
    picturesUnderVitest,
    matcherTypes('vitest', 'vitest', ['typescript-5.9', 'typescript-7']),
  ],
};

export const runners = {
  name: 'runners',
  says: 'Other test runners',
  dependencies: pinned('mocha', 'bun', '@types/node'),
  cells: OTHERS,
};
