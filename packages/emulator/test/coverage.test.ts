import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { coverage, coverageTable } from '../src/http/coverage.ts';
import { MAGIC_IDENTITIES } from '../src/index.ts';
import { startLab } from './support.ts';

const readme = plain(readFileSync(new URL('../README.md', import.meta.url), 'utf8'));

/** The formatter aligns tables. */
function plain(text: string): string {
  return text.replaceAll(/ +/g, ' ').replaceAll(/-+/g, '-');
}

it('emulates every operation of both documents', async () => {
  const { body } = await (await startLab()).call('GET', '/_emulator/coverage');
  expect(body.operations).toEqual(coverage());
  expect(coverage().filter(({ level }) => level === 'absent')).toEqual([]);
  expect(coverage()).toHaveLength(63);
});

it('says so in the README; run the script write:coverage after a change', () => {
  const table = /<!- coverage ->\n([\s\S]*?)\n<!- \/coverage ->/.exec(readme)?.[1]?.trim();
  expect(table).toBe(plain(coverageTable()));
});

it('lists the magic numbers in the README', () => {
  for (const [name, identity] of Object.entries(MAGIC_IDENTITIES)) expect(readme).toContain(`| \`${identity}\` | \`${name}\` |`);
});
