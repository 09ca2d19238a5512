import { describe, expect, it } from 'vitest';
import { hasFailed, tableOf } from '../parent/report.mjs';
import { runRuntime } from '../parent/run-runtime.mjs';
import { RUNTIMES, type Runtime } from '../parent/runtimes.mjs';

const node20 = RUNTIMES[0] as Runtime;

/** Runs a program of Node in place of a runtime. */
function runProgram(program: string, limits = { totalMs: 10_000, afterEndMs: 10_000 }) {
  const command = () => [process.execPath, '--input-type=module', '-e', program];
  return runRuntime({ name: 'fake', version: /^1\./, command }, () => {}, limits);
}

const tell = (...lines: object[]) => lines.map((line) => `console.log(${JSON.stringify(JSON.stringify(line))});`).join('');
const START = { kind: 'start', version: '1.0.0', checks: 1 };
const CHECK = { kind: 'check', name: 'a check', ms: 1 };
const END = { kind: 'end' };

describe('a run', () => {
  it('passes when all checks do', async () => {
    const result = await runProgram(tell(START, CHECK, { kind: 'fact', name: 'transport', value: 'fetch' }, END));
    expect(result).toMatchObject({ version: '1.0.0', outcomes: [CHECK], facts: { transport: 'fetch' } });
    expect(hasFailed(result)).toBe(false);
  });

  it('fails with a check that fails', async () => {
    const result = await runProgram(tell(START, { ...CHECK, error: 'Error: no' }, END));
    expect(hasFailed(result)).toBe(true);
    expect(tableOf([result])).toMatch(/^fake +1\.0\.0 +0 +1 +FAIL/m);
  });

  it.each([
    ['exits early', tell(START), 'it ran 0 of 1 checks'],
    ['leaves the end out', tell(START, CHECK), 'it ran 1 of 1 checks'],
    ['has no checks', tell({ ...START, checks: 0 }, END), 'it ran 0 of 0 checks'],
    ['is another version', tell({ ...START, version: '2.0.0' }, CHECK, END), 'version 2.0.0'],
    ['says nothing', '', 'version unknown'],
    ['throws', `${tell(START)} throw new Error('a broken import')`, 'a broken import'],
    ['ends itself by a signal', `${tell(START)} process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 5_000)`, 'SIGTERM'],
    ['prints a warning', `${tell(START, CHECK, END)} process.emitWarning('deprecated')`, 'deprecated'],
  ])('fails when the runtime %s', async (_, program, problem) => {
    const result = await runProgram(program);
    expect(result.problem).toContain(problem);
    expect(hasFailed(result)).toBe(true);
  });

  it('fails when the runtime hangs', async () => {
    const result = await runProgram(`${tell(START)} setInterval(() => {}, 1_000)`, { totalMs: 500, afterEndMs: 10_000 });
    expect(result.problem).toContain('it did not end within 500 ms');
  });

  it('fails when something keeps the process alive', async () => {
    const program = `${tell(START, CHECK, END)} setInterval(() => {}, 1_000)`;
    const result = await runProgram(program, { totalMs: 10_000, afterEndMs: 200 });
    expect(result.problem).toContain('something kept it alive for 200 ms');
  });

  it('fails when the program is not there', async () => {
    const result = await runRuntime({ name: 'fake', version: /./, command: () => ['/nowhere/runtime'] }, () => {});
    expect(result.problem).toContain('it cannot be started: spawn /nowhere/runtime ENOENT');
  });

  it('fails when the runtime is not installed', async () => {
    const command = () => {
      throw new Error('none of node-99-* is installed');
    };
    const result = await runRuntime({ name: 'fake', version: /./, command }, () => {});
    expect(result.problem).toBe('none of node-99-* is installed');
  });
});

describe('the suite', () => {
  it('notices a condition that picks the wrong transport', async () => {
    const command = (base: string) => {
      const [program = '', ...args] = node20.command(base);
      return [program, '--conditions=workerd', ...args];
    };
    const { outcomes, facts } = await runRuntime({ ...node20, version: /./, command }, () => {});
    expect(facts.transport).toBe('fetch');
    expect(outcomes.filter(({ error }) => error !== undefined).map(({ name }) => name)).toEqual([
      'conditions: #transport is the one of this runtime',
      'conditions: the server sees the transport of this runtime',
    ]);
  });

  it('covers every runtime that the packages name', () => {
    expect(RUNTIMES.map(({ name }) => name)).toEqual(['node 20', 'node 22', 'node 24', 'node 26', 'bun', 'deno', 'workerd']);
  });
});
