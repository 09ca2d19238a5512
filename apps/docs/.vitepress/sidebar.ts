import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTheme } from 'vitepress';
import { splitPage } from './front-matter.ts';

type Item = DefaultTheme.SidebarItem & { order: number };

/** The sections in the order in which a newcomer needs them; a page beside them stands behind the section it follows. */
const MAIN = ['start', 'guides', 'concepts', 'channels.md', 'troubleshooting', 'migrate', 'compare.md'];
const REFERENCE = ['reference'];
/** A page that says no order stands behind those that do. */
const LAST = 1_000;

/** The sidebars of the site, from its folders and the front matter of its pages. */
export function sidebarOf(source: string): DefaultTheme.SidebarMulti {
  const entries = (names: string[]) => names.filter((name) => existsSync(join(source, name))).map((name) => entryOf(source, name, 0));
  return { '/reference/': entries(REFERENCE), '/': entries(MAIN) };
}

function entryOf(source: string, path: string, depth: number): Item {
  return path.endsWith('.md') ? pageOf(source, path) : groupOf(source, path, depth);
}

function pageOf(source: string, path: string): Item {
  const { title, order } = splitPage(readFileSync(join(source, path), 'utf8')).frontMatter;
  const address = path.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '');
  return { text: title ?? address, link: `/${address}`, order: order ?? LAST };
}

function groupOf(source: string, folder: string, depth: number): Item {
  const index = join(folder, 'index.md');
  const own = existsSync(join(source, index)) ? pageOf(source, index) : { text: folder.split('/').at(-1) ?? folder, order: LAST };
  const items = readdirSync(join(source, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || (entry.name.endsWith('.md') && entry.name !== 'index.md'))
    .map((entry) => entryOf(source, `${folder}/${entry.name}`, depth + 1))
    .sort((a, b) => a.order - b.order || (a.text ?? '').localeCompare(b.text ?? ''));
  return { ...own, items, ...(depth > 0 && { collapsed: true }) };
}
