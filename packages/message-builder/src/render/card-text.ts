import { choiceLines } from './choices.ts';
import type { RenderedCard } from './rendered-part.ts';
import type { TextStyle } from './text-style.ts';

/** The title and the description of a card as text, with its number in a carousel. */
export function cardHead({ title = '', description = '' }: RenderedCard, style: TextStyle, number = 0): string {
  const prefix = number > 0 ? `${number}. ` : '';
  if (title === '') return prefix + mark(description, style.italic);
  return join(mark(prefix + title, style.bold), '\n', mark(description, style.italic));
}

/** All of a card as text; `withUrl` false where its file is shown as a file. */
export function cardText(card: RenderedCard, style: TextStyle, withUrl: boolean, number = 0): string {
  const head = cardHead(card, style, number);
  const url = withUrl ? (card.media?.url ?? '') : '';
  // A number without words keeps its place in the line of what follows.
  const body = head.endsWith('. ') ? (head + url).trimEnd() : join(head, style.beforeUrl, url);
  return join(body, style.beforeCardChoices, choiceLines(card.choices));
}

/** Two texts with a gap between them; none beside an empty text. */
export function join(first: string, gap: string, second: string): string {
  return first === '' || second === '' ? first + second : first + gap + second;
}

function mark(text: string, sign: string): string {
  return text === '' ? '' : sign + text + sign;
}
