import { formatAmount } from '../render/order-lines.ts';
import type { RenderedOrder, RenderedOrderLine } from '../render/rendered-part.ts';
import { type Block, moved, px, stack } from './block.ts';
import { measureText } from './measure-text.ts';
import { moreBlock, mostOf } from './most.ts';
import { textBlock } from './text-block.ts';
import type { Theme } from './theme.ts';

const SIZE = 12.5;

/** More lines than a phone shows of an order before it is opened. */
const MOST_LINES = 30;

/** An order: its lines with their prices, what is added and taken off, and the total. */
export function orderBlock(order: RenderedOrder, theme: Theme, width: number): Block {
  const { reference, status, catalogId, currency, items, sums, total } = order;
  const { shown, left } = mostOf(items, MOST_LINES);
  const facts = [
    reference === undefined ? '' : `Order ${reference}`,
    status === undefined ? '' : `Status: ${status}`,
    catalogId === undefined ? '' : `Catalogue ${catalogId}`,
  ];
  const line = `<path d="M0 0 H${px(width)}" stroke="${theme.ink}" stroke-opacity="0.18"/>`;
  return stack(
    [
      ...facts.map((fact) => textBlock(fact, { width, size: 12, color: theme.pale })),
      ...shown.map((item) => pairBlock(item, currency, theme, width)),
      moreBlock(left, 'products', theme, width),
      ...(sums.length === 0 && total === undefined ? [] : [{ svg: line, width, height: 1 }]),
      ...sums.map((sum) => pairBlock(sum, currency, { ...theme, ink: theme.pale }, width)),
      ...(total === undefined ? [] : [pairBlock({ name: 'Total', amount: total }, currency, theme, width, true)]),
    ],
    5,
  );
}

/** What at the left, how much at the right. */
function pairBlock(
  { name, quantity, amount, regularAmount }: RenderedOrderLine,
  currency: string | undefined,
  theme: Theme,
  width: number,
  bold = false,
): Block {
  const price = amount === undefined ? '' : formatAmount(amount, currency);
  const priceWidth = measureText(price, SIZE, { bold });
  const look = { size: SIZE, color: theme.ink, bold };
  const what = quantity === undefined ? name : `${quantity} × ${name}`;
  const left = textBlock(what, { ...look, width: Math.max(60, width - priceWidth - 10) });
  const regular = textBlock(regularAmount === undefined ? '' : `instead of ${formatAmount(regularAmount, currency)}`, {
    width,
    size: 11,
    color: theme.pale,
  });
  const right = textBlock(price, { ...look, width });
  const svg = moved(left, 0, 0) + moved(right, width - right.width, 0) + moved(regular, 0, left.height);
  return { svg, width, height: Math.max(left.height, right.height) + regular.height };
}
