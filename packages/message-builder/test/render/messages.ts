import type { AppMessage } from '@convapi/core';
import {
  call,
  card,
  carousel,
  choice,
  contactInfo,
  link,
  list,
  location,
  media,
  pin,
  type RenderChannel,
  reply,
  template,
  text,
} from '../../src/index.ts';

/** The channels of the vendor's table of message types, and the others. */
export const ALL_CHANNELS: readonly RenderChannel[] = [
  'SMS',
  'RCS',
  'WHATSAPP',
  'MESSENGER',
  'VIBERBM',
  'VIBER',
  'MMS',
  'INSTAGRAM',
  'TELEGRAM',
  'KAKAOTALK',
  'KAKAOTALKCHAT',
  'LINE',
  'WECHAT',
  'APPLEBC',
];

const LOGO = 'https://example.com/logo.png';

/** One message of each type, close to those in the vendor's pictures. */
export const MESSAGES = {
  text: text('Hello Ada'),
  media: media('https://example.com/animation.mkv'),
  choice: choice('What do you want to do?', [reply('Text'), link('Sinch', 'https://www.sinch.com'), call('Someone', '46732000000')]),
  card: card({
    title: 'This is the card title',
    description: 'This is the card description',
    media: LOGO,
    choices: [reply('Suggested reply'), call('Someone', '46732000000'), link('Sinch', 'https://www.sinch.com')],
  }),
  carousel: carousel([
    {
      title: 'This is the card 1 title',
      description: 'This is the card 1 description',
      media: LOGO,
      choices: [reply('Reply 1'), reply('Reply 2')],
    },
    { title: 'This is the card 2 title', choices: [pin({ title: 'Map', latitude: 55.610479, longitude: 13.002873 })] },
  ]),
  location: location({ title: 'Location Message', label: 'Open the map', latitude: 55.610479, longitude: 13.002873 }),
  list: list({
    title: 'Lunch',
    menu: 'See dishes',
    sections: [{ title: 'Soups', items: [{ title: 'Borscht', description: 'With bread', postback: 'b' }] }],
  }),
  contact_info: contactInfo({ name: { fullName: 'Ada Lovelace' }, phoneNumbers: ['+46701234567'] }),
  template: template({
    omni: { templateId: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P', version: '2', parameters: { name: 'Ada' } },
    channels: { WHATSAPP: { templateId: 'order_sent', languageCode: 'en_US', parameters: { 'body[1]text': 'Ada' } } },
  }),
} as const satisfies Record<string, AppMessage>;
