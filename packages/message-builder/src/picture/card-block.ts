import type { RenderedCard } from '../render/rendered-part.ts';
import { type Block, moved, padded, rectangle, stack, textBlock } from './block.ts';
import { rowsBlock } from './choice-blocks.ts';
import { mediaBlock } from './media-block.ts';
import type { Theme } from './theme.ts';

export const CARD_RADIUS = 14;

const MEDIA_HEIGHT = { SHORT: 90, MEDIUM: 130, TALL: 190 } as const;

/** A card; `height` makes those of a row equal. */
export function cardBlock(card: RenderedCard, theme: Theme, width: number, height = 0): Block {
  const content = contentBlock(card, theme, width);
  const rows = rowsBlock(card.choices, theme, width);
  const whole = Math.max(height, content.height + rows.height);
  const face = rectangle(width, whole, CARD_RADIUS, 'fill="#ffffff" stroke="#000000" stroke-opacity="0.12"');
  return { svg: face + content.svg + moved(rows, 0, whole - rows.height), width, height: whole };
}

function contentBlock(
  { media, header = '', title = '', description = '', height = 'MEDIUM' }: RenderedCard,
  theme: Theme,
  width: number,
): Block {
  const inner = width - 28;
  const words = stack(
    [
      textBlock(header, { width: inner, size: 13, color: theme.pale, bold: true }),
      textBlock(title, { width: inner, size: 15, color: theme.ink, bold: true }),
      textBlock(description, { width: inner, size: 13.5, color: theme.pale }),
    ],
    4,
  );
  const text = words.height === 0 ? words : padded(words, 14, 11);
  if (media === undefined) return text;
  return stack([mediaBlock(media, width, MEDIA_HEIGHT[height], CARD_RADIUS, text.height === 0 ? CARD_RADIUS : 0), text], 0);
}
