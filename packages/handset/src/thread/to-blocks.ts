import type { ChoicesPart, RenderedChoice, RenderedPart } from '@convapi/message-builder';

/** A bubble or a row of cards, with the choices that hang on it. */
export interface Block {
  part: Exclude<RenderedPart, ChoicesPart> | undefined;
  /** Rows of the bubble. */
  joined: RenderedChoice[];
  /** Keys under it. */
  inline: RenderedChoice[];
}

/** The blocks of a message from top to bottom. Docked choices are not among them: they stand above the field to write in. */
export function toBlocks(parts: readonly RenderedPart[]): Block[] {
  const blocks: Block[] = [];
  for (const part of parts) {
    if (part.kind !== 'choices') {
      blocks.push({ part, joined: [], inline: [] });
      continue;
    }
    const joined = part.choices.filter(({ placement }) => placement === 'joined');
    const inline = part.choices.filter(({ placement }) => placement === 'inline');
    if (joined.length + inline.length === 0) continue;
    const last = blocks.at(-1) ?? { part: undefined, joined: [], inline: [] };
    if (blocks.length === 0) blocks.push(last);
    last.joined.push(...joined);
    last.inline.push(...inline);
  }
  for (const block of blocks) {
    if (block.part?.kind === 'card') block.inline.push(...block.part.choices.filter(({ placement }) => placement === 'inline'));
  }
  return blocks;
}
