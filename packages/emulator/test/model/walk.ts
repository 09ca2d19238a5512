import { expect } from 'vitest';
import type { Real } from './real.ts';

/** More pages than any list of the model has. */
const MOST_PAGES = 200;

/**
 * Every item of a list, page by page.
 *
 * @param between runs between the pages, to see whether their tokens stand that
 */
export async function walk(
  real: Real,
  path: string,
  key: string,
  pageSize: number,
  between: () => Promise<void> = async () => {},
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let token = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = `${path.includes('?') ? '&' : '?'}page_size=${pageSize}${token === '' ? '' : `&page_token=${encodeURIComponent(token)}`}`;
    const body = await real.done('GET', path + query);
    const found = body[key] as Record<string, unknown>[];
    expect(found.length).toBeLessThanOrEqual(pageSize);
    items.push(...found);
    token = String(body.next_page_token ?? '');
    if (token === '') return items;
    expect(found.length, 'a page with a token is full').toBe(pageSize);
    await between();
  }
  throw new Error(`${path} never ends`);
}
