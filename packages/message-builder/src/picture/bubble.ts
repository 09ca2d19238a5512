import { type Block, padded, rectangle } from './block.ts';
import { textBlock } from './text-block.ts';
import type { Theme } from './theme.ts';

/** Widest thing on the screen. */
export const MOST_WIDTH = 264;

/** Width of the words in the widest bubble. */
export const INNER_WIDTH = 236;

/** Size of running text. */
export const TEXT_SIZE = 14.5;

/** The words under a file or a map. */
export function captionBlock(words: Block): Block {
  return words.height === 0 ? words : padded(words, 14, 10);
}

/** A bubble around words. */
export function bubble(content: Block, theme: Theme): Block {
  return framed(padded(content.height === 0 ? emptyBlock(theme) : content, 14, 9), theme);
}

/** A bubble behind something that fills it. */
export function framed(content: Block, theme: Theme): Block {
  const edge = theme.bubble === theme.screen ? ' stroke="#000000" stroke-opacity="0.12"' : '';
  return { ...content, svg: rectangle(content.width, content.height, theme.radius, `fill="${theme.bubble}"${edge}`) + content.svg };
}

/** What stands in a bubble or a card that has no content. */
export function emptyBlock(theme: Theme): Block {
  return textBlock('(empty)', { width: INNER_WIDTH, size: 13, color: theme.pale, italic: true });
}
