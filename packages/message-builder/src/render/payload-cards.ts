import type { Draft } from './draft.ts';
import { toRenderedMedia } from './media-kind.ts';
import { spansOf } from './put-text.ts';
import { isRecord, type Json, listOf, recordOf, textOf } from './read.ts';
import type { RenderedCard, RenderedChoice } from './rendered-part.ts';

/** How a channel-specific message looks, as far as it says so: WhatsApp's with header, body and footer, KakaoTalk's products. */
export function payloadCards(draft: Draft, message: Json, path: string): RenderedCard[] {
  const { list } = recordOf(message.carousel);
  if (Array.isArray(list)) return list.map((product) => productCard(draft, recordOf(product), path));
  if (isRecord(message.commerce)) return [productCard(draft, message, path)];
  return isRecord(message.body) || isRecord(message.header) || message.flow_cta !== undefined ? interactiveCards(draft, message, path) : [];
}

function interactiveCards(draft: Draft, message: Json, path: string): RenderedCard[] {
  const header = recordOf(message.header);
  const body = textOf(recordOf(message.body).text);
  const footer = textOf(recordOf(message.footer).text);
  const cta = textOf(message.flow_cta);
  const file = ['image', 'video', 'document'].find((kind) => isRecord(header[kind]));
  const card: RenderedCard = { choices: [] };
  if (textOf(header.text) !== '') card.header = textOf(header.text);
  if (file !== undefined) card.media = toRenderedMedia(draft, { url: recordOf(header[file]).link });
  if (body !== '') card.description = body;
  if (footer !== '') card.footer = footer;
  if (cta !== '') card.choices.push(toButton('flow', cta, '', path));
  else if (isRecord(message.payment) && message.payment.payment_buttons !== undefined) {
    card.choices.push(toButton('pay', 'Review and pay', '', path));
  }
  const spans = spansOf(draft, body);
  if (spans) card.spans = { description: spans };
  return Object.keys(card).length === 1 && card.choices.length === 0 ? [] : [card];
}

function productCard(draft: Draft, { image, commerce, additional_content: more, buttons, coupon }: Json, path: string): RenderedCard {
  const { title } = recordOf(commerce);
  const { title: couponTitle, description: couponWords } = recordOf(coupon);
  const lines = [priceLine(recordOf(commerce)), textOf(more), textOf(couponTitle), textOf(couponWords)].filter((line) => line !== '');
  const card: RenderedCard = {
    choices: listOf(buttons).map((button) => {
      const { type, name, link_mo: target } = recordOf(button);
      return toButton(type === 'BK' ? 'text' : 'url', textOf(name), textOf(target), path);
    }),
  };
  if (textOf(title) !== '') card.title = textOf(title);
  if (lines.length > 0) card.description = lines.join('\n');
  if (isRecord(image)) card.media = toRenderedMedia(draft, { url: image.image_url });
  return card;
}

/** KakaoTalk's prices are in won, and whole. */
function priceLine({ regular_price: regular, discount_price: reduced }: Json): string {
  if (typeof regular !== 'number') return '';
  return typeof reduced === 'number' ? `₩${reduced} (₩${regular})` : `₩${regular}`;
}

function toButton(type: RenderedChoice['type'], title: string, target: string, path: string): RenderedChoice {
  const choice: RenderedChoice = { type, title, placement: 'joined', vanishes: false, path };
  return target === '' ? choice : { ...choice, target };
}
