import type { ContactPart, RenderedContactLine } from '../render/rendered-part.ts';
import { type Block, moved, stack } from './block.ts';
import { bubble, INNER_WIDTH, TEXT_SIZE } from './bubble.ts';
import { contactIcon } from './icon.ts';
import { moreBlock, mostOf } from './most.ts';
import { textBlock } from './text-block.ts';
import type { Theme } from './theme.ts';

const MOST_LINES = 20;

/** An entry for the address book, with a drawing of what each line is. */
export function contactBlock({ name, lines }: ContactPart, theme: Theme): Block {
  const initial = Array.from(name)[0] ?? '?';
  const letter = textBlock(initial, { width: 40, size: 18, color: '#ffffff', bold: true, anchor: 'middle' });
  const face = `<circle cx="20" cy="20" r="20" fill="${theme.accent}"/>${moved(letter, 0, 9)}`;
  const title = textBlock(name === '' ? '(no name)' : name, { width: INNER_WIDTH - 52, size: TEXT_SIZE, color: theme.ink, bold: true });
  const head: Block = {
    svg: face + moved(title, 52, Math.max(0, 20 - title.height / 2)),
    width: INNER_WIDTH,
    height: Math.max(40, title.height),
  };
  const { shown, left } = mostOf(lines, MOST_LINES);
  return bubble(stack([head, ...shown.map((line) => lineBlock(line, theme)), moreBlock(left, 'lines', theme, INNER_WIDTH)], 6), theme);
}

function lineBlock({ kind, text, label, target }: RenderedContactLine, theme: Theme): Block {
  const words = label === undefined ? text : `${text} · ${label}`;
  const color = target === undefined ? theme.pale : theme.accent;
  const block = textBlock(words, { width: INNER_WIDTH - 22, size: 12.5, color });
  const svg = moved({ svg: contactIcon(kind, 13, theme.pale), width: 13, height: 13 }, 0, 2) + moved(block, 22, 0);
  return { svg, width: INNER_WIDTH, height: block.height };
}
