import type { LocationPart, RenderedMedia } from '../render/rendered-part.ts';
import { type Block, moved, px, stack } from './block.ts';
import { mediaIcon } from './icon.ts';
import { measureText } from './measure-text.ts';
import { textBlock } from './text-block.ts';
import type { Theme } from './theme.ts';

const ROW_HEIGHT = 58;

/** A file as a phone shows its kind: a picture, a player or a row. Files are never fetched. `top` and `bottom` are radii of corners. */
export function fileBlock(media: RenderedMedia, width: number, height: number, top: number, bottom: number): Block {
  if (media.media === 'audio') return playerBlock(media, width, top, bottom);
  if (media.media === 'document' || media.media === 'unknown') return rowBlock(media, width, top, bottom);
  return pictureBlock(media, width, height, top, bottom);
}

/** A map that is no map of anywhere, with the pin and the degrees of the place. */
export function mapBlock({ latitude, longitude }: LocationPart, width: number, height: number, theme: Theme, bottom: number): Block {
  const roads = `<path d="M0 ${px(height * 0.7)} L${px(width)} ${px(height * 0.35)} M${px(width * 0.3)} 0 L${px(width * 0.55)} ${px(height)} M${px(width * 0.75)} 0 L${px(width * 0.82)} ${px(height)}" stroke="#ffffff" stroke-width="7" fill="none"/>`;
  const pin = `<path transform="translate(${px(width / 2)} ${px(height / 2 + 12)})" d="M0 0 C-9 -12 -11 -16 -11 -21 A11 11 0 0 1 11 -21 C11 -16 9 -12 0 0 Z" fill="#d93a2f"/><circle cx="${px(width / 2)}" cy="${px(height / 2 - 9)}" r="4" fill="#ffffff"/>`;
  const degrees = latitude === undefined || longitude === undefined ? 'no coordinates' : `${latitude}, ${longitude}`;
  const label = textBlock(shorten(degrees, width - 20), { width: width - 20, size: 11, color: '#374151', anchor: 'middle' });
  return { svg: shape(width, height, theme.radius, bottom, '#d3e3cf') + roads + pin + moved(label, 10, height - 20), width, height };
}

function pictureBlock(media: RenderedMedia, width: number, height: number, top: number, bottom: number): Block {
  const kind = media.media;
  const name = textBlock(shorten(nameOf(media), width - 28), { width: width - 20, size: 11, color: '#4b5563', anchor: 'middle' });
  const icon: Block = { svg: mediaIcon(kind, 30, '#6b7687'), width: 30, height: 30 };
  const scene = kind === 'image' ? hills(width, height, bottom) : '';
  const face = kind === 'sticker' ? '' : shape(width, height, top, bottom, '#dbe4f0');
  const svg = face + scene + moved(icon, (width - 30) / 2, height / 2 - 30) + moved(name, 10, height / 2 + 8);
  return { svg, width, height };
}

function playerBlock(media: RenderedMedia, width: number, top: number, bottom: number): Block {
  const button = `<circle cx="30" cy="29" r="15" fill="#4b5a70"/><path d="M26 22.5 L36 29 L26 35.5 Z" fill="#ffffff"/>`;
  const end = width - 16;
  let bars = '';
  for (let x = 56; x < end; x += 6) {
    const half = 3 + ((x * 7) % 9);
    bars += `M${x} ${24 - half} V${24 + half} `;
  }
  const label = textBlock(shorten(detailsOf(media), width - 72), { width: width - 72, size: 11, color: '#4b5563' });
  const wave = `<path d="${bars.trimEnd()}" stroke="#6b7687" stroke-width="2.5" stroke-linecap="round" fill="none"/>`;
  return { svg: shape(width, ROW_HEIGHT, top, bottom, '#e6eaf0') + button + wave + moved(label, 56, 40), width, height: ROW_HEIGHT };
}

function rowBlock(media: RenderedMedia, width: number, top: number, bottom: number): Block {
  const room = width - 60;
  const look = { width: room, color: '#111827', size: 13.5 };
  const words = stack(
    [textBlock(shorten(nameOf(media), room, 13.5), look), textBlock(shorten(typeOf(media), room), { ...look, size: 11, color: '#4b5563' })],
    2,
  );
  const icon: Block = { svg: mediaIcon(media.media, 26, '#4b5a70'), width: 26, height: 26 };
  const svg = shape(width, ROW_HEIGHT, top, bottom, '#e6eaf0') + moved(icon, 15, 16) + moved(words, 50, (ROW_HEIGHT - words.height) / 2);
  return { svg, width, height: ROW_HEIGHT };
}

function nameOf({ fileName, media, alt }: RenderedMedia): string {
  return alt ?? (fileName === '' ? media : fileName);
}

function detailsOf(media: RenderedMedia): string {
  const { durationSeconds: seconds } = media;
  if (seconds === undefined || seconds < 0 || seconds > 360_000) return nameOf(media);
  const time = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
  return `${time} · ${nameOf(media)}`;
}

/** `PDF · 120 kB`, as far as it is known. */
function typeOf({ mimeType, bytes }: RenderedMedia): string {
  const type = mimeType === undefined ? '' : (mimeType.split('/').at(-1) ?? '').slice(0, 24).toUpperCase();
  const size =
    bytes === undefined || bytes < 0 ? '' : bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  return [type, size].filter((word) => word !== '').join(' · ');
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

function shorten(name: string, width: number, size = 11): string {
  const start = name.slice(0, 80);
  if (name.length <= 80 && measureText(name, size) <= width) return name;
  const letters = Array.from(start);
  while (letters.length > 1 && measureText(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('')}…`;
}
