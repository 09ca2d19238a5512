import type { LocationPart, RenderedMedia } from '../render/rendered-part.ts';
import { type Block, moved, px, textBlock } from './block.ts';
import { mediaIcon } from './icon.ts';
import { measureText } from './measure-text.ts';
import type { Theme } from './theme.ts';

/** Room for a file, with its name: the file itself is never fetched. `top` and `bottom` are the radii of its corners. */
export function mediaBlock({ media, fileName }: RenderedMedia, width: number, height: number, top: number, bottom: number): Block {
  const isSeen = media === 'image' || media === 'video' || media === 'sticker';
  const sky = isSeen ? '#dbe4f0' : '#eef0f3';
  const name = textBlock(shorten(fileName === '' ? media : fileName, width - 28), {
    width: width - 20,
    size: 11,
    color: '#5b6472',
    anchor: 'middle',
  });
  const icon: Block = { svg: mediaIcon(media, 30, '#7a8699'), width: 30, height: 30 };
  const scene = media === 'image' ? hills(width, height, bottom) : '';
  const svg =
    shape(width, height, top, bottom, sky) + scene + moved(icon, (width - 30) / 2, height / 2 - 30) + moved(name, 10, height / 2 + 10);
  return { svg, width, height };
}

/** A map that is no map of anywhere, with the pin and the degrees of the place. */
export function mapBlock({ latitude, longitude }: LocationPart, width: number, height: number, theme: Theme): Block {
  const roads = `<path d="M0 ${px(height * 0.7)} L${px(width)} ${px(height * 0.35)} M${px(width * 0.3)} 0 L${px(width * 0.55)} ${px(height)} M${px(width * 0.75)} 0 L${px(width * 0.82)} ${px(height)}" stroke="#ffffff" stroke-width="7" fill="none"/>`;
  const pin = `<path transform="translate(${px(width / 2)} ${px(height / 2 + 12)})" d="M0 0 C-9 -12 -11 -16 -11 -21 A11 11 0 0 1 11 -21 C11 -16 9 -12 0 0 Z" fill="#d93a2f"/><circle cx="${px(width / 2)}" cy="${px(height / 2 - 9)}" r="4" fill="#ffffff"/>`;
  const degrees = latitude === undefined || longitude === undefined ? 'no coordinates' : `${latitude}, ${longitude}`;
  const label = textBlock(degrees, { width: width - 20, size: 11, color: theme.ink, anchor: 'middle' });
  return { svg: shape(width, height, 14, 0, '#d3e3cf') + roads + pin + moved(label, 10, height - 20), width, height };
}

/** A rectangle whose upper and lower corners differ. */
function shape(width: number, height: number, top: number, bottom: number, fill: string): string {
  const w = px(width);
  const right = px(width - top);
  const rightLow = px(width - bottom);
  return `<path d="M${top} 0 H${right} Q${w} 0 ${w} ${top} V${px(height - bottom)} Q${w} ${px(height)} ${rightLow} ${px(height)} H${bottom} Q0 ${px(height)} 0 ${px(height - bottom)} V${top} Q0 0 ${top} 0 Z" fill="${fill}"/>`;
}

function hills(width: number, height: number, bottom: number): string {
  const low = px(height);
  const far = `M0 ${px(height * 0.82)} L${px(width * 0.28)} ${px(height * 0.55)} L${px(width * 0.55)} ${px(height * 0.8)} L${px(width * 0.76)} ${px(height * 0.6)} L${px(width)} ${px(height * 0.84)}`;
  return `<path d="${far} V${px(height - bottom)} Q${px(width)} ${low} ${px(width - bottom)} ${low} H${bottom} Q0 ${low} 0 ${px(height - bottom)} Z" fill="#c3d3e4"/>`;
}

function shorten(name: string, width: number): string {
  if (measureText(name, 11) <= width) return name;
  const letters = Array.from(name.slice(0, 80));
  while (letters.length > 1 && measureText(`${letters.join('')}…`, 11) > width) letters.pop();
  return `${letters.join('')}…`;
}
