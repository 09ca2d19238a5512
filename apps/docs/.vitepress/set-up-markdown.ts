import type { MarkdownOptions } from 'vitepress';

type Markdown = Parameters<NonNullable<MarkdownOptions['config']>>[0];

/** All pictures of the console are as large as this. */
const CONSOLE = { pattern: /docs\/images\/console-/, width: '1600', height: '1000' };

export function setUpMarkdown(md: Markdown): void {
  // a table that is too wide scrolls by itself, also by keyboard
  md.renderer.rules.table_open = () => '<table tabindex="0">\n';
  const { image } = md.renderer.rules;
  // a picture that comes late does not push the text away
  md.renderer.rules.image = (tokens, index, ...rest) => {
    const token = tokens[index];
    if (CONSOLE.pattern.test(token?.attrGet('src') ?? '')) {
      token?.attrSet('width', CONSOLE.width);
      token?.attrSet('height', CONSOLE.height);
    }
    return image?.(tokens, index, ...rest) ?? '';
  };
}
