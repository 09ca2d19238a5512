import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressOf, builtPages, DIST, filesIn, readBuilt } from './support/built-pages.ts';

const REFERENCE = /\s(?:href|src)="([^"]*)"/g;

/** The file that an address of the site leads to, or nothing. */
function fileAt(address: string): string | undefined {
  const path = decodeURIComponent(address).slice(1);
  const candidates = path === '' || path.endsWith('/') ? [`${path}index.html`] : [`${path}.html`, path];
  return candidates.find((file) => existsSync(join(DIST, file)));
}

const ids = new Map<string, Set<string>>();

function idsIn(file: string): Set<string> {
  const known = ids.get(file) ?? new Set([...readBuilt(file).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => unescaped(id as string)));
  ids.set(file, known);
  return known;
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** What is wrong with a link on a page, or nothing. */
function mistakeIn(link: string, page: string): string | undefined {
  if (/^(https?:|mailto:|data:)/.test(link)) return undefined;
  const { pathname, hash } = new URL(unescaped(link), `http://site${addressOf(page)}`);
  const file = fileAt(pathname);
  if (file === undefined) return `${link}: no such page`;
  const anchor = decodeURIComponent(hash.slice(1));
  if (anchor !== '' && file.endsWith('.html') && !idsIn(file).has(anchor)) return `${link}: no such place on the page`;
  return undefined;
}

describe.each(builtPages())('the page %s', (page) => {
  test('leads to pages and places that are there', () => {
    const links = [...new Set([...readBuilt(page).matchAll(REFERENCE)].map(([, link]) => link as string))];
    expect(links.length).toBeGreaterThan(0);
    expect(links.flatMap((link) => mistakeIn(link, page) ?? [])).toEqual([]);
  });
});

test('links in the Markdown of pages lead to Markdown that is there', () => {
  const missing = filesIn(DIST, '.md').flatMap((file) =>
    [
      ...readBuilt(file)
        .replace(/```[\s\S]*?```/g, '')
        .matchAll(/\]\((\/[^)#\s]+)/g),
    ]
      .map(([, link]) => link as string)
      .filter((link) => !existsSync(join(DIST, posix.normalize(link))))
      .map((link) => `${file}: ${link}`),
  );
  expect(missing).toEqual([]);
});
