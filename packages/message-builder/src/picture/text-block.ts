import type { TextSpan } from '../render/text-span.ts';
import { type Block, EMPTY_BLOCK, px } from './block.ts';
import { escapeXml } from './escape-xml.ts';
import { measureText, splitEmoji } from './measure-text.ts';
import { type Line, type Run, type Setting, wrapText } from './wrap-text.ts';

/** How a text is drawn. */
export interface TextLook extends Setting {
  color: string;
  linkColor?: string;
  anchor?: 'start' | 'middle';
  /** Does the block take all of its width, so that text from right to left starts at the right edge? */
  fills?: boolean;
  /** Height of a line in font sizes. */
  leading?: number;
}

const MONO_FONT = "font-family=\"Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace\"";

/** A text, wrapped. With `spans`, in their looks. */
export function textBlock(text: string, look: TextLook, spans: readonly TextSpan[] = [{ text }]): Block {
  if (text === '') return EMPTY_BLOCK;
  const { size, anchor = 'start', leading = 1.35, fills = false } = look;
  const lines = wrapText(spans, look);
  const widest = lines.reduce((most, line) => Math.max(most, line.width), 0);
  const width = anchor === 'middle' || fills ? look.width : Math.min(widest, look.width);
  const svg = lines.map((line, index) => lineSvg(line, look, startOf(line, look, width), index * size * leading + size)).join('');
  return {
    svg: svg === '' ? '' : `<g font-size="${px(size)}" fill="${look.color}">${svg}</g>`,
    width,
    height: ((lines.length - 1) * leading + 1.25) * size,
  };
}

function startOf({ width, fromRight }: Line, { anchor }: TextLook, whole: number): number {
  if (anchor === 'middle') return (whole - width) / 2;
  return fromRight ? whole - width : 0;
}

/**
 * A line starts at the given place and is as wide as it was measured, whatever the fonts are: `textLength` makes wider letters narrower.
 * Without it a text would leave its bubble where no font with the measures of Arial is installed.
 */
function lineSvg(line: Line, look: TextLook, x: number, y: number): string {
  if (line.mixed) return mixedSvg(line, look, x, y);
  let at = x;
  let svg = '';
  for (const run of line.runs) {
    for (const { text, emoji } of splitEmoji(run.text)) {
      const width = measureText(text, look.size, run);
      // Emoji keep their form: only the space between them is changed.
      const adjust = emoji ? '' : ' lengthAdjust="spacingAndGlyphs"';
      if (text.trim() !== '') {
        svg += `<text x="${px(at)}" y="${px(y)}" textLength="${px(width)}"${adjust}${runAttributes(run, look)}>${escapeXml(text)}</text>`;
      }
      at += width;
    }
  }
  return svg;
}

/** Words from right to left and others in one line are ordered by the viewer, which has to have them as one text. */
function mixedSvg({ runs, width, fromRight }: Line, look: TextLook, x: number, y: number): string {
  const spans = runs.map((run) => spanSvg(run, look)).join('');
  const start = fromRight ? `x="${px(x + width)}" y="${px(y)}" direction="rtl"` : `x="${px(x)}" y="${px(y)}"`;
  return spans === '' ? '' : `<text ${start} textLength="${px(width)}" lengthAdjust="spacingAndGlyphs">${spans}</text>`;
}

function spanSvg(run: Run, look: TextLook): string {
  const attributes = runAttributes(run, look);
  return attributes === '' ? escapeXml(run.text) : `<tspan${attributes}>${escapeXml(run.text)}</tspan>`;
}

function runAttributes({ bold, italic, mono, strike, link }: Run, { linkColor }: TextLook): string {
  return [
    bold ? ' font-weight="bold"' : '',
    italic ? ' font-style="italic"' : '',
    mono ? ` ${MONO_FONT}` : '',
    strike ? ' text-decoration="line-through"' : '',
    link && linkColor !== undefined ? ` fill="${linkColor}"` : '',
  ].join('');
}
