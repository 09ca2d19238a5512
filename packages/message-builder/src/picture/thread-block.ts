import type { RenderedMessage, RenderedQuote } from '../render/rendered-message.ts';
import type { RenderedChoice, RenderedPart } from '../render/rendered-part.ts';
import { type Block, moved, padded, rectangle, stack } from './block.ts';
import { INNER_WIDTH, MOST_WIDTH } from './bubble.ts';
import { chipsBlock, keysBlock } from './choice-blocks.ts';
import { partBlock } from './part-block.ts';
import { textBlock } from './text-block.ts';
import { bubblesOf, type Theme } from './theme.ts';

/** What stands on the screen: the bubbles, and the suggestions docked above the field to write in. */
export interface Thread {
  bubbles: Block;
  dock: Block;
}

const NO_CHOICES: readonly RenderedChoice[] = [];

/** The bubbles of a message: the contact's own stand at the right. */
export function threadBlock({ parts, direction, quote }: RenderedMessage, theme: Theme, width: number): Thread {
  const look = bubblesOf(theme, direction);
  const docked: RenderedChoice[] = [];
  const blocks: Block[] = quote === undefined ? [] : [quoteBlock(quote, theme)];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] as RenderedPart;
    const next = parts[index + 1];
    const choices = part.kind === 'choices' ? part.choices : next?.kind === 'choices' ? next.choices : NO_CHOICES;
    if (part.kind !== 'choices' && choices.length > 0) index += 1;
    docked.push(...choices.filter(({ placement }) => placement === 'docked'));
    blocks.push(partBlock(part, look, placed(choices, 'joined')), keysBlock(placed(choices, 'inline'), theme, MOST_WIDTH));
  }
  if (parts.length === 0) blocks.push(textBlock('Nothing to show.', { width: MOST_WIDTH, size: 13, color: theme.pale, italic: true }));
  const bubbles = stack(direction === 'TO_APP' ? blocks.map((block) => atRight(block, width)) : blocks, 6);
  return { bubbles, dock: chipsBlock(docked, theme, width) };
}

function placed(choices: readonly RenderedChoice[], placement: RenderedChoice['placement']): readonly RenderedChoice[] {
  return choices.length === 0 ? choices : choices.filter((choice) => choice.placement === placement);
}

function atRight(block: Block, width: number): Block {
  return block.width >= width ? block : { svg: moved(block, width - block.width, 0), width, height: block.height };
}

/** The start of the message that is answered, with a bar at its side. */
function quoteBlock({ text, messageId, direction }: RenderedQuote, theme: Theme): Block {
  const who = direction === 'TO_APP' ? 'The contact' : direction === 'TO_CONTACT' ? 'The app' : 'An earlier message';
  const words = stack(
    [
      textBlock(who, { width: INNER_WIDTH - 10, size: 11.5, color: theme.accent, bold: true }),
      textBlock((text ?? messageId).slice(0, 120), { width: INNER_WIDTH - 10, size: 12.5, color: '#4b5563' }),
    ],
    1,
  );
  const content = padded(words, 12, 7);
  const bar = `<rect width="4" height="${content.height}" fill="${theme.accent}"/>`;
  return { ...content, svg: rectangle(content.width, content.height, 4, 'fill="#ffffff" fill-opacity="0.75"') + bar + content.svg };
}
