/** A piece of a picture, drawn from its own top left corner. */
export interface Block {
  svg: string;
  width: number;
  height: number;
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
