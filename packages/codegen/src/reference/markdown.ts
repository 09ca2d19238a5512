/**
 * Text of the spec as Markdown that VitePress shows as it is written: outside of code, `<` begins no tag and `{{` no
 * expression; a line is one line.
 */
export function prose(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/</g, '&lt;').replace(/\{\{/g, '&#123;&#123;')))
    .join('');
}

/** A table with two columns; a cell may hold `<br>`. Nothing where there are no rows. */
export function table(head: [string, string], rows: readonly (readonly [string, string])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [line(head), '| --- | --- |', ...rows.map(line), ''];
}

/** Something that opens on a click. */
export function collapsed(summary: string, content: readonly string[]): string[] {
  return ['<details>', `<summary>${summary}</summary>`, '', ...content, ...(content.at(-1) === '' ? [] : ['']), '</details>', ''];
}

/** A fence of code. */
export function fence(language: string, code: string): string[] {
  return [`\`\`\`${language}`, code, '```', ''];
}

/** The head of a page, which the sidebar and the search read. */
export function frontMatter(page: { title: string; description: string; order: number }): string[] {
  return [
    '---',
    `title: ${JSON.stringify(page.title)}`,
    `description: ${JSON.stringify(page.description)}`,
    `order: ${page.order}`,
    'pageClass: reference',
    'outline: 2',
    'editLink: false',
    '---',
    '',
    `# ${page.title}`,
    '',
  ];
}
