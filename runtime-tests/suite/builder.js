import { card, isMessageError, link, reply, toIdentities } from '@convapi/message-builder';
import { refusal, same } from './assert.js';

/** @import { Check } from './types.js' */

/** @type {Check[]} */
export const builderChecks = [
  {
    name: 'builder: a card equals the wire object',
    async run() {
      const message = card({
        title: 'Order 17',
        description: 'Ready on Friday',
        media: 'https://example.com/order-17.jpg',
        height: 'MEDIUM',
        choices: [reply('Track', 'track-17'), link('Terms', 'https://example.com/terms')],
      });
      const wire = {
        card_message: {
          title: 'Order 17',
          description: 'Ready on Friday',
          media_message: { url: 'https://example.com/order-17.jpg' },
          height: 'MEDIUM',
          choices: [
            { text_message: { text: 'Track' }, postback_data: 'track-17' },
            { url_message: { title: 'Terms', url: 'https://example.com/terms' } },
          ],
        },
      };
      same(message, wire, 'card');
    },
  },
  {
    name: 'builder: recipients keep the order of their channels',
    async run() {
      const { identified_by } = toIdentities({ RCS: '46701234567', SMS: '46701234567' });
      const channels = identified_by.channel_identities.map(({ channel }) => channel);
      same(channels, ['RCS', 'SMS'], 'channels');
    },
  },
  {
    name: 'builder: what cannot be sent is a MessageError with its path',
    async run() {
      const { issues } = await refusal(() => toIdentities({}), isMessageError, 'no address');
      same(issues.length, 1, 'issues');
    },
  },
];
