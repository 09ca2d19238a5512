import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { splitPage } from '../../.vitepress/front-matter.ts';
import { builtPages, DIST, filesIn, readBuilt, SOURCE } from './support/built-pages.ts';

const sources = filesIn(SOURCE, '.md').filter((file) => !file.startsWith('parts/') && !file.startsWith('public/'));

test('the site builds without a warning', () => {
  const complaints = inject('buildOutput')
    .split('\n')
    .filter((line) => /warn|\(!\)|deprecat|error|failed/i.test(line));
  expect(complaints).toEqual([]);
});

test('every page of the sources is there as a page and as Markdown', () => {
  expect(sources.length).toBeGreaterThan(10);
  expect(builtPages()).toEqual(sources.map((file) => file.replace(/md$/, 'html')).sort());
  expect(filesIn(DIST, '.md').filter((file) => sources.includes(file))).toEqual(sources);
});

describe.each(sources)('the page %s', (file) => {
  const { frontMatter } = splitPage(readFileSync(join(SOURCE, file), 'utf8'));

  test('says title, description and order', () => {
    expect(frontMatter.title).toMatch(/\S/);
    expect(frontMatter.description).toMatch(/^\S.*\.$/);
    if (file !== 'index.md') expect(typeof frontMatter.order).toBe('number');
  });

  test('tells search engines and chats what it is', () => {
    const html = readBuilt(file.replace(/md$/, 'html'));
    const address = file.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '');
    expect(html).toContain(`<link rel="canonical" href="https://convapi.github.io/convapi/${address}">`);
    for (const name of ['og:title', 'og:description', 'og:url', 'og:image']) expect(html).toContain(`<meta property="${name}" content="`);
  });
});

describe('what coding agents read', () => {
  const pages = sources.map((file) => `https://convapi.github.io/convapi/${file}`);

  test('llms.txt has every page once, with what it is about', () => {
    const lines = readBuilt('llms.txt')
      .split('\n')
      .filter((line) => line.startsWith('- '));
    for (const line of lines) expect(line).toMatch(/^- \[.+\]\(\S+\): .+\.$/);
    expect(lines.map((line) => /\((https:\S+)\)/.exec(line)?.[1]).sort()).toEqual(pages.toSorted());
  });

  test('llms-full.txt has the text of every page', () => {
    const whole = readBuilt('llms-full.txt');
    for (const page of pages) expect(whole).toContain(`<!-- ${page} -->`);
  });

  test('Markdown has no component, no box, no include and no mark of the compiler', () => {
    for (const file of sources) {
      const outsideOfPrograms = readBuilt(file).replace(/```[\s\S]*?```/g, '');
      expect(outsideOfPrograms, file).not.toMatch(/<LiveMessage|<Facts|^:::|@include|twoslash|---cut/m);
      expect(readBuilt(file), file).toMatch(/^# /);
    }
  });
});

test('no page has an address in HTML that leaves out where the site is served', () => {
  const wrong = sources.filter((file) =>
    / (href|src)="\//.test(readFileSync(join(SOURCE, file), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '')),
  );
  expect(wrong).toEqual([]);
});

test('the sitemap has every page', () => {
  expect([...readBuilt('sitemap.xml').matchAll(/<loc>/g)]).toHaveLength(sources.length);
});

test('the picture for chats is there, and small', () => {
  expect(statSync(join(DIST, 'social.webp')).size).toBeLessThan(200 * 1024);
});
