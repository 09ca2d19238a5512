/** A program on a page, and the operation that it is of. */
export interface Program {
  page: string;
  operationId: string;
  code: string;
}

/** The programs of operations in a language, in the order of the pages. */
export function programsOf(pages: ReadonlyMap<string, string>, language: 'ts twoslash [TypeScript]' | 'sh [curl]'): Program[] {
  return [...pages].flatMap(([page, text]) =>
    sectionsOf(text).flatMap((section) => {
      const operationId = /\*\*Operation id:\*\* `(\w+)`/.exec(section)?.[1];
      const [, code] = section.split(`\`\`\`${language}\n`);
      return operationId && code ? [{ page, operationId, code: code.slice(0, code.indexOf('\n```')) }] : [];
    }),
  );
}

/** The parts of a page below its headings of the second level. */
function sectionsOf(text: string): string[] {
  return text.split(/^(?=## )/m).slice(1);
}

/** The part of a program that is shown. */
export function shownPart(code: string): string {
  return code.split('// ---cut---\n').at(-1) ?? '';
}

/** Every link to a page of the site, with the page it stands on. */
export function linksOf(pages: ReadonlyMap<string, string>): { page: string; link: string }[] {
  return [...pages].flatMap(([page, text]) => [...text.matchAll(/\]\(((?:\/|#)[^)]*)\)/g)].map(([, link = '']) => ({ page, link })));
}

/** The addresses of all headings of the pages: `/reference/api/messages#send`. */
export function addressesOf(pages: ReadonlyMap<string, string>): Set<string> {
  return new Set(
    [...pages].flatMap(([page, text]) => {
      const address = addressOf(page);
      return [address, ...[...text.matchAll(/^## .* \{#([^}]+)\}$/gm)].map(([, anchor]) => `${address}#${anchor}`)];
    }),
  );
}

/** The address of a page: `schemas/index.md` is `/reference/api/schemas/`. */
export function addressOf(page: string): string {
  return `/reference/api/${page.replace(/(?:^|(?<=\/))index\.md$|\.md$/, '')}`;
}
