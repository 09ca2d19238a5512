import { change, type Draft } from './draft.ts';
import { takesFile } from './native-conditions.ts';
import { toNativeChoices } from './put-choice.ts';
import { spansOf } from './put-text.ts';
import type { RenderedCard } from './rendered-part.ts';
import { noteLimit, noteMany } from './text-limits.ts';

/** A card as the channel shows it: what it lacks is taken off and noted, and what is too long is said. */
export function fitCard(draft: Draft, card: RenderedCard, path: string): RenderedCard {
  toNativeChoices(draft, card.choices);
  noteMany(draft, 'cardChoices', card.choices.length, `${path}.choices`);
  if (card.media && draft.channel === 'INSTAGRAM' && takesFile(draft.channel, card.media) === false) {
    change(
      draft,
      'lost',
      `${path}.media_message`,
      'Cards on Instagram have images only; what becomes of another file is not known.',
      'guess',
    );
    delete card.media;
  }
  if (card.height !== undefined && draft.channel !== 'RCS') {
    change(draft, 'note', `${path}.height`, `Whether ${draft.channel} can choose the height is not known.`, 'unknown');
    delete card.height;
  }
  if (draft.traits.wordsFirst && card.media) card.first = 'words';
  if (isEmpty(card)) change(draft, 'lost', path, 'The card is empty: there is nothing to show.', 'inferred');
  fitWords(draft, card, 'title', 'cardTitle', path);
  fitWords(draft, card, 'description', 'cardDescription', path);
  return card;
}

function fitWords(
  draft: Draft,
  card: RenderedCard,
  key: 'title' | 'description',
  field: 'cardTitle' | 'cardDescription',
  path: string,
): void {
  const words = card[key];
  if (words === undefined) return;
  noteLimit(draft, field, words, `${path}.${key}`);
  const spans = spansOf(draft, words);
  if (spans) card.spans = { ...card.spans, [key]: spans };
}

function isEmpty({ title, description, header, media, choices }: RenderedCard): boolean {
  return title === undefined && description === undefined && header === undefined && media === undefined && choices.length === 0;
}
