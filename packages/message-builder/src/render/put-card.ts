import { cardText } from './card-text.ts';
import { noteChoicesAsText } from './choices.ts';
import { change, type Draft, markRewritten, weaken } from './draft.ts';
import { fitCard } from './fit-card.ts';
import { formOf } from './native-conditions.ts';
import { goesAsFile, noteMediaAsLink, putFile } from './put-media.ts';
import { putWords } from './put-text.ts';
import { type Json, recordOf, textOf } from './read.ts';
import type { RenderedCard } from './rendered-part.ts';
import { noteLimit } from './text-limits.ts';
import { toRenderedCard } from './to-rendered-card.ts';

/** One card. */
export function putCard(draft: Draft, content: Json, path: string): void {
  const card = toRenderedCard(draft, content, path);
  const { card: cell } = draft.traits;
  if (cell === 'native' || (cell === 'conditional' && isNativeCard(draft, card, content, path))) putNativeCard(draft, card, content, path);
  else if (cell === 'parts') putMmsCard(draft, card, path);
  else if (draft.channel === 'WHATSAPP') putCaptionedCard(draft, card, path);
  else putCardText(draft, card, path);
}

function putNativeCard(draft: Draft, card: RenderedCard, content: Json, path: string): void {
  draft.native = true;
  if (draft.channel === 'WHATSAPP') setHeader(draft, card, textOf(recordOf(content.message_properties).whatsapp_header), path);
  if (draft.channel === 'RCS') setOrientation(draft, card);
  draft.parts.push({ kind: 'card', ...fitCard(draft, card, path) });
  if (draft.channel === 'TELEGRAM') {
    change(draft, 'note', path, 'In 2021 cards were text on Telegram, with choices as "* " and capitals after a blank line.', 'inferred');
  }
}

/** WhatsApp has a file or a line of text above the words, not both. */
function setHeader(draft: Draft, card: RenderedCard, header: string, path: string): void {
  if (header === '') return;
  if (card.media === undefined) card.header = header;
  else change(draft, 'lost', `${path}.message_properties.whatsapp_header`, 'The file takes the place of the header.', 'inferred');
}

/** How an RCS card lies is a property of the send. */
function setOrientation({ properties }: Draft, card: RenderedCard): void {
  const { RCS_CARD_ORIENTATION: orientation, RCS_CARD_THUMBNAIL_IMAGE_ALIGNMENT: alignment } = properties;
  card.orientation = orientation === 'HORIZONTAL' ? 'HORIZONTAL' : 'VERTICAL';
  if (card.orientation === 'HORIZONTAL') card.alignment = alignment === 'RIGHT' ? 'RIGHT' : 'LEFT';
}

/** WhatsApp: the file, and the words under it; without a file only the words. */
function putCaptionedCard(draft: Draft, card: RenderedCard, path: string): void {
  const asFile = card.media !== undefined && goesAsFile(draft, card.media, `${path}.media_message`);
  const words = cardText(card, draft.traits.style, !asFile);
  markRewritten(draft, draft.traits.card, path);
  noteCardAsText(draft, card, path);
  if (card.media === undefined || !asFile) putWords(draft, words, true, path);
  else putFile(draft, card.media, words, path);
}

/** MMS: the file, then the words; the title is the subject, and not said again in the words. */
function putMmsCard(draft: Draft, card: RenderedCard, path: string): void {
  const { title, description, choices } = card;
  if (card.media) {
    draft.native = true;
    draft.parts.push({ kind: 'media', ...card.media, format: 'plain' });
  }
  markRewritten(draft, draft.traits.card, path);
  noteCardAsText(draft, card, path);
  const words = cardText(description === undefined ? { choices } : { description, choices }, draft.traits.style, false);
  if (title === undefined && words.text === '' && card.media) return;
  const part = putWords(draft, words, true, path);
  if (title === undefined) return;
  part.subject = title;
  noteLimit(draft, 'subject', title, `${path}.title`);
  change(draft, 'note', `${path}.title`, 'The title is the subject of the MMS, and not in its text.', 'stated');
}

function putCardText(draft: Draft, card: RenderedCard, path: string): void {
  markRewritten(draft, draft.traits.card, path);
  if (card.media) noteMediaAsLink(draft, card.media, `${path}.media_message`);
  noteCardAsText(draft, card, path);
  putWords(draft, cardText(card, draft.traits.style, true), true, path);
}

function noteCardAsText(draft: Draft, card: RenderedCard, path: string): void {
  change(draft, 'changed', path, 'The card became text.', draft.traits.card === 'conditional' ? 'stated' : draft.traits.look);
  if (card.height !== undefined) change(draft, 'lost', `${path}.height`, 'Text has no height to choose.', 'inferred');
  noteChoicesAsText(draft, card.choices, `${path}.choices`);
}

/** Whether the conditions hold under which a channel shows a card; notes the first that does not. */
function isNativeCard(draft: Draft, card: RenderedCard, content: Json, path: string): boolean {
  const [obstacle] = formOf(draft, 'card_message', content, path).obstacles;
  if (obstacle === undefined) {
    if (draft.channel === 'VIBERBM' && card.media?.media === 'unknown') weaken(draft, 'guess');
    return true;
  }
  change(draft, 'changed', obstacle.path, `No card on ${draft.channel}: it ${obstacle.text}.`, 'stated');
  if (textOf(recordOf(content.message_properties).whatsapp_header) !== '' && draft.channel === 'WHATSAPP') {
    change(draft, 'lost', `${path}.message_properties.whatsapp_header`, 'Only a card with buttons has a header.', 'stated');
  }
  return false;
}
