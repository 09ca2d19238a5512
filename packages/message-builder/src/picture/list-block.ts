import type { ListPart } from '../render/rendered-part.ts';
import { type Block, moved, padded, stack, textBlock } from './block.ts';
import { framed, INNER_WIDTH, MOST_WIDTH, TEXT_SIZE } from './bubble.ts';
import { cardBlock } from './card-block.ts';
import { rowsBlock } from './choice-blocks.ts';
import type { Theme } from './theme.ts';

/** The bubble with its button, and under it the menu that the button opens. */
export function listBlock(part: ListPart, theme: Theme): Block {
  const card = {
    choices: [],
    title: part.title,
    header: part.header ?? '',
    description: part.description ?? '',
    ...(part.media ? { media: part.media } : {}),
  };
  const button = rowsBlock([{ type: 'list', title: part.menu, placement: 'joined', vanishes: false, path: '' }], theme, MOST_WIDTH);
  const face = cardBlock(card, theme, MOST_WIDTH);
  const whole = cardBlock(card, theme, MOST_WIDTH, face.height + button.height);
  const closed: Block = { svg: whole.svg + moved(button, 0, face.height), width: MOST_WIDTH, height: whole.height };
  return stack([closed, openMenu(part, theme)], 10);
}

function openMenu({ sections, catalogId }: ListPart, theme: Theme): Block {
  const rows = sections.flatMap(({ title = '', items }) => [
    textBlock(title, { width: INNER_WIDTH, size: 12, color: theme.accent, bold: true }),
    ...items.map((item) =>
      stack(
        [
          textBlock(item.productId === undefined ? item.title : `Product ${item.productId}`, {
            width: INNER_WIDTH,
            size: TEXT_SIZE,
            color: theme.ink,
          }),
          textBlock(item.description ?? '', { width: INNER_WIDTH, size: 12.5, color: theme.pale }),
        ],
        1,
      ),
    ),
  ]);
  const source = textBlock(catalogId === undefined ? '' : `Catalogue ${catalogId}`, { width: INNER_WIDTH, size: 12, color: theme.pale });
  return framed(padded({ ...stack([source, ...rows], 9), width: INNER_WIDTH }, 14, 12), theme);
}
