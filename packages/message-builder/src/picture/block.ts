import { escapeXml } from './escape-xml.ts';
import { lineWidth, type Run, type Setting, wrapText } from './wrap-text.ts';

/** A piece of a picture, drawn from its own top left corner. */
export interface Block {
  svg: string;
  width: number;
  height: number;
}

/** How a text is drawn. */
export interface TextLook extends Setting {
  color: string;
  linkColor?: string;
  anchor?: 'start' | 'middle';
  /** Height of a line in font sizes. */
  leading?: number;
}

export const EMPTY_BLOCK: Block = { svg: '', width: 0, height: 0 };

/** A number of an attribute: pictures must not differ by the last digit of a sum. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function moved(block: Block, x: number, y: number): string {
  return block.svg === '' ? '' : `<g transform="translate(${px(x)} ${px(y)})">${block.svg}</g>`;
}

/** Blocks below each other; empty ones take no gap. */
export function stack(blocks: readonly Block[], gap: number): Block {
  let svg = '';
  let width = 0;
  let height = 0;
  for (const block of blocks) {
    if (block.height === 0) continue;
    if (height > 0) height += gap;
    svg += moved(block, 0, height);
    height += block.height;
    width = Math.max(width, block.width);
  }
  return { svg, width, height };
}

/** A block with room around it. */
export function padded(block: Block, x: number, y: number): Block {
  return { svg: moved(block, x, y), width: block.width + 2 * x, height: block.height + 2 * y };
}

export function rectangle(width: number, height: number, radius: number, attributes: string): string {
  return `<rect width="${px(width)}" height="${px(height)}" rx="${px(radius)}" ${attributes}/>`;
}

/** A text, wrapped. */
export function textBlock(text: string, look: TextLook): Block {
  if (text === '') return EMPTY_BLOCK;
  const { size, anchor = 'start', leading = 1.35 } = look;
  const lines = wrapText(text, look);
  const width = anchor === 'middle' ? look.width : Math.max(...lines.map((line) => lineWidth(line, size)));
  const svg = lines
    .map((line, index) => lineSvg(line, look, anchor === 'middle' ? look.width / 2 : 0, index * size * leading + size))
    .join('');
  return { svg, width: Math.min(width, look.width), height: ((lines.length - 1) * leading + 1.25) * size };
}

function lineSvg(line: readonly Run[], look: TextLook, x: number, y: number): string {
  const content = line.map((run) => runSvg(run, look)).join('');
  if (content === '') return '';
  const anchor = look.anchor === 'middle' ? ' text-anchor="middle"' : '';
  return `<text x="${px(x)}" y="${px(y)}" font-size="${px(look.size)}" fill="${look.color}"${anchor}>${content}</text>`;
}

function runSvg(run: Run, { linkColor }: TextLook): string {
  const attributes = [
    run.bold ? ' font-weight="bold"' : '',
    run.italic ? ' font-style="italic"' : '',
    run.link && linkColor !== undefined ? ` fill="${linkColor}"` : '',
  ].join('');
  return attributes === '' ? escapeXml(run.text) : `<tspan${attributes}>${escapeXml(run.text)}</tspan>`;
}
