import type { RenderedChoice, TypedChoice } from './rendered-part.ts';

/** A text in the making, which remembers where its choices stand. */
export interface Words {
  text: string;
  readonly choices: TypedChoice[];
}

export function toWords(text: string): Words {
  return { text, choices: [] };
}

/** Adds a text behind a gap; none beside an empty text. */
export function addText(words: Words, gap: string, text: string): void {
  words.text += words.text === '' || text === '' ? text : gap + text;
}

/** Adds a line for each choice. */
export function addChoices(words: Words, gap: string, choices: readonly RenderedChoice[]): void {
  let before = gap;
  for (const choice of choices) {
    addChoice(words, before, choice, choiceLine(choice));
    before = '\n';
  }
}

/** Adds the line that stands for one choice. */
export function addChoice(words: Words, gap: string, choice: RenderedChoice, line: string): void {
  addText(words, gap, line);
  const end = words.text.length;
  words.choices.push({ ...choice, placement: 'typed', vanishes: false, start: end - line.length, end });
}

/** Adds other words with their choices. */
export function addWords(words: Words, gap: string, more: Words): void {
  addText(words, gap, more.text);
  const shift = words.text.length - more.text.length;
  for (const choice of more.choices) words.choices.push({ ...choice, start: choice.start + shift, end: choice.end + shift });
}

/** The choices that are left once the text is cut. */
export function choicesWithin(choices: readonly TypedChoice[], length: number): TypedChoice[] {
  return choices.filter(({ start }) => start < length).map((choice) => ({ ...choice, end: Math.min(choice.end, length) }));
}

/** The line that stands for a choice in text. */
function choiceLine({ type, title, target }: RenderedChoice): string {
  if (type === 'text') return `> ${title.toUpperCase()}`;
  return target === undefined ? `> ${title}` : `> ${title}: ${target}`;
}
