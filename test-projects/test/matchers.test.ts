import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PackedPackages, packPackages } from './packed-packages.ts';
import { repository, run } from './run.ts';

// toRenderOn where customers run it: under Jest the errors of node:fs, and much else, are of another realm than the test.

let packed: PackedPackages;
let project: string;
beforeAll(() => {
  packed = packPackages(['core', 'message-builder']);
  project = packed.install('matchers', ['message-builder'], 'commonjs', ['jest@30', 'jest-29@npm:jest@29', '@jest/globals@30']);
  symlinkSync(join(repository, 'node_modules/vitest'), join(project, 'node_modules/vitest'), 'junction');
}, 300_000);
afterAll(() => packed.remove());

const body = `expect.extend(createMessageMatchers());
test('tells of the order', () => {
  expect(card({ title: process.env.TITLE, choices: [reply('Not at home')] })).toRenderOn('RCS', 'SMS');
  expect(text('Bye')).toRenderOn('SMS');
});
`;
const imports = (runner: string, entry: string) => `import { card, reply, text } from '@convapi/message-builder';
import { createMessageMatchers } from '@convapi/message-builder/${entry}';
import { expect, test } from '${runner}';
`;

/** Runs a command with a title for the message; what it printed, and whether it passed. */
function start(command: string[], title: string, env: Record<string, string> = {}): { passed: boolean; output: string } {
  const { CI: _, ...outer } = process.env;
  try {
    const options = { cwd: project, env: { ...outer, TITLE: title, ...env }, encoding: 'utf8', stdio: 'pipe' } as const;
    return { passed: true, output: execFileSync(process.execPath, command, options) };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { passed: false, output: stdout + stderr };
  }
}

const NAMES = ['tells-of-the-order', 'tells-of-the-order~2'];

interface Flags {
  ci: { args: string[]; env?: Record<string, string> };
  update: { args: string[]; env?: Record<string, string> };
}

/** What every runner does: writes what is missing but in CI, fails for what differs, accepts what it is told to. */
function keepsPictures(file: string, source: string, command: string[], { ci, update }: Flags) {
  const pictures = join(project, dirname(file), '__messages__', basename(file));
  mkdirSync(join(project, dirname(file)), { recursive: true });
  writeFileSync(join(project, file), source);

  const inCi = start([...command, ...ci.args], 'Order 17', ci.env);
  expect(inCi.output).toContain('There is no picture of this message on RCS, and none is written in CI');
  expect([inCi.passed, existsSync(pictures)]).toEqual([false, false]);

  expect(start(command, 'Order 17')).toMatchObject({ passed: true });
  const written = [`${NAMES[0]}.RCS`, `${NAMES[0]}.SMS`, `${NAMES[1]}.SMS`].flatMap((name) => [`${name}.svg`, `${name}.txt`]);
  expect(readdirSync(pictures).sort()).toEqual(written.sort());

  const changed = start(command, 'Order 18');
  expect(changed.output).toContain('The message looks different on SMS');
  expect([changed.passed, existsSync(join(pictures, `${NAMES[0]}.RCS.received.svg`))]).toEqual([false, true]);

  expect(start([...command, ...update.args], 'Order 18', update.env)).toMatchObject({ passed: true });
  expect(start([...command, ...ci.args], 'Order 18', ci.env)).toMatchObject({ passed: true });
  expect(readdirSync(pictures).sort()).toEqual(written.sort());
}

describe.each(['jest', 'jest-29'])('%s', (name) => {
  const ci = { args: ['--ci'] };
  const jest = (folder: string, ending: string, ...node: string[]) => {
    const config = {
      rootDir: join(project, folder),
      transform: {},
      testMatch: [`**/*.test.${ending}`],
      moduleFileExtensions: [ending, 'js'],
    };
    return [...node, join(project, 'node_modules', name, 'bin/jest.js'), '--config', JSON.stringify(config)];
  };

  test('keeps pictures in an ES module', () => {
    const command = jest(`${name}-esm`, 'mjs', '--experimental-vm-modules', '--no-warnings');
    keepsPictures(`${name}-esm/a.test.mjs`, imports('@jest/globals', 'jest') + body, command, { ci, update: { args: ['-u'] } });
  }, 120_000);

  test('keeps pictures in CommonJS', async () => {
    const folder = join(project, `${name}-cjs`);
    // As a transform of Jest would make it of the package.
    const contents = "export * from '@convapi/message-builder'; export * from '@convapi/message-builder/jest';";
    const stdin = { contents, resolveDir: project };
    await build({ stdin, bundle: true, format: 'cjs', platform: 'node', target: 'es2022', outfile: join(folder, 'builder.cjs') });
    const head = "const { card, createMessageMatchers, reply, text } = require('./builder.cjs');\n";
    keepsPictures(`${name}-cjs/a.test.cjs`, head + body, jest(`${name}-cjs`, 'cjs'), {
      ci,
      update: { args: [], env: { UPDATE_MESSAGES: '1' } },
    });
  }, 120_000);
});

test('vitest keeps pictures in contexts of their own', () => {
  const command = [join(project, 'node_modules/vitest/vitest.mjs'), 'run', '--root', join(project, 'vitest'), '--pool', 'vmThreads'];
  keepsPictures('vitest/a.test.mjs', imports('vitest', 'vitest') + body, command, {
    ci: { args: [], env: { CI: 'true' } },
    update: { args: ['-u'] },
  });
}, 120_000);

describe('the types of the matcher', () => {
  const COMPILERS = {
    'TypeScript 7': join(repository, 'node_modules/typescript/bin/tsc'),
    'TypeScript 5.9': join(repository, 'packages/codegen/node_modules/typescript/bin/tsc'),
  };
  const use = (runner: string, entry: string) =>
    `${imports(runner, entry)}expect.extend(createMessageMatchers());
expect(text('a')).toRenderOn('RCS', 'SMS');
// @ts-expect-error there is no such channel
expect(card({ choices: [reply('a')] })).toRenderOn('FAX');
test('', () => {});
`;
  const without = `import * as jest from '@convapi/message-builder/jest';
import * as vitest from '@convapi/message-builder/vitest';
console.log(jest.createMessageMatchers(), vitest.createMessageMatchers());
`;

  test.each(Object.entries(COMPILERS))(
    'fit @jest/globals and vitest, and do not break a program without a runner: %s',
    (_, compiler) => {
      const alone = packed.folder;
      mkdirSync(join(alone, 'types/node_modules'), { recursive: true });
      if (!existsSync(join(alone, 'types/node_modules/@convapi'))) {
        // The declarations without any runner in reach.
        run('cp', ['-r', join(project, 'node_modules/@convapi'), join(alone, 'types/node_modules/@convapi')]);
      }
      const programs = {
        [join(project, 'jest.mts')]: use('@jest/globals', 'jest'),
        [join(project, 'vitest.mts')]: use('vitest', 'vitest'),
        [join(alone, 'types/without.mts')]: without,
      };
      for (const [file, source] of Object.entries(programs)) {
        writeFileSync(file, source);
        // Our declarations are checked, too, where nothing else is in the program.
        const skip = file.endsWith('without.mts') ? 'false' : 'true';
        const options = [
          '--noEmit',
          '--strict',
          '--module',
          'nodenext',
          '--target',
          'es2022',
          '--skipLibCheck',
          skip,
          '--lib',
          'es2023,dom',
        ];
        expect(run(process.execPath, [compiler, ...options, '--pretty', 'false', file], { cwd: dirname(file) })).toBe('');
      }
    },
    120_000,
  );
});

test('npm has nothing but core to install for it', () => {
  const { dependencies, peerDependencies } = packed.manifestOf('message-builder');
  expect(Object.keys(dependencies ?? {})).toEqual(['@convapi/core']);
  expect(peerDependencies).toBeUndefined();
});
