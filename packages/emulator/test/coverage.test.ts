import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { behaviourCoverage, behaviourTable } from '../src/claims/behaviour-coverage.ts';
import { coverage, coverageTable } from '../src/http/coverage.ts';
import { MAGIC_IDENTITIES } from '../src/index.ts';
import { startLab } from './support.ts';

const pages = new URL('../../../apps/docs/src/guides/emulator/', import.meta.url);
const fidelity = plain(readFileSync(new URL('fidelity.md', pages), 'utf8'));
const faults = plain(readFileSync(new URL('faults.md', pages), 'utf8'));

/** The formatter aligns tables. */
function plain(text: string): string {
  return text.replaceAll(/ +/g, ' ').replaceAll(/-+/g, '-');
}

function tableOf(name: string): string | undefined {
  return new RegExp(`<!- ${name} ->\\n([\\s\\S]*?)\\n<!- /${name} ->`).exec(fidelity)?.[1]?.trim();
}

it('emulates every operation of both documents', async () => {
  const { body } = await (await startLab()).call('GET', '/_emulator/coverage');
  expect(body.operations).toEqual(coverage());
  expect(coverage().filter(({ level }) => level === 'absent')).toEqual([]);
  expect(coverage()).toHaveLength(63);
});

it('says so in the documentation; run the script write:coverage after a change', () => {
  expect(tableOf('coverage')).toBe(plain(coverageTable()));
  expect(tableOf('behaviour')).toBe(plain(behaviourTable()));
});

it('tells of each behaviour over HTTP', async () => {
  const { body } = await (await startLab()).call('GET', '/_emulator/coverage');
  expect(body.behaviour).toEqual(JSON.parse(JSON.stringify(behaviourCoverage())));
});

it('has a test for each behaviour that it claims', () => {
  const sources = new Map<string, string>();
  for (const { claim, level, shownBy } of behaviourCoverage()) {
    const [, file = '', title = ''] = /^([\w-]+\.test\.ts): (.+)$/.exec(shownBy ?? '') ?? [];
    if (shownBy === undefined) {
      expect([claim, level]).not.toEqual([claim, 'faithful']);
      continue;
    }
    const source = sources.get(file) ?? readFileSync(new URL(file, import.meta.url), 'utf8');
    sources.set(file, source);
    expect([claim, source.includes(`'${title}'`) || source.includes(`"${title}"`)]).toEqual([claim, true]);
  }
});

it('claims each behaviour once', () => {
  const claims = behaviourCoverage().map(({ section, claim }) => `${section}: ${claim}`);
  expect(new Set(claims).size).toBe(claims.length);
});

it('lists the magic numbers in the documentation', () => {
  for (const [name, identity] of Object.entries(MAGIC_IDENTITIES)) expect(faults).toContain(`| \`${identity}\` | \`${name}\` |`);
});
