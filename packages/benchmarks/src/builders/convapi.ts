import { card, reply } from '@convapi/message-builder';

/** A card of the Conversation API. */
export function buildCard(order: number): object {
  return card({
    title: `Order ${order}`,
    description: 'On its way.',
    media: 'https://example.com/order-17.jpg',
    choices: [reply('Track', 'track-17'), reply('Cancel', 'cancel-17')],
  });
}
