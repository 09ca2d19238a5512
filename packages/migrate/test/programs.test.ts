import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CALLS, migrateTexts } from '../src/index.ts';
import { PROGRAMS, programNames, readTexts } from './programs.ts';

const compiled = fileURLToPath(new URL('../.compiled', import.meta.url));
const names = programNames();
const runs = new Map(names.map((name) => [name, run(name)] as const));

/** Every file of a program after the change. */
function run(name: string) {
  const before = readTexts(join(PROGRAMS, name, 'before'));
  const migration = migrateTexts(before);
  const after = new Map([...before, ...migration.changes.map(({ path, after }) => [path, after] as const)]);
  return { before, after, migration };
}

const runOf = (name: string) => runs.get(name) as ReturnType<typeof run>;

if (process.env.UPDATE_PROGRAMS) {
  for (const name of names) {
    const folder = join(PROGRAMS, name, 'after');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [path, text] of runOf(name).after) writeFileSync(join(folder, `${path}.txt`), text);
  }
}

describe.each(names)('%s', (name) => {
  test('becomes the program that is expected', () => {
    expect(Object.fromEntries(runOf(name).after)).toEqual(Object.fromEntries(readTexts(join(PROGRAMS, name, 'after'))));
  });

  test('a second run changes nothing', () => {
    expect(migrateTexts(runOf(name).after).changes).toEqual([]);
  });

  test('says in the file what it says in the report', () => {
    const { after, migration } = runOf(name);
    for (const { path, todo } of migration.left) if (todo) expect(after.get(path)).toContain(`// TODO(convapi): ${todo}`);
  });
});

test('every method of the table is called in a program', () => {
  const texts = names.flatMap((name) => [...runOf(name).before.values()]).join('\n');
  const methods = CALLS.flatMap(({ vendor, variants }) =>
    [vendor.method, ...variants.map(({ method }) => method)].map((method) => `${vendor.resource}.${method}(`),
  );
  expect(methods.filter((method) => !texts.includes(method))).toEqual([]);
});

describe('what was rewritten whole', () => {
  const whole = names.filter((name) => runOf(name).migration.left.length === 0 && runOf(name).migration.changes.length > 0);
  beforeAll(() => {
    rmSync(compiled, { recursive: true, force: true });
    for (const name of whole) {
      mkdirSync(join(compiled, name), { recursive: true });
      for (const [path, text] of runOf(name).after) writeFileSync(join(compiled, name, path), text);
    }
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: 'ESNext',
      moduleResolution: 'bundler',
      target: 'ES2022',
      jsx: 'preserve',
      types: ['node'],
      skipLibCheck: true,
    };
    writeFileSync(join(compiled, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*'] }));
  });
  afterAll(() => rmSync(compiled, { recursive: true, force: true }));

  test('compiles against our packages', () => {
    expect(whole.length).toBeGreaterThan(15);
    const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
    const result = compile(tsc);
    console.log(table(whole, result));
    expect(result).toBe('');
  }, 60_000);
});

function compile(tsc: string): string {
  try {
    return execFileSync(process.execPath, [tsc, '-p', compiled], { encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

/** Calls found, rewritten, left; whether the program compiles after. */
function table(whole: string[], errors: string): string {
  const rows = names.map((name) => {
    const { calls, left } = runOf(name).migration;
    const fate = whole.includes(name) ? (errors.includes(`${name}/`) ? 'no' : 'yes') : left.length > 0 ? 'TODO left' : 'unchanged';
    return [name, calls.found, calls.rewritten, calls.left, fate] as const;
  });
  const sum = (index: 1 | 2 | 3) => rows.reduce((total, row) => total + row[index], 0);
  const lines = [['program', 'found', 'rewritten', 'left', 'compiles after'], ...rows, ['all', sum(1), sum(2), sum(3), '']];
  return lines
    .map((line) => line.map((cell, index) => (index === 0 ? String(cell).padEnd(20) : String(cell).padStart(10))).join(' '))
    .join('\n');
}

test('a file with line ends of two characters keeps them', () => {
  const text = `import { SinchClient } from '@sinch/sdk-core';\nconst sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's' });\nsinch.conversation.app.list({});\n`;
  const [change] = migrateTexts(new Map([['main.ts', text.replaceAll('\n', '\r\n')]])).changes;
  expect(change?.after.match(/\r\n/g)?.length).toBe(4);
  expect(change?.after).not.toMatch(/[^\r]\n/);
});
