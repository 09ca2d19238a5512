import { toText, toWire, toWires, type Wire } from './wire.ts';

/** The caption of the choice that was tapped; the postback, when the message that offered it is not known. */
export function findCaption(offer: Wire | undefined, messageId: string, postback: string): string {
  const tapped = offer === undefined ? undefined : choicesOf(offer).find((choice) => isPostbackOf(choice, messageId, postback));
  if (tapped !== undefined) return captionOf(tapped);
  // The service makes postbacks of its own out of the message id and the caption.
  return postback.startsWith(`${messageId}_`) ? postback.slice(messageId.length + 1) : postback;
}

function isPostbackOf(choice: Wire, messageId: string, postback: string): boolean {
  const own = toText(choice.postback_data);
  return own === '' ? postback === `${messageId}_${captionOf(choice)}` : postback === own;
}

/** Rows of a list and choices have it at different places. */
function captionOf(choice: Wire): string {
  const kind =
    choice.text_message ??
    choice.url_message ??
    choice.call_message ??
    choice.location_message ??
    choice.calendar_message ??
    choice.share_location_message;
  const { title, text } = toWire(kind);
  return toText(choice.title) || toText(text) || toText(title);
}

function choicesOf(offer: Wire): Wire[] {
  const carousel = toWire(offer.carousel_message);
  const single = [toWire(offer.choice_message), toWire(offer.card_message), carousel, ...toWires(carousel.cards)];
  // Rows of a list have their title and postback at the same places as other choices have theirs.
  const rows = toWires(toWire(offer.list_message).sections).flatMap(({ items }) => toWires(items).map(({ choice }) => toWire(choice)));
  return [...single.flatMap(({ choices }) => toWires(choices)), ...rows];
}
