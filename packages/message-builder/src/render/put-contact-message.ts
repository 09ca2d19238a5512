import { pointOf } from './coordinates.ts';
import { change, type Draft } from './draft.ts';
import { tappedTitle } from './earlier.ts';
import { toRenderedMedia } from './media-kind.ts';
import { orderOfProducts } from './order-of.ts';
import { putFile } from './put-media.ts';
import { previewOf, putText } from './put-text.ts';
import { isRecord, type Json, recordOf, textOf } from './read.ts';
import type { RenderedType } from './rendered-message.ts';
import type { LocationPart, RenderedOrderLine } from './rendered-part.ts';
import { toWords } from './words.ts';

type Put = (draft: Draft, content: Json) => void;

const CONTENTS: readonly (readonly [key: string, type: RenderedType, put: Put])[] = [
  ['text_message', 'text', putWritten],
  ['choice_response_message', 'choice_response', putTap],
  ['media_card_message', 'media_card', putCaptioned],
  ['media_message', 'media', putCaptioned],
  ['location_message', 'location', putPlace],
  ['product_response_message', 'product_response', putOrder],
  ['channel_specific_message', 'channel', putOwnKind],
  ['fallback_message', 'fallback', putFallback],
];

/** What a contact wrote, tapped or sent: the first content that is there. */
export function putContactMessage(draft: Draft, message: Json): void {
  draft.direction = 'TO_APP';
  draft.native = true;
  for (const [key, type, put] of CONTENTS) {
    const content = message[key];
    if (!isRecord(content)) continue;
    draft.type = type;
    put(draft, content);
    return;
  }
  draft.unknown = true;
  change(draft, 'lost', '', 'There is no message that is known.', 'unknown');
}

/** An emoji on a message of the app; other events of that kind show nothing. */
export function putReaction(draft: Draft, event: Json): void {
  const { emoji, action, message_id: id } = recordOf(event.reaction_event);
  draft.direction = 'TO_APP';
  draft.native = true;
  if (!isRecord(event.reaction_event)) {
    draft.unknown = true;
    change(draft, 'lost', '', 'The event shows nothing.', 'inferred');
    return;
  }
  draft.type = 'reaction';
  draft.parts.push({ kind: 'reaction', emoji: textOf(emoji), removed: action === 'REACTION_ACTION_UNREACT', messageId: textOf(id) });
}

function putWritten(draft: Draft, content: Json): void {
  const part = putText(draft, textOf(content.text), false, 'text_message.text');
  const preview = previewOf(draft, part, 'text_message.text');
  if (preview) part.preview = preview;
}

/** A tap looks as if the contact had written the caption. */
function putTap(draft: Draft, content: Json): void {
  const postback = textOf(content.postback_data);
  const messageId = textOf(content.message_id);
  const title = tappedTitle(draft, messageId, postback);
  const part = putText(draft, title ?? postback, false, 'choice_response_message');
  part.answers = { messageId, postback };
  if (title !== undefined) return;
  const what = 'The caption of the choice is in the message that offered it; shown is the postback. Pass that message to see the caption.';
  change(draft, 'changed', 'choice_response_message.postback_data', what, 'unknown');
}

function putCaptioned(draft: Draft, content: Json): void {
  putFile(draft, toRenderedMedia(draft, content), toWords(textOf(content.caption)), 'media_card_message.caption');
}

function putPlace(draft: Draft, content: Json): void {
  const part: LocationPart = { kind: 'location', title: textOf(content.title) };
  if (textOf(content.label) !== '') part.label = textOf(content.label);
  draft.parts.push({ ...part, ...pointOf(content) });
}

/** The SDKs disagree on the name of the text that comes with an order. */
function putOrder(draft: Draft, content: Json): void {
  const order = orderOfProducts(content);
  const words = textOf(content.title) === '' ? textOf(content.text) : textOf(content.title);
  const lines = [words, ...order.items.map(itemLine)].filter((line) => line !== '');
  draft.parts.push({ kind: 'payload', payloadType: 'product_response', lines, order });
  if (words !== '') draft.text = words;
}

function itemLine({ name, quantity }: RenderedOrderLine): string {
  return quantity === undefined ? name : `${quantity} × ${name}`;
}

/** The answer to a form of WhatsApp is the only kind that is known. */
function putOwnKind(draft: Draft, content: Json): void {
  const reply = recordOf(recordOf(content.message).nfm_reply);
  const body = textOf(reply.body);
  const lines = body === '' ? [] : [body];
  const payloadType = textOf(content.message_type);
  const payload = textOf(reply.response_json);
  draft.parts.push(payload === '' ? { kind: 'payload', payloadType, lines } : { kind: 'payload', payloadType, lines, payload });
}

function putFallback(draft: Draft, content: Json): void {
  const reason = textOf(recordOf(content.reason).description);
  const payload = textOf(content.raw_message);
  const lines = reason === '' ? [] : [reason];
  draft.parts.push(
    payload === '' ? { kind: 'payload', payloadType: 'fallback', lines } : { kind: 'payload', payloadType: 'fallback', lines, payload },
  );
  change(draft, 'changed', 'fallback_message', 'The service did not recognise what the contact sent; the phone shows more.', 'stated');
}
