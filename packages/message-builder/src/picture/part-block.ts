import type { LocationPart, MediaPart, RenderedChoice, RenderedPart, TextPart } from '../render/rendered-part.ts';
import { type Block, EMPTY_BLOCK, moved, padded, rectangle, stack } from './block.ts';
import { bubble, captionBlock, emptyBlock, framed, INNER_WIDTH, MOST_WIDTH, TEXT_SIZE } from './bubble.ts';
import { cardBlock } from './card-block.ts';
import { cardRow } from './card-row.ts';
import { rowsBlock } from './choice-blocks.ts';
import { contactBlock } from './contact-block.ts';
import { listBlock } from './list-block.ts';
import { fileBlock, mapBlock } from './media-block.ts';
import { payloadBlock, templateBlock } from './payload-block.ts';
import { textBlock } from './text-block.ts';
import type { Theme } from './theme.ts';

/** The picture of one part of a message; `rows` are choices that are part of its bubble. */
export function partBlock(part: RenderedPart, theme: Theme, rows: readonly RenderedChoice[]): Block {
  switch (part.kind) {
    case 'text':
      return textBubble(part, theme, rows);
    case 'media':
      return mediaBubble(part, theme, rows);
    case 'card':
      return cardBlock(rows.length === 0 ? part : { ...part, choices: [...part.choices, ...rows] }, theme, MOST_WIDTH);
    default:
      return rows.length === 0
        ? otherBlock(part, theme)
        : stack([otherBlock(part, theme), framed(rowsBlock(rows, theme, MOST_WIDTH), theme)], 4);
  }
}

type OtherPart = Exclude<RenderedPart, { kind: 'text' | 'media' | 'card' }>;

function otherBlock(part: OtherPart, theme: Theme): Block {
  switch (part.kind) {
    case 'choices':
      return EMPTY_BLOCK;
    case 'carousel':
      return cardRow(part.cards, theme);
    case 'location':
      return locationBubble(part, theme);
    case 'list':
      return listBlock(part, theme);
    case 'contact':
      return contactBlock(part, theme);
    case 'template':
      return templateBlock(part, theme);
    case 'payload':
      return payloadBlock(part, theme);
    case 'reaction':
      return reactionBlock(part.emoji, part.removed, theme);
  }
}

function textBubble(part: TextPart, theme: Theme, rows: readonly RenderedChoice[]): Block {
  const { text, footer = '', subject = '', spans, preview } = part;
  const { ink, pale, accent } = theme;
  const look = { width: INNER_WIDTH, size: TEXT_SIZE, color: ink, linkColor: accent, fills: rows.length > 0 || preview !== undefined };
  const words = stack(
    [
      textBlock(subject === '' ? '' : `Subject: ${subject}`, { ...look, size: 12, color: pale }),
      preview === undefined ? EMPTY_BLOCK : previewBlock(preview.url),
      textBlock(text, look, spans?.text),
      textBlock(footer, { ...look, size: 12, color: pale }, spans?.footer),
    ],
    6,
  );
  if (rows.length === 0) return bubble(words, theme);
  const head = padded({ ...(words.height === 0 ? emptyBlock(theme) : words), width: INNER_WIDTH }, 14, 9);
  return framed(stack([head, rowsBlock(rows, theme, MOST_WIDTH)], 0), theme);
}

/** The page of a link: its address stands for what is not fetched. */
function previewBlock(url: string): Block {
  const host = url.replace(/^https?:\/\//, '').split(/[/?#]/, 1)[0] ?? '';
  const words = stack(
    [
      textBlock(host.slice(0, 60), { width: INNER_WIDTH - 20, size: 13, color: '#111827', bold: true }),
      textBlock('Link preview', { width: INNER_WIDTH - 20, size: 11, color: '#4b5563' }),
    ],
    1,
  );
  const content = padded({ ...words, width: INNER_WIDTH - 20 }, 10, 7);
  return { ...content, svg: rectangle(content.width, content.height, 7, 'fill="#dfe5ec"') + content.svg };
}

function mediaBubble(part: MediaPart, theme: Theme, rows: readonly RenderedChoice[]): Block {
  const { caption = '', spans } = part;
  if (part.media === 'sticker' && caption === '' && rows.length === 0) return fileBlock(part, 120, 120, 0, 0);
  const isAlone = caption === '' && rows.length === 0;
  const file = fileBlock(part, MOST_WIDTH, 148, theme.radius, isAlone ? theme.radius : 0);
  const look = { width: INNER_WIDTH, size: TEXT_SIZE, color: theme.ink, linkColor: theme.accent, fills: true };
  const words = captionBlock(textBlock(caption, look, spans?.caption));
  return framed(stack([file, words, rowsBlock(rows, theme, MOST_WIDTH)], 0), theme);
}

function locationBubble(part: LocationPart, theme: Theme): Block {
  const look = { width: INNER_WIDTH, color: theme.ink, size: TEXT_SIZE, fills: true };
  const words = stack(
    [textBlock(part.title, { ...look, bold: true }), textBlock(part.label ?? '', { ...look, size: 13, color: theme.pale })],
    3,
  );
  const map = mapBlock(part, MOST_WIDTH, 130, theme, words.height === 0 ? theme.radius : 0);
  return framed(stack([map, captionBlock(words)], 0), theme);
}

/** An emoji as it sits on the corner of an earlier message. */
function reactionBlock(emoji: string, removed: boolean, theme: Theme): Block {
  const look = { width: INNER_WIDTH, size: 12, color: '#4b5563', italic: true };
  const face = padded(textBlock(emoji === '' ? ' ' : emoji, { width: INNER_WIDTH, size: 20, color: '#111827' }), 10, 4);
  const pill: Block = {
    ...face,
    svg: rectangle(face.width, face.height, 16, 'fill="#ffffff" stroke="#000000" stroke-opacity="0.15"') + face.svg,
  };
  const words = padded(textBlock(removed ? 'taken off an earlier message' : 'on an earlier message', look), 9, 4);
  const note: Block = { ...words, svg: rectangle(words.width, words.height, theme.radius, 'fill="#ffffff"') + words.svg };
  return { svg: moved(pill, 0, 0) + moved(note, pill.width + 8, 5), width: pill.width + 8 + note.width, height: pill.height };
}
