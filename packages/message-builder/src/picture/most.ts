import { type Block, EMPTY_BLOCK } from './block.ts';
import { textBlock } from './text-block.ts';
import type { Theme } from './theme.ts';

/** The first of a list, and how many are left: a picture holds what a phone shows, not thousands of things. */
export function mostOf<Item>(items: readonly Item[], most: number): { shown: readonly Item[]; left: number } {
  return items.length <= most ? { shown: items, left: 0 } : { shown: items.slice(0, most), left: items.length - most };
}

/** Says how many things are not drawn. */
export function moreBlock(left: number, what: string, theme: Theme, width: number): Block {
  return left === 0 ? EMPTY_BLOCK : textBlock(`… and ${left} more ${what}`, { width, size: 12, color: theme.pale, italic: true });
}
