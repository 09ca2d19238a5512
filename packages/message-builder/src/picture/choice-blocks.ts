import type { RenderedChoice } from '../render/rendered-part.ts';
import { type Block, EMPTY_BLOCK, moved, px, rectangle, stack } from './block.ts';
import { choiceIcon } from './icon.ts';
import { measureText } from './measure-text.ts';
import { moreBlock, mostOf } from './most.ts';
import { textBlock } from './text-block.ts';
import type { Theme } from './theme.ts';

const SIZE = 13.5;
const ICON = 13;
const CHIP_HEIGHT = 32;
const GAP = 8;

/** More choices than any channel shows at once. */
const MOST_CHOICES = 30;

/** Suggestions above the field to write in. */
export function chipsBlock(choices: readonly RenderedChoice[], theme: Theme, width: number): Block {
  const { shown, left } = mostOf(choices, MOST_CHOICES);
  let svg = '';
  let x = 0;
  let y = 0;
  let bottom = 0;
  for (const choice of shown) {
    const chip = chipBlock(choice, theme, width);
    if (x > 0 && x + chip.width > width) {
      x = 0;
      y = bottom + GAP;
    }
    svg += moved(chip, x, y);
    x += chip.width + GAP;
    bottom = Math.max(bottom, y + chip.height);
  }
  const chips = svg === '' ? EMPTY_BLOCK : { svg, width, height: bottom };
  return stack([chips, moreBlock(left, 'choices', theme, width)], GAP);
}

/** Choices at the foot of a bubble or card: lines across it. */
export function rowsBlock(choices: readonly RenderedChoice[], theme: Theme, width: number): Block {
  const { shown, left } = mostOf(choices, MOST_CHOICES);
  return stack([...shown.map((choice) => rowBlock(choice, theme, width)), moreBlock(left, 'choices', theme, width)], 0);
}

/** Keys under a bubble. */
export function keysBlock(choices: readonly RenderedChoice[], theme: Theme, width: number): Block {
  const { shown, left } = mostOf(choices, MOST_CHOICES);
  return stack([...shown.map((choice) => keyBlock(choice, theme, width)), moreBlock(left, 'choices', theme, width)], 4);
}

function rowBlock(choice: RenderedChoice, theme: Theme, width: number): Block {
  const caption = captionBlock(choice, theme.accent, width - 24);
  const height = caption.height + 18;
  const line = `<path d="M0 0 H${px(width)}" stroke="#000000" stroke-opacity="0.12"/>`;
  return { svg: line + moved(caption, (width - caption.width) / 2, 9), width, height };
}

function keyBlock(choice: RenderedChoice, theme: Theme, width: number): Block {
  const caption = captionBlock(choice, theme.onKey, width - 24);
  const height = caption.height + 18;
  const face = rectangle(width, height, 9, `fill="${theme.key}"`);
  return { svg: face + moved(caption, (width - caption.width) / 2, 9), width, height };
}

function chipBlock(choice: RenderedChoice, theme: Theme, most: number): Block {
  const caption = captionBlock(choice, theme.accent, most - 26);
  const height = Math.max(CHIP_HEIGHT, caption.height + 14);
  const width = caption.width + 26;
  const face = rectangle(width, height, CHIP_HEIGHT / 2, `fill="#ffffff" stroke="${theme.accent}" stroke-opacity="0.55"`);
  return { svg: face + moved(caption, 13, (height - caption.height) / 2), width, height };
}

/** The caption with the drawing of what it does before it. */
function captionBlock({ type, title }: RenderedChoice, color: string, most: number): Block {
  const caption = textBlock(title === '' ? ' ' : title, { width: most - ICON - 6, size: SIZE, color, bold: true });
  const text = Math.max(caption.width, measureText(' ', SIZE));
  const svg = moved({ svg: choiceIcon(type, ICON, color), width: ICON, height: ICON }, 0, 2) + moved(caption, ICON + 6, 0);
  return { svg, width: ICON + 6 + text, height: caption.height };
}
