import { card, reply } from '@convapi/message-builder';

const message = card({
  title: 'Order 17',
  description: 'On its way.',
  media: 'https://example.com/order-17.jpg',
  choices: [reply('Track', 'track-17'), reply('Cancel', 'cancel-17')],
});
console.log(message);
