import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CALLS } from '@convapi/migrate';
import { afterAll, describe, expect, test } from 'vitest';
import { callByCall, VENDOR_HEAD } from '../../scripts/migrate/call-by-call.mjs';
import { GROUPS } from '../../scripts/migrate/call-tasks.mjs';
import { compare, readTable } from '../../scripts/migrate/compare.mjs';

const page = (name: string) => readFileSync(new URL(`../../src/${name}`, import.meta.url), 'utf8');
const tasks = GROUPS.flatMap(({ tasks }) => tasks);
const compiled = fileURLToPath(new URL('../../.compiled', import.meta.url));
afterAll(() => rmSync(compiled, { recursive: true, force: true }));

describe('call by call', () => {
  test('is what the script writes: npm --prefix apps/docs run migrate-pages', () => {
    expect(page('migrate/call-by-call.md')).toBe(callByCall());
  });

  test('shows every operation of the table once', () => {
    expect(tasks.map(([operation]) => operation).sort()).toEqual(CALLS.map(({ operation }) => operation).sort());
  });

  test('the calls of the vendor compile against the SDK', () => {
    mkdirSync(compiled, { recursive: true });
    const programs = tasks.map(([, , vendor]) => `{\n${vendor}\n}`).join('\n');
    writeFileSync(join(compiled, 'vendor.ts'), `${VENDOR_HEAD}\n${programs}\nexport {};\n`);
    const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
    const settings = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
      '--target',
      'es2022',
    ];
    expect(outputOf(process.execPath, [tsc, ...settings, '--types', 'node', join(compiled, 'vendor.ts')])).toBe('');
  }, 60_000);
});

describe('the page that compares', () => {
  const results = readFileSync(new URL('../../../../packages/benchmarks/RESULTS.md', import.meta.url), 'utf8');

  test('is what the script makes of the results: npm --prefix apps/docs run migrate-pages', () => {
    expect(page('compare.md')).toBe(compare());
  });

  test('says which machine, which days, which version, and what is worse', () => {
    expect(compare()).toMatch(/measured on \d{4}-\d{2}-\d{2}.*, with Node \d+.*cores/);
    expect(compare()).toMatch(/packages are version \d+\.\d+\.\d+/);
    const worse = compare().split('## Where others are better')[1]?.split('\n## ')[0] ?? '';
    expect(worse.match(/^\| /gm)?.length).toBeGreaterThan(5);
  });

  test('lists a peer as better exactly where its figure is', () => {
    const text = `# Results on 2027-01-01 (Node 20.0.0, 2 cores)\n${results.slice(results.indexOf('\n'))}`.replace(
      /^(@sinch\/conversation +)7,204( calls\/s +)0\.62/m,
      '$114,400$21.23',
    );
    const worse = compare(text).split('## Where others are better')[1]?.split('\n## ')[0];
    expect(worse).toContain('| Sends, 50 under way | 11,720 calls/s | `@sinch/conversation` | 14,400 calls/s | 1.23 × |');
  });

  test('refuses results that lack a table', () => {
    expect(() => readTable(results, 'a table that is not there')).toThrow('has no longer a table');
  });
});

function outputOf(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
