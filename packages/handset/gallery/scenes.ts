import type { AppMessage, ContactMessage } from '@convapi/core';
import {
  askLocation,
  calendar,
  call,
  card,
  carousel,
  choice,
  contactInfo,
  link,
  list,
  location,
  media,
  orderDetails,
  pin,
  type RenderChannel,
  type RenderOptions,
  render,
  reply,
  template,
  text,
  withReplyTo,
  withSpecificMessages,
} from '@convapi/message-builder';
import type { ThreadEntry } from '../src/index.ts';

/** The channels of the gallery: one for each look. */
export const CHANNELS = [
  'WHATSAPP',
  'RCS',
  'SMS',
  'MMS',
  'MESSENGER',
  'INSTAGRAM',
  'VIBERBM',
  'TELEGRAM',
  'LINE',
  'KAKAOTALK',
  'WECHAT',
  'APPLEBC',
] as const satisfies readonly RenderChannel[];

const MINUTE_MS = 60_000;
const START = Date.parse('2026-03-14T09:26:00Z');
const BRAND: RenderOptions['sender'] = { name: 'Bloom & Vine', verified: true };
const ROSES = 'https://shop.example.com/pictures/roses.jpg';

type Extra = Partial<Omit<ThreadEntry, 'id' | 'rendered'>>;

/** Messages of both sides in a row, a minute apart. */
class Conversation {
  readonly entries: ThreadEntry[] = [];
  readonly #channel: RenderChannel;

  constructor(channel: RenderChannel) {
    this.#channel = channel;
  }

  app(message: AppMessage, extra: Extra = {}, options: RenderOptions = {}): this {
    return this.#add(render(message, this.#channel, { sender: BRAND, ...options }), extra);
  }

  contact(message: object, extra: Extra = {}, options: RenderOptions = {}): this {
    return this.#add(render({ contact_message: message as ContactMessage }, this.#channel, options), { status: 'read', ...extra });
  }

  #add(rendered: ThreadEntry['rendered'], extra: Extra): this {
    const id = `m${this.entries.length + 1}`;
    this.entries.push({ id, rendered, time: new Date(START + this.entries.length * MINUTE_MS).toISOString(), ...extra });
    return this;
  }
}

const says = (words: string) => ({ text_message: { text: words } });

/** Threads that show all that a phone can draw, by name. */
export const SCENES: Readonly<Record<string, (channel: RenderChannel) => ThreadEntry[]>> = {
  conversation: (channel) =>
    new Conversation(channel)
      .app(text('Good morning, Anna! Your *spring bouquet* is ready.'))
      .app(text('Track it here: https://shop.example.com/orders/17'), { reactions: [{ emoji: '👍', direction: 'TO_APP' }] })
      .contact(says('Thank you 🌷'))
      .contact(says('Can you bring it tomorrow after four?'), { readTime: new Date(START + 5 * MINUTE_MS).toISOString() })
      .app(text('Of course.'))
      .contact(says('Great'), { status: 'delivered' })
      .contact(says('See you then!'), { status: 'sent' }).entries,
  choice: (channel) =>
    new Conversation(channel)
      .contact(says('Where is my order?'))
      .app(
        choice('It leaves today. What would you like to do?', [
          reply('On my way'),
          link('Track it', 'https://shop.example.com/orders/17'),
          call('Call us', '+46101234567'),
        ]),
      ).entries,
  replies: (channel) =>
    new Conversation(channel).app(choice('Shall we come tomorrow?', [reply('Yes, please'), reply('No'), reply('Another day')])).entries,
  card: (channel) =>
    new Conversation(channel).app(
      card({
        title: 'Spring bouquet',
        description: 'Twelve tulips, two peonies and a card that you write.',
        media: ROSES,
        choices: [reply('Order', 'order-17'), link('See more', 'https://shop.example.com/bouquets')],
      }),
    ).entries,
  carousel: (channel) =>
    new Conversation(channel).app(
      carousel(
        ['Tulips', 'Peonies', 'Roses', 'Ranunculus'].map((title, index) => ({
          title,
          description: `From ${18 + index * 6} €, delivered tomorrow.`,
          media: `https://shop.example.com/pictures/${title.toLowerCase()}.jpg`,
          choices: [reply(`Take ${title}`)],
        })),
        { choices: [reply('Show me more')] },
      ),
    ).entries,
  list: (channel) =>
    new Conversation(channel).app(
      list({
        title: 'When shall we come?',
        description: 'Pick an hour; we call before.',
        menu: 'Choose an hour',
        sections: [
          { title: 'Morning', items: [{ title: '8 to 10', description: 'almost full' }, { title: '10 to 12' }] },
          { title: 'Afternoon', items: [{ title: '14 to 16' }, { title: '16 to 18', description: 'popular' }] },
        ],
      }),
    ).entries,
  media: (channel) =>
    new Conversation(channel)
      .app(media(ROSES))
      .app(media('https://shop.example.com/films/how-to-cut.mp4'))
      .app(
        media('https://shop.example.com/sounds/greeting.mp3'),
        {},
        {
          files: { 'https://shop.example.com/sounds/greeting.mp3': { durationSeconds: 34 } },
        },
      )
      .app(
        media('https://shop.example.com/files/invoice-17.pdf'),
        {},
        {
          files: { 'https://shop.example.com/files/invoice-17.pdf': { bytes: 184_320 } },
        },
      )
      .contact({ media_message: { url: 'https://media.example.com/from-anna/vase.jpg' } }).entries,
  places: (channel) =>
    new Conversation(channel)
      .app(location({ title: 'Bloom & Vine', label: 'Hamngatan 12, Stockholm', latitude: 59.3325, longitude: 18.0708 }))
      .app(
        choice('Where are you?', [
          askLocation('Share my place', 'https://shop.example.com/where'),
          pin({ title: 'Our shop', latitude: 59.3325, longitude: 18.0708 }),
          calendar({
            title: 'Note the day',
            eventStart: new Date('2026-03-15T16:00:00Z'),
            eventEnd: new Date('2026-03-15T17:00:00Z'),
            eventTitle: 'Flowers',
            fallbackUrl: 'https://shop.example.com/day',
          }),
        ]),
      )
      .contact({ location_message: { title: '', coordinates: { latitude: 59.31, longitude: 18.02 } } }).entries,
  references: (channel) =>
    new Conversation(channel)
      .app(
        template({
          omni: { template_id: 'order_shipped', version: '2', language_code: 'en', parameters: { name: 'Anna', order: '17' } },
        }),
      )
      .app(
        contactInfo({
          name: 'Ida Ek',
          phoneNumbers: ['+46701234567'],
          emailAddresses: ['ida@shop.example.com'],
          urls: ['https://shop.example.com'],
          organization: { company: 'Bloom & Vine', title: 'Florist' },
        }),
      )
      .app(
        withSpecificMessages(text('Order 17'), {
          WHATSAPP: orderDetails({
            body: 'Your order',
            payment: {
              type: 'br',
              reference_id: '17',
              type_of_goods: 'physical-goods',
              total_amount_value: 4500,
              order: {
                subtotal_value: 3600,
                tax_value: 900,
                items: [{ retailer_id: 'tulips', name: 'Tulips', amount_value: 1800, quantity: 2 }],
              },
            },
          }),
        }),
      ).entries,
  answers: (channel) => {
    const asked = choice('Shall we come tomorrow?', [reply('Yes, please', 'yes'), reply('No', 'no')]);
    return new Conversation(channel)
      .app(asked)
      .contact({ choice_response_message: { message_id: 'm1', postback_data: 'yes' } }, {}, { earlier: { m1: asked } })
      .contact({ ...says('After four'), reply_to: { message_id: 'm1' } }, {}, { earlier: { m1: asked } })
      .app(withReplyTo(text('Noted: after four.'), 'm3'), {}, { earlier: { m3: text('After four') } }).entries;
  },
  words: (channel) =>
    new Conversation(channel)
      .app(text(`${'A rather long text that goes on, and on, over many lines of the phone. '.repeat(4)}The end.`))
      .app(text('שלום אנה! ההזמנה שלך מוכנה.'))
      .contact(says('مرحبا، متى تصل الزهور؟'))
      .app(text('💐'))
      .app(text('*bold* _italic_ ~struck~ ```mono```'))
      .app(text('https://shop.example.com/a/very/long/address/without/any/space/that/has/to/break/somewhere?and=a&query=too'))
      .app(text('Line one\n\n  Line three is indented')).entries,
  troubles: (channel) =>
    new Conversation(channel)
      .app(text('This one did not reach the phone.'), { status: 'failed', failure: 'CHANNEL_REJECTED' })
      .contact(says('Hello?'), { status: 'failed', failure: 'no network' })
      .contact(says('Is anybody there?'), { status: 'sending' })
      .app(text('')).entries,
};
