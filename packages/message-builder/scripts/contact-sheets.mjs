// The contact sheets of docs/pictures.md: every type of message on every channel. Given render and toSvg, so that the script draws with
// the built package and the test with the source.

const CHANNELS = [
  ...['SMS', 'MMS', 'RCS', 'WHATSAPP', 'MESSENGER', 'INSTAGRAM', 'VIBERBM'],
  ...['VIBER', 'TELEGRAM', 'LINE', 'KAKAOTALK', 'KAKAOTALKCHAT', 'WECHAT', 'APPLEBC'],
];

const PHOTO = 'https://example.com/parcel.jpg';
const ID = '01HVN0B9TQ3F5Z2YQ8W0JK4M6P';
const reply = (text) => ({ text_message: { text }, postback_data: text.toLowerCase() });
const link = { url_message: { title: 'Track', url: 'https://example.com/track/17' } };
const call = { call_message: { title: 'Call us', phone_number: '+46732000000' } };
const place = { title: 'Our shop', label: 'Open the map', coordinates: { latitude: 55.610479, longitude: 13.002873 } };

/** One message a sheet, on all channels. */
const MESSAGES = {
  text: ['Text', { text_message: { text: 'Hello *Ada*, your _order_ has left. See https://example.com/track/17 🎉' } }],
  'right-to-left': ['Text from right to left', { text_message: { text: 'שלום עדה! ההזמנה 17 יצאה.\nمرحبا، طلبك في الطريق > غدًا!' } }],
  image: ['Media: an image', { media_message: { url: PHOTO } }],
  audio: ['Media: a sound', { media_message: { url: 'https://example.com/greeting.mp3' } }],
  document: ['Media: a document', { media_message: { url: 'https://example.com/invoice-17.pdf' } }],
  'choice-replies': [
    'Choice: three replies',
    { choice_message: { text_message: { text: 'Shall we come tomorrow?' }, choices: [reply('Yes'), reply('No'), reply('Later')] } },
  ],
  'choice-mixed': [
    'Choice: a reply, a link and a call',
    { choice_message: { text_message: { text: 'Your order' }, choices: [reply('Cancel'), link, call] } },
  ],
  'choice-link': ['Choice: a single link', { choice_message: { text_message: { text: 'Your order has left.' }, choices: [link] } }],
  card: [
    'Card',
    {
      card_message: {
        title: 'Order 17',
        description: 'On its way, with you tomorrow.',
        media_message: { url: PHOTO },
        choices: [reply('Not at home'), reply('Thanks')],
      },
    },
  ],
  'card-link': [
    'Card with a link',
    { card_message: { title: 'Order 17', description: 'On its way.', media_message: { url: PHOTO }, choices: [link] } },
  ],
  carousel: [
    'Carousel',
    {
      carousel_message: {
        cards: [
          {
            title: 'Borscht',
            description: 'With bread',
            media_message: { url: 'https://example.com/borscht.jpg' },
            choices: [reply('Borscht')],
          },
          {
            title: 'Pelmeni',
            description: 'With sour cream',
            media_message: { url: 'https://example.com/pelmeni.jpg' },
            choices: [reply('Pelmeni')],
          },
        ],
        choices: [reply('Nothing today')],
      },
    },
  ],
  location: ['Location', { location_message: place }],
  list: [
    'List',
    {
      list_message: {
        title: 'Lunch',
        description: 'What would you like?',
        message_properties: { menu: 'See dishes' },
        sections: [
          { title: 'Soups', items: [{ choice: { title: 'Borscht', description: 'With bread', postback_data: 'b' } }] },
          {
            title: 'Dumplings',
            items: [{ choice: { title: 'Pelmeni', postback_data: 'p' } }, { choice: { title: 'Vareniki', postback_data: 'v' } }],
          },
        ],
      },
    },
  ],
  contact: [
    'Contact card',
    {
      contact_info_message: {
        name: { full_name: 'Ada Lovelace' },
        phone_numbers: [{ phone_number: '+46701234567', type: 'WORK' }],
        email_addresses: [{ email_address: 'ada@example.com' }],
        organization: { company: 'Engines', title: 'Countess' },
        addresses: [{ city: 'London', country: 'England' }],
        urls: [{ url: 'https://example.com/ada' }],
        birthday: '1815-12-10',
      },
    },
  ],
  template: [
    'Template, WhatsApp with its words',
    {
      template_message: {
        omni_template: { template_id: ID, version: '2', parameters: { name: 'Ada' } },
        channel_template: {
          WHATSAPP: {
            template_id: 'order_sent',
            language_code: 'en',
            parameters: { 'body[1]text': 'Ada', 'body[2]text': '17', 'button[0]url[1]text': '17', 'header[1]image.link': PHOTO },
          },
        },
      },
    },
    {
      templates: [
        {
          templateId: 'order_sent',
          header: { media: 'image' },
          body: 'Hello {{1}}, *order {{2}}* has left.',
          footer: 'Reply STOP to opt out',
          buttons: [
            { type: 'url', text: 'Track', url: 'https://example.com/track/{{1}}' },
            { type: 'quick_reply', text: 'Not at home' },
          ],
        },
      ],
    },
  ],
  empty: ['Nothing in it: an empty text', { text_message: { text: '' } }],
  long: [
    'Too long: captions of 34 characters',
    { choice_message: { text_message: { text: 'When?' }, choices: [reply('Tomorrow morning before ten o’clock'), reply('Later')] } },
  ],
};

const order = {
  payment: {
    type: 'br',
    reference_id: '17',
    type_of_goods: 'physical-goods',
    total_amount_value: 21_800,
    payment_buttons: [{ type: 'payment_link', uri: 'https://example.com/pay' }],
    order: {
      subtotal_value: 19_800,
      shipping_value: 2000,
      tax_value: 0,
      items: [
        { name: 'Shoes', retailer_id: 's', quantity: 1, amount_value: 14_900 },
        { name: 'Socks', retailer_id: 'k', quantity: 2, amount_value: 4900, sale_amount_value: 2450 },
      ],
    },
  },
  body: { text: 'Your order 17' },
};
const product = (title, price) => ({
  image: { image_url: PHOTO },
  commerce: { type: 'REGULAR_PRICE_COMMERCE', title, regular_price: price },
  buttons: [{ type: 'WL', name: 'Buy', link_mo: 'https://example.com' }],
});
const specific = (channel, message_type, message) => ({
  text_message: { text: '' },
  channel_specific_message: { [channel]: { message_type, message } },
});
const offer = { app_message: MESSAGES['choice-replies'][1] };
const fromContact = (message) => ({ contact_message: message });

/** Sheets of which each phone shows another message. */
const OTHERS = {
  own: [
    "Messages in a channel's own form",
    ['WHATSAPP', specific('WHATSAPP', 'ORDER_DETAILS', order)],
    [
      'WHATSAPP',
      specific('WHATSAPP', 'ORDER_STATUS', { payment: { reference_id: '17', order: { status: 'shipped' } }, body: { text: 'It left.' } }),
    ],
    [
      'WHATSAPP',
      specific('WHATSAPP', 'FLOWS', {
        flow_id: '1',
        flow_cta: 'Choose a time',
        header: { type: 'text', text: 'Visit' },
        body: { text: 'When?' },
        footer: { text: 'Free' },
      }),
    ],
    ['KAKAOTALK', specific('KAKAOTALK', 'COMMERCE', product('Shoes', 99_000))],
    ['KAKAOTALK', specific('KAKAOTALK', 'CAROUSEL_COMMERCE', { carousel: { list: [product('Shoes', 99_000), product('Socks', 9000)] } })],
    [
      'LINE',
      specific('LINE', 'NOTIFICATION_MESSAGE_TEMPLATE', { template_key: 'shipment', body: { items: [{ item_key: 'a', content: '17' }] } }),
    ],
    [
      'TELEGRAM',
      {
        explicit_channel_message: { TELEGRAM: '{"chat_id":17,"text":"Hello","reply_markup":{"force_reply":true}}' },
        text_message: { text: '' },
      },
    ],
  ],
  sender: [
    'Who writes, quotes, orientation',
    [
      'RCS',
      { ...MESSAGES.card[1], agent: { display_name: 'Grace', type: 'HUMAN' } },
      { sender: { name: 'Example Shop', verified: true }, properties: { RCS_CARD_ORIENTATION: 'HORIZONTAL' } },
    ],
    [
      'WHATSAPP',
      { text_message: { text: 'At ten.' }, reply_to: { message_id: ID } },
      { sender: { name: 'Example Shop' }, earlier: { [ID]: fromContact({ text_message: { text: 'When will you come?' } }) } },
    ],
    ['SMS', { text_message: { text: 'Your code is 1234' } }, { properties: { SMS_SENDER: 'Shop' } }],
    ['WHATSAPP', { text_message: { text: '*bold* _italic_ ~struck~ `code`\n```\n{\n    "indented": true\n}\n```\n*all _of ~it~_*' } }],
    ['WHATSAPP', MESSAGES.text[1], { properties: { WHATSAPP_PREVIEW_URL: 'true' } }],
  ],
  'from-contact': [
    'Messages of the contact',
    ['WHATSAPP', fromContact({ text_message: { text: 'Is it still *possible*?' } })],
    ['RCS', fromContact({ choice_response_message: { message_id: ID, postback_data: 'yes' } }), { earlier: { [ID]: offer } }],
    ['MESSENGER', fromContact({ media_card_message: { url: PHOTO, caption: 'It is broken' } })],
    ['SMS', fromContact({ text_message: { text: 'STOP' } })],
    ['WHATSAPP', fromContact({ location_message: place })],
    [
      'WHATSAPP',
      fromContact({
        product_response_message: {
          title: 'Please',
          catalog_id: 'c',
          products: [{ id: 'shoe-7', marketplace: 'FACEBOOK', quantity: 2, item_price: 49.5, currency: 'EUR' }],
        },
      }),
    ],
    [
      'WHATSAPP',
      fromContact({
        channel_specific_message: {
          message_type: 'nfm_reply',
          message: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"time":"10:00"}' } },
        },
      }),
    ],
    [
      'TELEGRAM',
      fromContact({
        fallback_message: { raw_message: '{"poll":{}}', reason: { code: 'UNSUPPORTED', description: 'Polls are not known.' } },
      }),
    ],
    ['LINE', fromContact({ media_message: { url: 'https://example.com/voice.m4a' } })],
    ['INSTAGRAM', { contact_message_event: { reaction_event: { emoji: '❤️', action: 'REACTION_ACTION_REACT', message_id: ID } } }],
    ['WHATSAPP', fromContact({ text_message: { text: 'Yes, please' }, reply_to: { message_id: ID } }), { earlier: { [ID]: offer } }],
  ],
};

const COLUMNS = 5;
const GAP = 18;
const LABEL_HEIGHT = 22;
/** Cards that reach out of the phone are cut at the next phone. */
const CELL_WIDTH = 460;

/** The files of docs/: sheets by name, and the page that shows them. */
export function contactSheets(render, toSvg) {
  const files = {};
  let page = `${HEAD}\n`;
  const add = (name, title, cells) => {
    files[`pictures/${name}.svg`] = sheet(title, cells);
    page += `\n## ${title}\n\n![${title}](pictures/${name}.svg)\n`;
  };
  for (const [name, [title, message, options]] of Object.entries(MESSAGES)) {
    add(
      name,
      title,
      CHANNELS.map((channel) => [channel, toSvg(render(message, channel, options))]),
    );
  }
  for (const [name, [title, ...cells]] of Object.entries(OTHERS)) {
    add(
      name,
      title,
      cells.map(([channel, message, options]) => [channel, toSvg(render(message, channel, options))]),
    );
  }
  files['pictures.md'] = page;
  return files;
}

const HEAD = `# How messages look

Every type of message on every channel, as \`toSvg(render(message, channel))\` of \`@convapi/message-builder\` draws it. The line under a
phone says in which form it is shown, how sure that is, and how much is lost or changed. Files are not fetched: their names stand in their
place. Colours and shapes are drawings of our own, near to those of the apps.

Made by \`npm run pictures\`; a test fails where it is out of date.`;

function sheet(title, cells) {
  const rows = [];
  for (let start = 0; start < cells.length; start += COLUMNS) rows.push(cells.slice(start, start + COLUMNS));
  let y = GAP;
  let body = '';
  let width = 0;
  for (const row of rows) {
    let x = GAP;
    let height = 0;
    for (const [channel, svg] of row) {
      const cell = sizeOf(svg);
      const shown = Math.min(cell.width, CELL_WIDTH);
      body += `<text x="${x + 4}" y="${y + 12}" font-size="12" fill="#4b5563">${channel}</text>\n`;
      body += nested(svg, x, y + LABEL_HEIGHT, shown, cell);
      x += shown + GAP;
      height = Math.max(height, cell.height);
    }
    width = Math.max(width, x);
    y += LABEL_HEIGHT + height + GAP;
  }
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" role="img" aria-label="${title}" font-family="Helvetica, Arial, sans-serif">`;
  return `${head}\n<rect width="${width}" height="${y}" fill="#fafafa"/>\n${body}</svg>\n`;
}

function sizeOf(svg) {
  const [, width, height] = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg);
  return { width: Number(width), height: Math.ceil(Number(height)) };
}

/** A picture within a sheet, cut at the width of its cell. */
function nested(svg, x, y, width, cell) {
  return svg
    .replace(
      /width="[\d.]+" height="[\d.]+" viewBox="[^"]*"/,
      `x="${x}" y="${y}" width="${width}" height="${cell.height}" viewBox="-1 -1 ${width} ${cell.height}"`,
    )
    .replace(' xmlns="http://www.w3.org/2000/svg"', '');
}
