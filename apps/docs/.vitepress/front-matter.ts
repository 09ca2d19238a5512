import { parse } from 'yaml';

export interface FrontMatter {
  title?: string;
  description?: string;
  order?: number;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/;

/** The front matter of a page, and what stands below it. */
export function splitPage(text: string): { frontMatter: FrontMatter; body: string } {
  const [whole = '', yaml] = FRONT_MATTER.exec(text) ?? [];
  return { frontMatter: yaml ? (parse(yaml) as FrontMatter) : {}, body: text.slice(whole.length) };
}
