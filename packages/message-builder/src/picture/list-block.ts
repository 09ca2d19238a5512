import type { ListPart, RenderedListItem } from '../render/rendered-part.ts';
import { type Block, moved, padded, rectangle, stack } from './block.ts';
import { INNER_WIDTH, MOST_WIDTH, TEXT_SIZE } from './bubble.ts';
import { cardBlock } from './card-block.ts';
import { moreBlock, mostOf } from './most.ts';
import { textBlock } from './text-block.ts';
import type { Theme } from './theme.ts';

/** More rows than any channel shows at once. */
const MOST_ROWS = 40;
const CIRCLE = 26;

/** The bubble with its button, and under it the sheet that the button opens. */
export function listBlock(part: ListPart, theme: Theme): Block {
  const { title, header, description, media, menu, spans } = part;
  const choices = [{ type: 'list', title: menu, placement: 'joined', vanishes: false, path: '' } as const];
  const card = {
    choices: [...choices],
    title,
    ...(header === undefined ? {} : { header }),
    ...(description === undefined ? {} : { description }),
    ...(media === undefined ? {} : { media }),
    ...(spans === undefined ? {} : { spans }),
  };
  return stack([cardBlock(card, theme, MOST_WIDTH), sheetBlock(part, theme)], 10);
}

function sheetBlock({ menu, sections, catalogId }: ListPart, theme: Theme): Block {
  const { shown, left } = mostOf(
    sections.flatMap(({ title, items }) => [...(title === undefined ? [] : [title]), ...items]),
    MOST_ROWS,
  );
  const handle = `<path d="M${INNER_WIDTH / 2 - 16} 0 H${INNER_WIDTH / 2 + 16}" stroke="#000000" stroke-opacity="0.25" stroke-width="3" stroke-linecap="round"/>`;
  const rows = [
    { svg: handle, width: INNER_WIDTH, height: 3 },
    textBlock(menu, { width: INNER_WIDTH, size: 14, color: '#111827', bold: true, anchor: 'middle' }),
    textBlock(catalogId === undefined ? '' : `Catalogue ${catalogId}`, { width: INNER_WIDTH, size: 12, color: '#5f6773' }),
    ...shown.map((row) => (typeof row === 'string' ? headingBlock(row, theme) : rowBlock(row))),
    moreBlock(left, 'rows', { ...theme, pale: '#5f6773' }, INNER_WIDTH),
  ];
  const content = padded({ ...stack(rows, 9), width: INNER_WIDTH }, 14, 10);
  return {
    ...content,
    svg: rectangle(content.width, content.height, 16, 'fill="#ffffff" stroke="#000000" stroke-opacity="0.12"') + content.svg,
  };
}

function headingBlock(title: string, theme: Theme): Block {
  return textBlock(title, { width: INNER_WIDTH, size: 12, color: theme.accent, bold: true, fills: true });
}

/** A row with the circle by which it is picked, or its picture. */
function rowBlock({ title, description = '', productId, media }: RenderedListItem): Block {
  const width = INNER_WIDTH - CIRCLE;
  const picture = media === undefined ? 0 : 34;
  const words = stack(
    [
      textBlock(productId === undefined ? title : `Product ${productId}`, {
        width: width - picture,
        size: TEXT_SIZE,
        color: '#111827',
        fills: true,
      }),
      textBlock(description, { width: width - picture, size: 12.5, color: '#5f6773', fills: true }),
    ],
    1,
  );
  const thumb = picture === 0 ? '' : moved({ svg: rectangle(28, 28, 4, 'fill="#c3d3e4"'), width: 28, height: 28 }, 0, 2);
  const circle = `<circle cx="${INNER_WIDTH - 9}" cy="11" r="7.5" fill="none" stroke="#9aa1ab" stroke-width="1.5"/>`;
  return { svg: thumb + moved(words, picture, 0) + circle, width: INNER_WIDTH, height: Math.max(words.height, picture) };
}
