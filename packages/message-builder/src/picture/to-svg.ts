import { needRendered } from '../render/need-rendered.ts';
import type { RenderedMessage, RenderMode } from '../render/rendered-message.ts';
import { type Block, moved, px, rectangle, stack, textBlock } from './block.ts';
import { MOST_WIDTH } from './bubble.ts';
import { escapeXml } from './escape-xml.ts';
import { partBlock } from './part-block.ts';
import { type Theme, themeOf } from './theme.ts';

const PHONE_WIDTH = 320;
const SIDE = 12;
const BAR_HEIGHT = 46;
const FOOT_HEIGHT = 50;
const LEAST_SCREEN = 150;
const RADIUS = 22;
const NOTE_HEIGHT = 26;

const MODES: Readonly<Record<RenderMode, string>> = { native: 'native', text: 'as text', mixed: 'partly as text', unknown: 'not known' };

/**
 * A rendering as an SVG picture of a phone: the same text for the same rendering, without fonts, scripts or files from elsewhere.
 *
 * The files of a message are not fetched: their names stand in their place. Cards that do not fit reach out of the phone to the right.
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
  const content = contentBlock(rendered, theme);
  const screen = Math.max(LEAST_SCREEN, content.height + 2 * SIDE);
  const phone = BAR_HEIGHT + screen + FOOT_HEIGHT;
  const width = Math.max(PHONE_WIDTH, content.width + 2 * SIDE) + 2;
  const height = phone + NOTE_HEIGHT + 2;
  const label = escapeXml(`The message on ${theme.name}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="-1 -1 ${px(width)} ${px(height)}" role="img" aria-label="${label}" font-family="Helvetica, Arial, 'Liberation Sans', sans-serif" xml:space="preserve">`,
    phoneSvg(theme, rendered.channel, phone),
    moved(content, SIDE, BAR_HEIGHT + SIDE),
    moved(noteBlock(rendered), 0, phone + 6),
    '</svg>',
    '',
  ].join('\n');
}

function contentBlock({ parts }: RenderedMessage, theme: Theme): Block {
  if (parts.length > 0)
    return stack(
      parts.map((part) => partBlock(part, theme)),
      8,
    );
  return textBlock('Nothing to show.', { width: MOST_WIDTH, size: 13, color: theme.pale, italic: true });
}

function phoneSvg(theme: Theme, channel: string, height: number): string {
  const name = textBlock(theme.name === 'Unknown channel' ? channel.slice(0, 40) : theme.name, {
    width: 220,
    size: 15,
    color: theme.onBar,
    bold: true,
  });
  const field = rectangle(PHONE_WIDTH - 2 * SIDE, 30, 15, 'fill="#ffffff" stroke="#000000" stroke-opacity="0.14"');
  const hint = textBlock('Message', { width: 200, size: 12.5, color: '#9aa1ab' });
  return [
    rectangle(PHONE_WIDTH, height, RADIUS, `fill="${theme.screen}" stroke="#000000" stroke-opacity="0.2"`),
    `<path d="M0 ${BAR_HEIGHT} V${RADIUS} Q0 0 ${RADIUS} 0 H${PHONE_WIDTH - RADIUS} Q${PHONE_WIDTH} 0 ${PHONE_WIDTH} ${RADIUS} V${BAR_HEIGHT} Z" fill="${theme.bar}"/>`,
    `<circle cx="29" cy="${BAR_HEIGHT / 2}" r="13" fill="${theme.onBar}" fill-opacity="0.25"/>`,
    moved(name, 51, (BAR_HEIGHT - name.height) / 2),
    moved({ svg: field, width: 0, height: 0 }, SIDE, height - FOOT_HEIGHT + 10),
    moved(hint, SIDE + 14, height - FOOT_HEIGHT + 17),
  ].join('');
}

/** What the picture cannot show: how sure it is, and how much differs from the message. */
function noteBlock({ mode, certainty, changes }: RenderedMessage): Block {
  const count = changes.filter(({ kind }) => kind !== 'note').length;
  const differences = count === 0 ? 'nothing lost or changed' : count === 1 ? '1 change' : `${count} changes`;
  return textBlock(`${MODES[mode]} · ${certainty} · ${differences}`, { width: PHONE_WIDTH, size: 12, color: '#6b7280', anchor: 'middle' });
}
