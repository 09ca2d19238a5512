import { LINE } from '../harness/subjects.mjs';
import { JEST, pinned } from '../versions.mjs';
import { matcherTypes, picturesUnderJest } from './pictures.mjs';
import { MODULES, packageOf } from './shared.mjs';

const JEST_COMMAND = ['node', `${MODULES}/jest/bin/jest.js`];

/** Jest has ES modules behind a flag of Node. */
const ESM = { NODE_OPTIONS: '--experimental-vm-modules' };

const tsconfig = (module, moduleResolution) => ({
  compilerOptions: {
    module,
    moduleResolution,
    target: 'es2022',
    types: ['node', 'jest'],
    strict: true,
    esModuleInterop: true,
    skipLibCheck: true,
  },
});

/** How people have their tests in TypeScript read, as each tool's own page says; nothing about our packages. */
const TRANSFORMS = {
  'ts-jest': {
    commonjs: {
      'tsconfig.json': tsconfig('commonjs', 'node10'),
      'jest.config.json': { preset: 'ts-jest', testEnvironment: 'node' },
    },
    module: {
      'tsconfig.json': tsconfig('esnext', 'bundler'),
      'jest.config.json': { extensionsToTreatAsEsm: ['.ts'], transform: { '^.+\\.ts$': ['ts-jest', { useESM: true }] } },
    },
  },
  'babel-jest': {
    commonjs: {
      'babel.config.json': { presets: [['@babel/preset-env', { targets: { node: 'current' } }], '@babel/preset-typescript'] },
      'jest.config.json': { testEnvironment: 'node' },
    },
    module: {
      'babel.config.json': {
        presets: [['@babel/preset-env', { targets: { node: 'current' }, modules: false }], '@babel/preset-typescript'],
      },
      'jest.config.json': { extensionsToTreatAsEsm: ['.ts'] },
    },
  },
  '@swc/jest': {
    commonjs: {
      'jest.config.json': { transform: { '^.+\\.ts$': '@swc/jest' } },
    },
    module: {
      'jest.config.json': { extensionsToTreatAsEsm: ['.ts'], transform: { '^.+\\.ts$': '@swc/jest' } },
    },
  },
};

const PROGRAM_TEST = `import { useToolkit } from './toolkit';

test('the program does its job', async () => {
  expect(await useToolkit()).toBe('${LINE}');
});
`;

const TOOLS_TEST = `import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { startEmulator } from '@convapi/emulator';
import { card, reply } from '@convapi/message-builder';
import { createMessageMatchers } from '@convapi/message-builder/jest';

expect.extend(createMessageMatchers());

test('a message keeps its first picture', () => {
  expect(card({ title: 'Order 17', choices: [reply('Track')] })).toRenderOn('RCS', 'SMS');
});

test('an emulator runs in a test', async () => {
  const { url, tokenUrl, projectId, keyId, keySecret, close } = await startEmulator();
  const auth = clientCredentials({ keyId, keySecret, tokenUrl });
  const conversation = createConversationClient({ projectId, region: 'us', auth, baseUrl: url });
  expect(await conversation.apps.list()).toMatchObject({ apps: [] });
  await close();
});
`;

const cellsOf = (version, tool, type) => {
  const name = `${tool}, ${type === 'module' ? 'ESM' : 'CommonJS'}`;
  const files = { 'package.json': packageOf(type), ...TRANSFORMS[tool][type] };
  const env = type === 'module' ? ESM : {};
  const specifier = (text) => (type === 'module' && tool !== 'ts-jest' ? text.replace("'./toolkit'", "'./toolkit.ts'") : text);
  const common =
    (version === 29 && tool === 'ts-jest' && type === 'commonjs') || (version === 30 && tool === '@swc/jest' && type === 'module');
  const program = {
    name,
    common,
    peers: true,
    env,
    files: { ...files, 'toolkit.ts': ({ subject }) => subject.programs.ts, 'toolkit.test.ts': specifier(PROGRAM_TEST) },
    commands: [JEST_COMMAND],
    prints: '1 passed',
  };
  const tools = {
    name: `${name}: toRenderOn and startEmulator`,
    common,
    env,
    files: { ...files, 'tools.test.ts': TOOLS_TEST },
    commands: [JEST_COMMAND],
    prints: '2 passed',
    leaves: { __messages__: '.svg' },
  };
  return [program, tools];
};

/** `expect` by name instead of as a global: another type. */
const IMPORTED_EXPECT = {
  name: 'ts-jest, CommonJS: toRenderOn on the expect of @jest/globals',
  files: {
    'package.json': packageOf('commonjs'),
    ...TRANSFORMS['ts-jest'].commonjs,
    'tools.test.ts': `import { expect, test } from '@jest/globals';\n${TOOLS_TEST}`,
  },
  commands: [JEST_COMMAND],
  prints: '2 passed',
  leaves: { __messages__: '.svg' },
};

const groupOf = (version) => ({
  name: `jest-${version}`,
  says: `Jest ${version}, as its transforms are set up by their own pages`,
  dependencies: {
    ...JEST[version],
    ...pinned(
      'ts-jest',
      'typescript',
      'typescript-7',
      'esbuild',
      '@babel/core',
      '@babel/preset-env',
      '@babel/preset-typescript',
      '@swc/core',
      '@swc/jest',
      '@types/node',
    ),
  },
  cells: [
    ...Object.keys(TRANSFORMS).flatMap((tool) => ['commonjs', 'module'].flatMap((type) => cellsOf(version, tool, type))),
    IMPORTED_EXPECT,
    ...picturesUnderJest,
    ...(version === 30 ? [matcherTypes('@jest/globals', 'jest', ['typescript', 'typescript-7'])] : []),
  ],
});

export const jest = [29, 30].map(groupOf);
