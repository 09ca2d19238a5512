import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { repository } from './run.ts';

interface Step {
  uses?: string;
  run?: string;
}
interface Job {
  'timeout-minutes': number;
  permissions?: Record<string, string>;
  needs?: string[];
  /** Another workflow of this repository, whose jobs have limits of their own. */
  uses?: string;
  steps: Step[];
}
interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const folder = join(repository, '.github/workflows');
const files = readdirSync(folder);
const TEST_FOLDERS = [
  ...['packages', 'apps'].flatMap((parent) => readdirSync(join(repository, parent)).map((name) => `${parent}/${name}/test`)),
  'test-projects/test',
].filter((one) => existsSync(join(repository, one)));
const scripts = Object.keys((JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { scripts: object }).scripts);

describe.each(files)('the workflow %s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs).filter(({ uses }) => uses === undefined);

  test('uses actions by the hash of a commit, with the version beside it', () => {
    for (const line of text.split('\n').filter((one) => one.includes('uses:') && !one.includes('uses: ./')))
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

test('only the release may prove where packages come from; the job that proves who publishes the site runs no code of ours', () => {
  const provers = files.filter((file) => /id-token: write/.test(readFileSync(join(folder, file), 'utf8')));
  expect(provers).toEqual(['docs.yml', 'release.yml']);
  const { jobs } = parse(readFileSync(join(folder, 'docs.yml'), 'utf8')) as Workflow;
  const may = Object.values(jobs).filter(({ permissions }) => permissions?.['id-token'] === 'write');
  expect(may.map(({ steps }) => steps.map(({ uses = '' }) => uses.split('@')[0]))).toEqual([['actions/deploy-pages']]);
});

test('beside the release only the weekly proposals may write to the repository, and they run no code of ours or of a document', () => {
  const writers = files.flatMap((file) => {
    const { jobs } = parse(readFileSync(join(folder, file), 'utf8')) as Workflow;
    return Object.entries(jobs)
      .filter(([, { permissions }]) => permissions?.contents === 'write')
      .map(([name, job]) => ({ name: `${file} ${name}`, job }));
  });
  expect(writers.map(({ name }) => name)).toEqual(['release.yml version', 'release.yml tag', 'weekly.yml propose']);
  const runs = writers
    .at(-1)
    ?.job.steps.map(({ run }) => run ?? '')
    .join('\n');
  expect(runs).toContain('git push');
  expect(runs).not.toMatch(/\b(npm|npx|pnpm|node|bash|sh)\b/);
});

test('a release is published only after the checks', () => {
  const { jobs } = parse(readFileSync(join(folder, 'release.yml'), 'utf8')) as Workflow;
  expect(jobs.checks?.uses).toBe('./.github/workflows/checks.yml');
  expect(jobs.publish?.needs).toContain('checks');
});

test('no workflow holds a token for npm, and the job that publishes installs and builds nothing', () => {
  for (const file of files) expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN/);
  const { jobs } = parse(readFileSync(join(folder, 'release.yml'), 'utf8')) as Workflow;
  const publishers = Object.values(jobs).filter(({ permissions }) => permissions?.['id-token'] === 'write');
  expect(publishers.map(({ steps }) => steps.flatMap(({ run }) => run ?? []))).toEqual([['node scripts/publish-packed.mjs tarballs']]);
});

test('every test whose length a variable decides runs longer in .ci/run: by its name, or with the pages and programs', () => {
  const script = readFileSync(join(repository, '.ci/run'), 'utf8');
  const [, counts = ''] = /^export (CONVAPI_.*)$/m.exec(script) ?? [];
  const named = counts.split(' ').map((one) => one.split('=')[0] as string);
  const [, filters = ''] = /^check 'longer random runs' run_tests npm test -- (.*)$/m.exec(script) ?? [];
  // a file beside a test may read the variable for it
  const readers = TEST_FOLDERS.flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(repository, join(parentPath, name)).replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.ts') && named.some((name) => readFileSync(join(repository, file), 'utf8').includes(`env.${name}`))),
  );
  const missed = readers.filter(
    (file) => !/\/(pages|programs)\//.test(file) && !filters.split(' ').some((filter) => file.includes(filter)),
  );
  expect(readers.length).toBeGreaterThan(10);
  expect(missed).toEqual([]);
  // they come after `npm test`, which is as long there as everywhere
  expect(script.indexOf(counts)).toBeGreaterThan(script.indexOf("check 'npm test'"));
});

describe('what people fill in', () => {
  const forms = join(repository, '.github/ISSUE_TEMPLATE');
  interface Form {
    name: string;
    description: string;
    body: { type: string; id?: string; attributes: { label?: string; options?: unknown[] }; validations?: { required: boolean } }[];
  }
  const read = (name: string) => parse(readFileSync(join(forms, name), 'utf8')) as Form;
  const names = readdirSync(forms).filter((name) => name !== 'config.yml');

  test.each(names)('the form %s has a name, a description and something that has to be said', (name) => {
    const { name: title, description, body } = read(name);
    expect([title, description].every((text) => /\w{3}/.test(text))).toBe(true);
    const fields = body.filter(({ type }) => type !== 'markdown');
    expect(fields.some(({ validations }) => validations?.required)).toBe(true);
    for (const { id, attributes } of fields) expect([id, attributes.label].every((text) => /\w/.test(text ?? ''))).toBe(true);
  });

  test('the form for what does not work knows every package', () => {
    const published = readdirSync(join(repository, 'packages'))
      .map((folder) => JSON.parse(readFileSync(join(repository, 'packages', folder, 'package.json'), 'utf8')))
      .filter((manifest) => !manifest.private)
      .map((manifest) => manifest.name as string);
    const offered = read('bug.yml').body.find(({ id }) => id === 'package')?.attributes.options ?? [];
    expect(published.filter((name) => !offered.includes(name))).toEqual([]);
  });
});
