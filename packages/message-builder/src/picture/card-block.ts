import type { RenderedCard } from '../render/rendered-part.ts';
import { type Block, EMPTY_BLOCK, moved, padded, rectangle, stack } from './block.ts';
import { emptyBlock } from './bubble.ts';
import { keysBlock, rowsBlock } from './choice-blocks.ts';
import { fileBlock } from './media-block.ts';
import { textBlock } from './text-block.ts';
import type { Theme } from './theme.ts';

const MEDIA_HEIGHT = { SHORT: 112, MEDIUM: 168, TALL: 264 } as const;
const SIDE_WIDTH = 104;
const SIDE_GAP = 8;
const CARD_MEDIA_HEIGHT = 130;

/** A card; `height` makes those of a row equal, `extra` stands between its words and its choices. */
export function cardBlock(card: RenderedCard, theme: Theme, width: number, height = 0, extra: Block = EMPTY_BLOCK): Block {
  const joined = card.choices.filter(({ placement }) => placement !== 'inline');
  const inline = card.choices.filter(({ placement }) => placement === 'inline');
  const content = stack([contentBlock(card, theme, width), extra], 0);
  const rows = rowsBlock(joined, theme, width);
  const keys = keysBlock(inline, theme, width);
  const keysHeight = keys.height === 0 ? 0 : keys.height + 4;
  const whole = Math.max(height - keysHeight, content.height + rows.height);
  const face = rectangle(width, whole, theme.radius, 'fill="#ffffff" stroke="#000000" stroke-opacity="0.12"');
  const svg = face + content.svg + moved(rows, 0, whole - rows.height) + moved(keys, 0, whole + 4);
  return { svg, width, height: whole + keysHeight };
}

function contentBlock(card: RenderedCard, theme: Theme, width: number): Block {
  const { media } = card;
  if (media !== undefined && card.orientation === 'HORIZONTAL') return sideBySide(card, theme, width);
  const words = wordsBlock(card, theme, width);
  if (media === undefined) return words.height === 0 && card.choices.length === 0 ? padded(emptyBlock(theme), 14, 11) : words;
  const mediaHeight = card.height === undefined ? CARD_MEDIA_HEIGHT : MEDIA_HEIGHT[card.height];
  const { radius } = theme;
  const low = words.height === 0 && card.choices.length === 0 ? radius : 0;
  return card.first === 'words' && words.height > 0
    ? stack([words, fileBlock(media, width, mediaHeight, 0, card.choices.length === 0 ? radius : 0)], 0)
    : stack([fileBlock(media, width, mediaHeight, radius, low), words], 0);
}

/** RCS: the file beside the words, as high as they are. */
function sideBySide(card: RenderedCard, theme: Theme, width: number): Block {
  const words = wordsBlock(card, theme, width - SIDE_WIDTH);
  const height = Math.max(words.height, SIDE_WIDTH);
  const size = { width: SIDE_WIDTH - 2 * SIDE_GAP, height: height - 2 * SIDE_GAP };
  const file = card.media === undefined ? EMPTY_BLOCK : fileBlock(card.media, size.width, size.height, SIDE_GAP, SIDE_GAP);
  const isRight = card.alignment === 'RIGHT';
  const svg = moved(file, isRight ? width - SIDE_WIDTH + SIDE_GAP : SIDE_GAP, SIDE_GAP) + moved(words, isRight ? 0 : SIDE_WIDTH, 0);
  return { svg, width, height };
}

function wordsBlock({ header = '', title = '', description = '', footer = '', spans }: RenderedCard, theme: Theme, width: number): Block {
  const look = { width: width - 28, fills: true, linkColor: theme.accent };
  const color = title === '' ? '#111827' : '#5f6773';
  const words = stack(
    [
      textBlock(header, { ...look, size: 14, color: '#111827', bold: true }),
      textBlock(title, { ...look, size: 15, color: '#111827', bold: true }, spans?.title),
      textBlock(description, { ...look, size: 13.5, color }, spans?.description),
      textBlock(footer, { ...look, size: 12, color: '#5f6773' }),
    ],
    4,
  );
  return words.height === 0 ? words : padded(words, 14, 11);
}
