import type { RenderedCard } from '../render/rendered-part.ts';
import { type Block, moved } from './block.ts';
import { cardBlock } from './card-block.ts';
import { moreBlock, mostOf } from './most.ts';
import type { Theme } from './theme.ts';

const CARD_GAP = 10;
const CARD_WIDTH = 210;

/** More cards than the API takes. */
const MOST_CARDS = 12;

/** Cards beside each other, as high as the highest. */
export function cardRow(cards: readonly RenderedCard[], theme: Theme): Block {
  const { shown, left } = mostOf(cards, MOST_CARDS);
  const height = shown.reduce((most, card) => Math.max(most, cardBlock(card, theme, CARD_WIDTH).height), 0);
  const blocks = shown.map((card) => cardBlock(card, theme, CARD_WIDTH, height));
  const more = moreBlock(left, 'cards', theme, CARD_WIDTH);
  const all = more.height === 0 ? blocks : [...blocks, more];
  const svg = all.map((block, index) => moved(block, index * (CARD_WIDTH + CARD_GAP), 0)).join('');
  return { svg, width: Math.max(0, all.length * (CARD_WIDTH + CARD_GAP) - CARD_GAP), height };
}
