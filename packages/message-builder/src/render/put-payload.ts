import { change, type Draft } from './draft.ts';
import { orderOf } from './order-of.ts';
import { payloadCards } from './payload-cards.ts';
import { payloadLines } from './payload-lines.ts';
import { type Json, recordOf, textOf } from './read.ts';
import type { PayloadPart } from './rendered-part.ts';

/** A message of the channel's own type, which is sent instead of the generic one. */
export function putChannelSpecific(draft: Draft, specific: Json, path: string): void {
  const message = recordOf(specific.message);
  const part: PayloadPart = { kind: 'payload', payloadType: textOf(specific.message_type), lines: payloadLines(message) };
  const cards = payloadCards(draft, message, path);
  const order = orderOf(recordOf(message.payment));
  if (cards.length > 0) part.cards = cards;
  if (order) part.order = order;
  if (order && (order.total !== undefined || order.items.length > 0)) {
    change(draft, 'note', `${path}.message.payment`, 'Amounts are taken as hundredths of the currency, as WhatsApp has them.', 'guess');
  }
  draft.type = 'channel';
  draft.native = true;
  draft.parts.push(part);
}

/** The channel's own JSON, which goes out as it is. */
export function putExplicit(draft: Draft, payload: string): void {
  draft.type = 'channel';
  draft.native = true;
  draft.parts.push({ kind: 'payload', payloadType: 'explicit', lines: [], payload });
}
