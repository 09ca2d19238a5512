import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { factsTable } from './theme/facts-table.ts';
import { PROGRAMS, type ProgramName } from './theme/live/programs.ts';

/** What is no Markdown outside of this site becomes Markdown: includes, components, marks of the compiler, links to pages. */
export function toPlainMarkdown(body: string, file: string, page: string): string {
  return (
    [withIncludes, withoutComments, withPrograms, withMessages, withFacts, withoutBoxes, withoutPictures, withoutWrappers]
      .reduce((text, step) => step(text, file), body)
      .replace(/\]\(([^)\s]+)\)/g, (whole, link: string) => toMarkdownLink(link, page) ?? whole)
      // what markdown-it reads behind a link
      .replaceAll('{target="_self"}', '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

function withIncludes(text: string, file: string): string {
  return text.replace(/<!--\s*@include:\s*(\S+?)\s*-->/g, (_, path: string) => readFileSync(join(dirname(file), path), 'utf8').trim());
}

function withoutComments(text: string): string {
  return text.replace(/^<!--[\s\S]*?-->\n?/gm, '');
}

/** What stands above it is compiled, and not shown. */
const CUT = '// ---cut---\n';

/** Programs without the lines that readers do not see. */
function withPrograms(text: string): string {
  return text.replace(/```ts twoslash.*\n([\s\S]*?)```/g, (_, code: string) => {
    const shown = code.split(CUT).at(-1) ?? code;
    return `\`\`\`ts\n${shown.split('\n').filter(isShown).join('\n')}\`\`\``;
  });
}

/** Not an instruction to the compiler, such as `// @errors: 2322` or `//    ^?`. */
function isShown(line: string): boolean {
  return !/^\s*\/\/\s*(@\w+|\^)/.test(line);
}

function withMessages(text: string): string {
  return text.replace(/<LiveMessage\b[^>]*\/>/g, (tag) => {
    const message = PROGRAMS[/program="(\w+)"/.exec(tag)?.[1] as ProgramName];
    return message === undefined ? '' : `\`\`\`json\n${JSON.stringify(message, null, 2)}\n\`\`\``;
  });
}

function withFacts(text: string): string {
  return text.replace(/<Facts\s*\/>/g, () => factsTable());
}

/** A box becomes a paragraph with its title; code groups lose only their marks. */
function withoutBoxes(text: string): string {
  return text
    .replace(/^:::+ *(?:code-group)?$\n?/gm, '')
    .replace(/^:::+ *(\w+) ?(.*)$/gm, (_, kind: string, title: string) => `**${title || kind}**\n`);
}

/** Pictures are told by their words. */
function withoutPictures(text: string): string {
  return text.replace(/!\[([^\]]*)\]\([^)]+\)/g, (_, words: string) => `(Picture: ${words})`);
}

/** The few elements that only lay a page out. */
function withoutWrappers(text: string): string {
  return text.replace(/^<\/?(div|section)\b[^>]*>\n?/gm, '');
}

/** The Markdown of a page of this site, from the root of the site; nothing for links elsewhere. */
function toMarkdownLink(link: string, page: string): string | undefined {
  if (/^[a-z]+:|^#/.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  const address = posix.join('/', path.startsWith('/') ? path : posix.join(posix.dirname(page), path));
  const file = /\.\w+$/.test(address) ? address : address.endsWith('/') ? `${address}index.md` : `${address}.md`;
  return `](${file}${anchor === undefined ? '' : `#${anchor}`})`;
}
