import type { AppMessage, ChannelIdentity, OmniMessageOverride } from '@convapi/core';
import type { Clock } from '../../../time/index.ts';
import type { HandsetStore } from '../../channels/index.ts';
import type { Delivery } from './delivery.ts';

interface QuoteWorld {
  clock: Pick<Clock, 'now'>;
  store: { handsets: Pick<HandsetStore, 'of'> };
}

/** How long the service knows under which id WhatsApp has a message. */
const QUOTABLE_MS = 96 * 60 * 60 * 1000;

/**
 * The message as the handset shows it: with the quote of what the contact wrote, on WhatsApp and as long as the service knows that message.
 * Anywhere else, and later, it goes out without the quote, which is no error.
 */
export function withQuote(
  world: QuoteWorld,
  { app, message }: Delivery,
  address: ChannelIdentity,
  content: AppMessage | OmniMessageOverride,
): AppMessage | OmniMessageOverride {
  const { reply_to: quote } = message as { reply_to?: { message_id: string } };
  if (!quote) return content;
  const { reply_to: _quote, ...plain } = content as AppMessage & { reply_to?: object };
  const isKnown =
    address.channel === 'WHATSAPP' &&
    world.store.handsets
      .of(address.channel, address.identity)
      .some(
        ({ shown }) =>
          shown.message_id === quote.message_id &&
          shown.app_id === app.id &&
          shown.direction === 'TO_APP' &&
          world.clock.now() - Date.parse(shown.time) <= QUOTABLE_MS,
      );
  return (isKnown ? { ...plain, reply_to: quote } : plain) as AppMessage;
}
