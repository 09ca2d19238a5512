import type { RenderedChoice, RenderedPart } from '@convapi/message-builder';
import type { ThreadEntry } from '../thread-entry.ts';

/** The suggestions above the field to write in, and the message that brought them. */
export interface Docked {
  entryId: string;
  choices: RenderedChoice[];
}

/** Those of the newest message that has some; those that vanish only while nothing newer has come. */
export function dockedChoices(entries: readonly ThreadEntry[]): Docked | undefined {
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index] as ThreadEntry;
    if (entry.rendered.direction === 'TO_APP' || entry.status === 'failed') continue;
    const choices = entry.rendered.parts.flatMap(choicesOf).filter(({ placement }) => placement === 'docked');
    if (choices.length === 0) continue;
    const left = index === entries.length - 1 ? choices : choices.filter(({ vanishes }) => !vanishes);
    return left.length === 0 ? undefined : { entryId: entry.id, choices: left };
  }
  return undefined;
}

function choicesOf(part: RenderedPart): RenderedChoice[] {
  if (part.kind === 'choices' || part.kind === 'card') return part.choices;
  return part.kind === 'carousel' ? part.cards.flatMap(({ choices }) => choices) : [];
}
