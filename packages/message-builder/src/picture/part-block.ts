import type {
  CarouselPart,
  ContactPart,
  LocationPart,
  MediaPart,
  PayloadPart,
  RenderedPart,
  TemplatePart,
  TextPart,
} from '../render/rendered-part.ts';
import { type Block, moved, padded, rectangle, stack, textBlock } from './block.ts';
import { bubble, captionBlock, framed, INNER_WIDTH, MOST_WIDTH, TEXT_SIZE } from './bubble.ts';
import { CARD_RADIUS, cardBlock } from './card-block.ts';
import { choicesBlock } from './choice-blocks.ts';
import { listBlock } from './list-block.ts';
import { mapBlock, mediaBlock } from './media-block.ts';
import type { Theme } from './theme.ts';

const CARD_GAP = 10;
const CARD_WIDTH = 210;

/** The picture of one part of a message. */
export function partBlock(part: RenderedPart, theme: Theme): Block {
  switch (part.kind) {
    case 'text':
      return textBubble(part, theme);
    case 'media':
      return mediaBubble(part, theme);
    case 'choices':
      return choicesBlock(part.choices, theme, MOST_WIDTH);
    case 'card':
      return cardBlock(part, theme, MOST_WIDTH);
    case 'carousel':
      return rowOfCards(part, theme);
    case 'location':
      return locationBubble(part, theme);
    case 'list':
      return listBlock(part, theme);
    case 'contact':
      return contactBubble(part, theme);
    case 'template':
      return templateBubble(part, theme);
    case 'payload':
      return payloadBubble(part, theme);
    case 'reaction':
      return textBlock(part.emoji, { width: INNER_WIDTH, size: 26, color: theme.ink });
  }
}

function textBubble({ text, format, footer = '', subject = '' }: TextPart, theme: Theme): Block {
  const { ink, pale, accent } = theme;
  const look = { width: INNER_WIDTH, size: TEXT_SIZE, color: ink, linkColor: accent, markup: format === 'markup' };
  const subjectLine = textBlock(subject === '' ? '' : `Subject: ${subject}`, { width: INNER_WIDTH, size: 12, color: pale });
  return bubble(stack([subjectLine, textBlock(text, look), textBlock(footer, { width: INNER_WIDTH, size: 12, color: pale })], 6), theme);
}

function mediaBubble(part: MediaPart, theme: Theme): Block {
  const file = mediaBlock(part, MOST_WIDTH, 148, CARD_RADIUS, part.caption === undefined ? CARD_RADIUS : 0);
  const look = { width: INNER_WIDTH, size: TEXT_SIZE, color: theme.ink, linkColor: theme.accent, markup: true };
  return framed(stack([file, captionBlock(textBlock(part.caption ?? '', look))], 0), theme);
}

function rowOfCards({ cards }: CarouselPart, theme: Theme): Block {
  const height = cards.reduce((most, card) => Math.max(most, cardBlock(card, theme, CARD_WIDTH).height), 0);
  const svg = cards.map((card, index) => moved(cardBlock(card, theme, CARD_WIDTH, height), index * (CARD_WIDTH + CARD_GAP), 0)).join('');
  return { svg, width: cards.length * (CARD_WIDTH + CARD_GAP) - CARD_GAP, height };
}

function locationBubble(part: LocationPart, theme: Theme): Block {
  const words = stack(
    [
      textBlock(part.title, { width: INNER_WIDTH, size: TEXT_SIZE, color: theme.ink, bold: true }),
      textBlock(part.label ?? '', { width: INNER_WIDTH, size: 13, color: theme.pale }),
    ],
    3,
  );
  return framed(stack([mapBlock(part, MOST_WIDTH, 130, theme), captionBlock(words)], 0), theme);
}

function contactBubble({ name, lines }: ContactPart, theme: Theme): Block {
  const initial = Array.from(name)[0] ?? '?';
  const letter = textBlock(initial, { width: 40, size: 18, color: '#ffffff', bold: true, anchor: 'middle' });
  const face: Block = { svg: `<circle cx="20" cy="20" r="20" fill="${theme.accent}"/>${moved(letter, 0, 9)}`, width: 40, height: 40 };
  const width = INNER_WIDTH - 52;
  const words = stack(
    [
      textBlock(name, { width, size: TEXT_SIZE, color: theme.ink, bold: true }),
      ...lines.map(({ text }) => textBlock(text, { width, size: 12.5, color: theme.pale })),
    ],
    3,
  );
  const svg = face.svg + moved(words, 52, 2);
  return bubble({ svg, width: INNER_WIDTH, height: Math.max(40, words.height + 2) }, theme);
}

function templateBubble({ templateId, languageCode, version, parameters }: TemplatePart, theme: Theme): Block {
  const details = [languageCode, version === undefined ? undefined : `version ${version}`]
    .filter((detail) => detail !== undefined)
    .join(', ');
  const lines = Object.entries(parameters).map(([key, value]) => `${key} = ${value}`);
  return dashed([`Template ${templateId}`, details, ...lines], theme);
}

function payloadBubble({ payloadType, lines, payload = '' }: PayloadPart, theme: Theme): Block {
  const title = payloadType === 'explicit' ? "The channel's own message" : payloadType;
  return dashed([title, ...lines, payload.slice(0, 600)], theme);
}

/** A bubble whose content is stored elsewhere. */
function dashed([title = '', ...lines]: string[], theme: Theme): Block {
  const words = stack(
    [
      textBlock(title, { width: INNER_WIDTH, size: TEXT_SIZE, color: theme.ink, bold: true }),
      ...lines.map((line) => textBlock(line, { width: INNER_WIDTH, size: 12.5, color: theme.pale })),
    ],
    4,
  );
  const content = padded({ ...words, width: INNER_WIDTH }, 14, 11);
  const face = rectangle(content.width, content.height, CARD_RADIUS, `fill="#ffffff" stroke="${theme.pale}" stroke-dasharray="4 4"`);
  return { ...content, svg: face + content.svg };
}
