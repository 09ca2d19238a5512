import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { repository } from './run.ts';

interface Step {
  uses?: string;
  run?: string;
}
interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { 'timeout-minutes': number; permissions?: Record<string, string>; needs?: string[]; steps: Step[] }>;
}

const folder = join(repository, '.github/workflows');
const files = readdirSync(folder);
const scripts = Object.keys((JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { scripts: object }).scripts);

describe.each(files)('the workflow %s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);

  test('uses actions by the hash of a commit, with the version beside it', () => {
    for (const line of text.split('\n').filter((one) => one.includes('uses:')))
      expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('may read, and no more unless a job says so; every job ends in time', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const job of jobs) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  test('runs scripts that exist', () => {
    const runs = jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => [...(run ?? '').matchAll(/pnpm(?:@[\d.]+)? run ([\w:]+)/g)]));
    const missing = runs.map(([, script]) => script as string).filter((script) => !scripts.includes(script));
    expect(missing).toEqual([]);
  });
});

test('one job of the checks waits for all others', () => {
  const { jobs } = parse(readFileSync(join(folder, 'checks.yml'), 'utf8')) as Workflow;
  const { all, ...others } = jobs;
  expect(all?.needs).toEqual(Object.keys(others));
});

test('only the release may write to the repository and prove where packages come from', () => {
  const writers = files.filter((file) => /contents: write|id-token: write/.test(readFileSync(join(folder, file), 'utf8')));
  expect(writers).toEqual(['release.yml']);
});

test('no workflow holds a token for npm, and the job that publishes installs and builds nothing', () => {
  for (const file of files) expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN/);
  const { jobs } = parse(readFileSync(join(folder, 'release.yml'), 'utf8')) as Workflow;
  const publishers = Object.values(jobs).filter(({ permissions }) => permissions?.['id-token'] === 'write');
  expect(publishers.map(({ steps }) => steps.flatMap(({ run }) => run ?? []))).toEqual([['node scripts/publish-packed.mjs tarballs']]);
});
