import type { RenderedCard } from './rendered-part.ts';
import type { TextStyle } from './text-style.ts';
import { addChoices, toWords, type Words } from './words.ts';

/** All of a card as text; `withUrl` false where its file is shown as a file. */
export function cardText(card: RenderedCard, style: TextStyle, withUrl: boolean, number = 0): Words {
  const head = cardHead(card, style, number);
  const url = withUrl ? (card.media?.url ?? '') : '';
  // A number without words keeps its place in the line of what follows.
  const words = toWords(head.endsWith('. ') ? (head + url).trimEnd() : join(head, style.beforeUrl, url));
  addChoices(words, style.beforeCardChoices, card.choices);
  return words;
}

/** Two texts with a gap between them; none beside an empty text. */
export function join(first: string, gap: string, second: string): string {
  return first === '' || second === '' ? first + second : first + gap + second;
}

/** The title and the description of a card as text, with its number in a carousel. */
function cardHead({ title = '', description = '' }: RenderedCard, style: TextStyle, number: number): string {
  const prefix = number > 0 ? `${number}. ` : '';
  if (title === '') return prefix + mark(description, style.italic);
  return join(mark(prefix + title, style.bold), '\n', mark(description, style.italic));
}

function mark(text: string, sign: string): string {
  return text === '' ? '' : sign + text + sign;
}
