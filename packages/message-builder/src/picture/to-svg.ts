import { needRendered } from '../render/need-rendered.ts';
import type { RenderedMessage, RenderMode } from '../render/rendered-message.ts';
import { type Block, moved, px, stack } from './block.ts';
import { escapeXml } from './escape-xml.ts';
import { BAR_HEIGHT, PHONE_WIDTH, phoneBlock } from './phone.ts';
import { textBlock } from './text-block.ts';
import { themeOf } from './theme.ts';
import { threadBlock } from './thread-block.ts';

const SIDE = 12;
const FOOT_HEIGHT = 50;
const LEAST_SCREEN = 150;

/** Sentences under a picture, beside the line that counts the changes. */
const MOST_SENTENCES = 2;

const MODES: Readonly<Record<RenderMode, string>> = { native: 'native', text: 'as text', mixed: 'partly as text', unknown: 'not known' };

/**
 * A rendering as an SVG picture of a phone: the same text for the same rendering, without fonts, scripts or files from elsewhere. Lines
 * are as wide as they were measured on any machine, whatever fonts it has.
 *
 * The files of a message are not fetched: their names stand in their place. Cards that do not fit reach out of the phone to the right.
 * Of more things than a phone shows, the first are drawn and the others counted.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { render, text, toSvg } from '@convapi/message-builder';
 *
 * const svg = toSvg(render(text('Your order has left.'), 'RCS'));
 * ```
 */
export function toSvg(rendered: RenderedMessage): string {
  const theme = themeOf(needRendered('toSvg', rendered).channel);
  const { bubbles, dock } = threadBlock(rendered, theme, PHONE_WIDTH - 2 * SIDE);
  const dockHeight = dock.height === 0 ? 0 : dock.height + SIDE;
  const screen = Math.max(LEAST_SCREEN, bubbles.height + dockHeight + 2 * SIDE);
  const phone = BAR_HEIGHT + screen + FOOT_HEIGHT;
  const note = noteBlock(rendered);
  const width = Math.max(PHONE_WIDTH, bubbles.width + 2 * SIDE) + 2;
  const height = phone + note.height + 14;
  const label = escapeXml(`The message on ${theme.name}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="-1 -1 ${px(width)} ${px(height)}" role="img" aria-label="${label}" font-family="Helvetica, Arial, 'Liberation Sans', sans-serif">`,
    phoneBlock(rendered, theme, phone),
    moved(bubbles, SIDE, BAR_HEIGHT + SIDE),
    moved(dock, SIDE, phone - FOOT_HEIGHT - dock.height),
    moved(note, 0, phone + 6),
    '</svg>',
    '',
  ].join('\n');
}

/** What the picture cannot show: how sure it is, how much differs from the message, and what is too long for the channel. */
function noteBlock({ mode, certainty, changes }: RenderedMessage): Block {
  const count = changes.filter(({ kind }) => kind !== 'note').length;
  const differences = count === 0 ? 'nothing lost or changed' : count === 1 ? '1 change' : `${count} changes`;
  const limits = changes.filter(({ kind, limit }) => kind === 'refused' || limit !== undefined).slice(0, MOST_SENTENCES);
  const look = { width: PHONE_WIDTH, size: 12, color: '#5f6773', anchor: 'middle' } as const;
  return stack(
    [
      textBlock(`${MODES[mode]} · ${certainty} · ${differences}`, look),
      ...limits.map(({ what }) => textBlock(what.slice(0, 160), { ...look, size: 11.5, color: '#a3271b' })),
    ],
    2,
  );
}
