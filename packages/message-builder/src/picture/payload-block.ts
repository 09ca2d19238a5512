import type { PayloadPart, TemplatePart } from '../render/rendered-part.ts';
import { type Block, EMPTY_BLOCK, padded, rectangle, stack } from './block.ts';
import { bubble, INNER_WIDTH, MOST_WIDTH, TEXT_SIZE } from './bubble.ts';
import { cardBlock } from './card-block.ts';
import { cardRow } from './card-row.ts';
import { orderBlock } from './order-block.ts';
import { textBlock } from './text-block.ts';
import type { Theme } from './theme.ts';

/** Deeper JSON is no message that a person wrote. */
const DEEPEST = 30;

/** A message in the channel's own form: as it looks, as far as that is known, else what it says. */
export function payloadBlock(part: PayloadPart, theme: Theme): Block {
  const { cards = [], order, lines } = part;
  const [only] = cards;
  if (only && cards.length === 1)
    return cardBlock(only, theme, MOST_WIDTH, 0, orderIn(part, { ...theme, ink: '#111827', pale: '#5f6773' }));
  if (cards.length > 1) return cardRow(cards, theme);
  if (order === undefined) return dashedPayload(part, theme);
  // The lines of an order say what the order says, but for the first, its words.
  const words = part.payloadType === 'product_response' && lines.length > order.items.length ? (lines[0] ?? '') : '';
  const look = { width: INNER_WIDTH, size: TEXT_SIZE, color: theme.ink };
  return bubble(stack([textBlock(words, look), orderBlock(order, theme, INNER_WIDTH)], 8), theme);
}

/** A template whose words are stored elsewhere. */
export function templateBlock({ templateId, languageCode, version, parameters }: TemplatePart, theme: Theme): Block {
  const details = [languageCode, version === undefined ? undefined : `version ${version}`]
    .filter((detail) => detail !== undefined)
    .join(', ');
  const lines = Object.entries(parameters).map(([key, value]) => `${key} = ${value}`);
  return dashed(`Template ${templateId}`, [details, ...lines].map(line), theme);
}

function orderIn({ order }: PayloadPart, theme: Theme): Block {
  if (order === undefined) return EMPTY_BLOCK;
  return padded(orderBlock(order, theme, INNER_WIDTH), 14, 8);
}

const TITLES: Readonly<Record<string, string>> = {
  explicit: "The channel's own message",
  fallback: 'A message of a kind that is not known',
  nfm_reply: 'A form, filled in',
};

function dashedPayload({ payloadType, lines, payload = '' }: PayloadPart, theme: Theme): Block {
  const title = Object.hasOwn(TITLES, payloadType) ? (TITLES[payloadType] ?? '') : payloadType;
  const code = textBlock(indented(payload), { width: INNER_WIDTH, size: 11, color: '#374151', mono: true });
  return dashed(title, [...lines.map(line), code], theme);
}

function line(text: string): Block {
  return textBlock(text, { width: INNER_WIDTH, size: 12.5, color: '#5f6773' });
}

/** JSON on several lines; other text as it is, and what would be more spaces than words. */
function indented(payload: string): string {
  if (!/^\s*[[{]/.test(payload) || depthOf(payload) > DEEPEST) return payload;
  try {
    return JSON.stringify(JSON.parse(payload), undefined, 2);
  } catch {
    return payload;
  }
}

function depthOf(payload: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of payload) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function dashed(title: string, lines: readonly Block[], theme: Theme): Block {
  const words = stack([textBlock(title, { width: INNER_WIDTH, size: TEXT_SIZE, color: '#111827', bold: true }), ...lines], 4);
  const content = padded({ ...words, width: INNER_WIDTH }, 14, 11);
  const face = rectangle(content.width, content.height, theme.radius, 'fill="#ffffff" stroke="#5f6773" stroke-dasharray="4 4"');
  return { ...content, svg: face + content.svg };
}
