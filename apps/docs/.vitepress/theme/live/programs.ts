import type { AppMessage } from '@convapi/core';
import { askLocation, call, card, carousel, choice, link, list, location, media, reply, text } from '@convapi/message-builder';

/** The messages that a reader may begin with, by name: `<LiveMessage program="card" />`. */
export const PROGRAMS = {
  card: card({
    title: 'Your table is ready',
    description: 'Table 12, by the window. We keep it for 15 minutes.',
    media: 'https://example.com/table-12.jpg',
    choices: [reply('On my way', 'coming'), reply('Cancel', 'cancel')],
  }),
  text: text('Your order has left. Follow it at https://example.com/track/17'),
  choice: choice('Shall we come tomorrow?', [reply('Yes', 'yes'), reply('No', 'no'), reply('Another day', 'later')]),
  mixed: choice('Order 17 is on its way.', [
    reply('Not at home', 'away'),
    link('Track', 'https://example.com/track/17'),
    call('Call the driver', '+46732000000'),
  ]),
  carousel: carousel(
    [
      { title: 'Borscht', description: 'With rye bread', media: 'https://example.com/borscht.jpg', choices: [reply('Borscht', 'borscht')] },
      {
        title: 'Pelmeni',
        description: 'With sour cream',
        media: 'https://example.com/pelmeni.jpg',
        choices: [reply('Pelmeni', 'pelmeni')],
      },
    ],
    { choices: [reply('Nothing today', 'nothing')] },
  ),
  list: list({
    title: 'Lunch today',
    description: 'What would you like?',
    menu: 'See dishes',
    sections: [
      { title: 'Soups', items: [{ title: 'Borscht', description: 'With rye bread', postback: 'borscht' }] },
      {
        title: 'Mains',
        items: [
          { title: 'Pelmeni', postback: 'pelmeni' },
          { title: 'Vareniki', postback: 'vareniki' },
        ],
      },
    ],
  }),
  location: location({ title: 'Our shop', label: 'Open the map', latitude: 55.610479, longitude: 13.002873 }),
  whereAreYou: choice('Where shall the driver meet you?', [askLocation('Share my place', 'https://example.com/where')]),
  image: media('https://example.com/parcel.jpg'),
  longText: text(
    'Hello Ada, your order 17 has left our shop in Malmö and will be with you tomorrow between 9 and 12. Please be at home — or tell the driver where to leave it: 🏡 https://example.com/track/17',
  ),
} satisfies Record<string, AppMessage>;

export type ProgramName = keyof typeof PROGRAMS;

/** What a reader may choose from in the page, in this order. */
export const OFFERED: Record<string, ProgramName> = {
  'Card with buttons': 'card',
  Text: 'text',
  'Text with buttons': 'choice',
  'Reply, link and call': 'mixed',
  Carousel: 'carousel',
  List: 'list',
  Location: 'location',
  Image: 'image',
};
