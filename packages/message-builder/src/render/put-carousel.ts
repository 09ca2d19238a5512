import { cardText } from './card-text.ts';
import { noteChoicesAsText, toChoices } from './choices.ts';
import { change, type Draft, markRewritten } from './draft.ts';
import { fitCard } from './fit-card.ts';
import { putCard } from './put-card.ts';
import { putChoices } from './put-choice.ts';
import { putWords } from './put-text.ts';
import { type Json, listOf, recordOf } from './read.ts';
import type { ChoicePlacement, RenderedCard } from './rendered-part.ts';
import { toRenderedCard } from './to-rendered-card.ts';
import { addChoices, addWords, toWords } from './words.ts';

/** A row of cards. */
export function putCarousel(draft: Draft, content: Json, path: string): void {
  const cards = listOf(content.cards);
  if (draft.traits.carousel === 'native') putRow(draft, cards, content, path);
  else putRowText(draft, cards, content, path);
}

function putRow(draft: Draft, cards: readonly unknown[], content: Json, path: string): void {
  const choices = toChoices(content.choices, `${path}.choices`, outerPlacement(draft));
  draft.native = true;
  if (draft.channel === 'RCS' && cards.length === 1) {
    change(draft, 'changed', `${path}.cards`, 'A row of one card is sent as a card.', 'stated');
    putCard(draft, recordOf(cards[0]), `${path}.cards[0]`);
  } else {
    draft.parts.push({
      kind: 'carousel',
      cards: toCards(draft, cards, path).map((card, index) => fitCard(draft, card, `${path}.cards[${index}]`)),
    });
  }
  if (draft.channel === 'INSTAGRAM' && choices.length > 0) {
    change(draft, 'lost', `${path}.choices`, 'Instagram has no choices beside a row of cards.', 'stated');
  } else {
    putChoices(draft, choices, `${path}.choices`);
  }
}

function putRowText(draft: Draft, cards: readonly unknown[], content: Json, path: string): void {
  const { style } = draft.traits;
  const row = toCards(draft, cards, path);
  const choices = toChoices(content.choices, `${path}.choices`, 'typed');
  markRewritten(draft, draft.traits.carousel, path);
  noteRowAsText(draft, row, path);
  if (choices.length > 0) {
    change(draft, 'changed', `${path}.choices`, 'Where they stand in the text is not known; taken is after the last card.', 'guess');
    noteChoicesAsText(draft, choices, `${path}.choices`);
  }
  const words = toWords('');
  row.forEach((card, index) => {
    addWords(words, style.betweenCards, cardText(card, style, true, style.numbered ? index + 1 : 0));
  });
  addChoices(words, style.betweenCards, choices);
  putWords(draft, words, true, path);
}

/** A row of cards has no last line that rows of its own could join. */
function outerPlacement({ traits }: Draft): ChoicePlacement {
  return traits.choices === 'joined' ? 'docked' : traits.choices;
}

function toCards(draft: Draft, cards: readonly unknown[], path: string): RenderedCard[] {
  return cards.map((card, index) => toRenderedCard(draft, recordOf(card), `${path}.cards[${index}]`));
}

function noteRowAsText(draft: Draft, row: readonly RenderedCard[], path: string): void {
  const { look, style } = draft.traits;
  change(draft, 'changed', path, style.numbered ? 'The cards became text, with numbers.' : 'The cards became text.', look);
  if (row.some(({ media }) => media)) change(draft, 'changed', `${path}.cards`, 'Their files became links.', look);
  if (row.some(({ height }) => height)) change(draft, 'lost', `${path}.cards`, 'Text has no height to choose.', 'inferred');
  row.forEach(({ choices }, index) => {
    noteChoicesAsText(draft, choices, `${path}.cards[${index}].choices`);
  });
}
