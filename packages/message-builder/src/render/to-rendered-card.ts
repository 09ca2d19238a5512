import { toChoices } from './choices.ts';
import type { Draft } from './draft.ts';
import { toRenderedMedia } from './media-kind.ts';
import { isRecord, type Json, textOf } from './read.ts';
import type { RenderedCard } from './rendered-part.ts';

/** What a card holds, whichever channel it goes to. */
export function toRenderedCard(draft: Draft, content: Json, path: string): RenderedCard {
  const card: RenderedCard = { choices: toChoices(content.choices, `${path}.choices`, draft.traits.cardChoices) };
  const title = textOf(content.title);
  const description = textOf(content.description);
  const { height } = content;
  if (title !== '') card.title = title;
  if (description !== '') card.description = description;
  if (isRecord(content.media_message)) card.media = toRenderedMedia(draft, content.media_message);
  if (height === 'SHORT' || height === 'MEDIUM' || height === 'TALL') card.height = height;
  return card;
}
