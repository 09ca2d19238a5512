import type { RenderedMessage } from '../render/rendered-message.ts';
import { type Block, moved, rectangle, stack } from './block.ts';
import { textBlock } from './text-block.ts';
import type { Theme } from './theme.ts';

export const PHONE_WIDTH = 320;
export const BAR_HEIGHT = 46;

const SIDE = 12;
const FIELD_HEIGHT = 30;
const RADIUS = 22;

/** The phone around the messages: a bar with the one on the other side, and the field to write in. */
export function phoneBlock({ channel, sender, direction }: RenderedMessage, theme: Theme, height: number): string {
  const name = theme.name === 'Unknown channel' ? channel.slice(0, 40) : theme.name;
  // The bar names the one on the other side: of the contact's own message the sender is the one who holds the phone.
  const other = direction === 'TO_APP' ? undefined : sender;
  const title = barBlock(name, other, theme);
  const field = rectangle(PHONE_WIDTH - 2 * SIDE, FIELD_HEIGHT, 15, 'fill="#ffffff" stroke="#000000" stroke-opacity="0.14"');
  const hint = textBlock('Message', { width: 200, size: 12.5, color: '#7b828c' });
  const initial = textBlock((Array.from(other?.name ?? '')[0] ?? '').toUpperCase(), {
    width: 26,
    size: 14,
    color: theme.onBar,
    bold: true,
    anchor: 'middle',
  });
  return [
    rectangle(PHONE_WIDTH, height, RADIUS, `fill="${theme.screen}" stroke="#000000" stroke-opacity="0.2"`),
    `<path d="M0 ${BAR_HEIGHT} V${RADIUS} Q0 0 ${RADIUS} 0 H${PHONE_WIDTH - RADIUS} Q${PHONE_WIDTH} 0 ${PHONE_WIDTH} ${RADIUS} V${BAR_HEIGHT} Z" fill="${theme.bar}"/>`,
    `<circle cx="29" cy="${BAR_HEIGHT / 2}" r="13" fill="${theme.onBar}" fill-opacity="0.25"/>`,
    moved(initial, 16, (BAR_HEIGHT - initial.height) / 2),
    moved(title, 51, (BAR_HEIGHT - title.height) / 2),
    moved({ svg: field, width: 0, height: 0 }, SIDE, height - FIELD_HEIGHT - 10),
    moved(hint, SIDE + 14, height - FIELD_HEIGHT - 3),
  ].join('');
}

/** The name, and under it the channel or the person who writes; a check mark where the channel has checked the brand. */
function barBlock(channel: string, sender: RenderedMessage['sender'], { onBar }: Theme): Block {
  const look = { width: 220, color: onBar };
  const name = sender?.name ?? sender?.agent?.name;
  if (name === undefined) return textBlock(channel, { ...look, size: 15, bold: true });
  const agent = sender?.name === undefined ? undefined : sender.agent?.name;
  const title = textBlock(shortName(name), { ...look, size: 14, bold: true });
  const check = `<circle cx="6" cy="6" r="6" fill="${onBar}" fill-opacity="0.3"/><path d="M3 6 L5.2 8.2 L9 4" stroke="${onBar}" stroke-width="1.6" fill="none" stroke-linecap="round"/>`;
  const mark = sender?.verified === true ? moved({ svg: check, width: 12, height: 12 }, title.width + 6, 3) : '';
  const below = textBlock(agent === undefined ? channel : `${shortName(agent)} · ${channel}`, { ...look, size: 11 });
  return stack([{ ...title, svg: title.svg + mark }, below], 0);
}

/** A name on one line. */
function shortName(name: string): string {
  const letters = Array.from(name.replaceAll(/\s+/g, ' ').slice(0, 100));
  return letters.length <= 24 ? letters.join('') : `${letters.slice(0, 23).join('')}…`;
}
