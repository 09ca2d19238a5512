import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GROUPS } from '../matrix/groups/index.mjs';
import { reasonOf } from '../matrix/harness/report.mjs';
import { runCell } from '../matrix/harness/run-cell.mjs';
import { ALREADY_THERE, JEST, METRO, NEST, VERSIONS } from '../matrix/versions.mjs';
import { repository } from './run.ts';

interface Cell {
  name: string;
  common?: boolean;
  cannot?: string;
}
const groups = GROUPS as unknown as { name: string; cells: Cell[] }[];
const cells = groups.flatMap((group) => group.cells.map((cell) => ({ ...cell, name: `${group.name}: ${cell.name}` })));

describe('the cells of the matrix', () => {
  test('have names of their own', () => {
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
    expect(new Set(cells.map(({ name }) => name)).size).toBe(cells.length);
  });

  test('of every hand-in are a part of all', () => {
    const common = cells.filter((cell) => cell.common);
    expect(common.length).toBeGreaterThan(20);
    expect(common.length).toBeLessThan(cells.length / 2);
  });

  test('install exact versions', () => {
    for (const versions of [VERSIONS, ALREADY_THERE, METRO, ...Object.values(JEST), ...Object.values(NEST)])
      for (const version of Object.values(versions)) expect(version).toMatch(/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+$/);
  });

  test('that cannot work give the reason, here and in the README', () => {
    const readme = readFileSync(join(repository, 'test-projects/matrix/README.md'), 'utf8');
    for (const { cannot } of cells) if (cannot !== undefined) expect(readme).toContain(cannot);
  });
});

describe('a cell', () => {
  let project: string;
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'convapi-cell-'));
  });
  afterAll(() => rmSync(project, { recursive: true }));

  const run = (cell: object) =>
    runCell({
      group: { name: 'group' },
      cell: { name: 'cell', ...cell },
      subject: { ours: true },
      project,
      service: { env: { SETTING: 'on' } },
    });
  const print = (expression: string) => ({ files: { 'main.cjs': `console.log(${expression});` }, commands: [['node', 'main.cjs']] });

  test('passes when its last command prints the line', async () => {
    expect(await run({ ...print('process.env.SETTING'), prints: 'on' })).toMatchObject({ state: 'passed' });
  });

  test('fails when the line is another one', async () => {
    expect(await run({ ...print("'off'"), prints: 'on' })).toMatchObject({ state: 'failed', message: 'printed "off\\n" without "on"' });
  });

  test('fails when a command does, with what it printed', async () => {
    const { state, message } = await run({ files: { 'main.cjs': "throw new Error('broken')" }, commands: [['node', 'main.cjs']] });
    expect(state).toBe('failed');
    expect(message).toContain('Error: broken');
  });

  test('fails when what it should leave behind is not there', async () => {
    expect(await run({ ...print("'on'"), prints: 'on', leaves: { '.': '.svg' } })).toMatchObject({
      state: 'failed',
      message: 'no .svg in .',
    });
  });

  test('that cannot work says why', async () => {
    expect(await run({ ...print("'off'"), prints: 'on', cannot: 'the tool has no such thing' })).toMatchObject({
      state: 'cannot',
      message: 'the tool has no such thing',
    });
  });

  test('that works although it cannot fails, so that the list stays true', async () => {
    expect(await run({ ...print("'on'"), prints: 'on', cannot: 'the tool has no such thing' })).toMatchObject({ state: 'failed' });
  });

  test('with a recorder fails when the server did not get what it should', async () => {
    const received = (requests: unknown[]) => (requests.length === 0 ? ['no request came'] : []);
    const service = { env: { CONVAPI_BASE_URL: 'http://127.0.0.1:9', CONVAPI_TOKEN_URL: 'http://127.0.0.1:9/token' } };
    const cell = { name: 'cell', ...print("'on'"), prints: 'on', received };
    expect(await runCell({ group: { name: 'group' }, cell, subject: { ours: true }, project, service })).toMatchObject({
      state: 'failed',
      message: 'no request came',
    });
  });
});

test('the reason of a failure is its most telling line', () => {
  const output = "tsc -p . failed:\nsrc/a.ts(1,1): something\nsrc/a.ts(1,21): error TS2307: Cannot find module 'x'.\nError: late";
  expect(reasonOf(output)).toBe("src/a.ts(1,21): error TS2307: Cannot find module 'x'.");
  expect(reasonOf('nothing telling')).toBe('nothing telling');
});
