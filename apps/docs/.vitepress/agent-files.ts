import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DefaultTheme, SiteConfig } from 'vitepress';
import { splitPage } from './front-matter.ts';
import { sidebarOf } from './sidebar.ts';
import { toPlainMarkdown } from './to-plain-markdown.ts';

interface PlainPage {
  /** `start/emulator.md` */
  page: string;
  title: string;
  description: string;
  text: string;
}

/** What coding agents read: the Markdown of each page beside its HTML, and both files of https://llmstxt.org. */
export function writeAgentFiles(site: SiteConfig, url: string): void {
  const pages = site.pages.map((page) => readPage(site.srcDir, page));
  for (const { page, text } of pages) write(join(site.outDir, page), `${text}\n`);
  const ordered = inOrder(pages, site.srcDir);
  const { title, description } = site.site;
  write(join(site.outDir, 'llms.txt'), `# ${title}\n\n> ${description}\n\n${ordered.map((group) => listOf(group, url)).join('\n\n')}\n`);
  const whole = ordered.flatMap((group) => group.pages.map(({ page, text }) => `<!-- ${url}${page} -->\n\n${text}`));
  write(join(site.outDir, 'llms-full.txt'), `${whole.join('\n\n---\n\n')}\n`);
}

interface Group {
  title: string;
  pages: PlainPage[];
}

/** In the order of the sidebars; what they do not have comes last. */
function inOrder(pages: PlainPage[], srcDir: string): Group[] {
  const byPage = new Map(pages.map((one) => [one.page, one]));
  const take = (links: string[]) => links.flatMap((link) => pagesOf(link).flatMap((page) => byPage.get(page) ?? []));
  const items = Object.values(sidebarOf(srcDir)).toReversed().flat() as DefaultTheme.SidebarItem[];
  const groups = [
    { title: 'Overview', pages: take(['/']) },
    ...items.map((item) => ({ title: item.text ?? '', pages: take(linksOf(item)) })),
  ];
  const taken = new Set(groups.flatMap((group) => group.pages));
  const rest = pages.filter((page) => !taken.has(page));
  return [...groups, { title: 'More', pages: rest }].filter((group) => group.pages.length > 0);
}

function linksOf({ link, items = [] }: DefaultTheme.SidebarItem): string[] {
  return [...(link === undefined ? [] : [link]), ...items.flatMap(linksOf)];
}

function pagesOf(link: string): string[] {
  const path = link.slice(1);
  return path === '' || path.endsWith('/') ? [`${path}index.md`] : [`${path}.md`];
}

function readPage(srcDir: string, page: string): PlainPage {
  const file = join(srcDir, page);
  const { frontMatter, body } = splitPage(readFileSync(file, 'utf8'));
  const { title = page, description = '' } = frontMatter;
  const text = toPlainMarkdown(body, file, page);
  return { page, title, description, text: text.startsWith('# ') ? text : `# ${title}\n\n${description}\n\n${text}` };
}

function listOf({ title, pages }: Group, url: string): string {
  return [`## ${title}`, '', ...pages.map((one) => `- [${one.title}](${url}${one.page}): ${one.description}`)].join('\n');
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
