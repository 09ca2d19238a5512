import type { AppMessage, Choice, JsonObject, SendBatchRequest, SendMessageRequest } from '@convapi/client';
import type { Recorded, RecordedRequest } from './recorded-request.ts';

const IMAGE = 'https://shop.example/door.jpg';
const yes: Choice = { text_message: { text: 'Yes, please' }, postback_data: 'yes,_please' };
const no: Choice = { text_message: { text: 'No' }, postback_data: 'no' };
const at = { latitude: 57.7, longitude: 11.97 };

interface RecordedSend {
  name: string;
  message: AppMessage;
}

/** What the tools of the MCP server send: always outside of conversations, with an SMS behind it, and a sender for that. */
const tools: RecordedSend[] = [
  { name: 'send-text-message', message: { text_message: { text: 'We are open' } } },
  { name: 'send-media-message', message: { media_message: { url: IMAGE } } },
  { name: 'send-location-message', message: { location_message: { coordinates: at, title: 'Our shop' } } },
  {
    name: 'send-location-message, with a label',
    message: { location_message: { coordinates: at, title: 'Our shop', label: 'In the yard' } },
  },
  {
    name: 'send-card-or-choice-message, one choice of each kind',
    message: {
      choice_message: {
        choices: [
          { call_message: { phone_number: '+46700000099', title: 'Call us' } },
          { location_message: { coordinates: at, title: 'Find us' } },
          { text_message: { text: 'Later' } },
          { url_message: { url: 'https://shop.example/', title: 'Look at it' } },
        ],
        text_message: { text: 'What now?' },
      },
    },
  },
  {
    name: 'send-card-or-choice-message, with a picture',
    message: { card_message: { choices: [yes], title: 'Shall we?', media_message: { url: IMAGE } } },
  },
  {
    name: 'send-card-or-choice-message, with a picture and no choices',
    message: { card_message: { choices: [], title: 'Look', media_message: { url: IMAGE } } },
  },
];

/** Scripts of the skills and commands of the plugins. */
const scripts: RecordedSend[] = [
  { name: 'send_text', message: { text_message: { text: 'We are open' } } },
  {
    name: 'send_card',
    message: { card_message: { title: 'The door', description: 'Is blue', media_message: { url: IMAGE }, choices: [yes, no] } },
  },
  {
    name: 'send_card, no choices',
    message: { card_message: { title: 'The door', description: 'Is blue', media_message: { url: IMAGE }, choices: [] } },
  },
  {
    name: 'send_carousel, no outer choices',
    message: {
      carousel_message: {
        cards: [
          { title: 'One', description: 'The first', media_message: { url: IMAGE }, choices: [yes] },
          { title: 'Two', description: 'The second' },
        ],
        choices: [],
      },
    },
  },
  {
    name: 'send_carousel, with outer choices',
    message: {
      carousel_message: {
        cards: [
          { title: 'One', description: 'The first', media_message: { url: IMAGE } },
          { title: 'Two', description: 'The second', media_message: { url: IMAGE } },
        ],
        choices: [yes, no],
      },
    },
  },
  { name: 'send_choice', message: { choice_message: { text_message: { text: 'Shall we?' }, choices: [yes, no] } } },
  { name: 'send_location', message: { location_message: { coordinates: at, title: 'Our shop', label: 'In the yard' } } },
  { name: 'send_media', message: { media_message: { url: IMAGE, thumbnail_url: 'https://shop.example/small.jpg' } } },
];

/** What the types refuse too, so no `AppMessage`. */
const wrong: { from: 'skills' | 'plugins'; name: string; message: JsonObject; refused: NonNullable<RecordedRequest['refused']> }[] = [
  {
    from: 'skills',
    name: 'send_choice, a choice with a link',
    message: {
      choice_message: {
        text_message: { text: 'Look at it' },
        choices: [{ text_message: { text: 'Look' }, url_message: { url: 'https://shop.example/' }, postback_data: 'look' }],
      },
    },
    refused: {
      status: 400,
      fields: ['message.choice_message.choices[0].url_message.title', 'message.choice_message.choices[0]'],
      because: 'a choice is of one kind, and a link has a title',
    },
  },
  {
    from: 'skills',
    name: 'send_location, without a title',
    message: { location_message: { coordinates: at } },
    refused: { status: 400, fields: ['message.location_message.title'], because: 'a location has a title' },
  },
  {
    from: 'skills',
    name: 'send_template',
    message: { template_message: { template_id: 'welcome', parameters: { name: 'Ada' }, language_code: 'en' } },
    refused: {
      status: 400,
      fields: [
        'message.template_message.template_id',
        'message.template_message.parameters',
        'message.template_message.language_code',
        'message.template_message',
      ],
      because: 'a template message has an omni_template or a channel_template, which has the id',
    },
  },
  {
    from: 'plugins',
    name: 'messages-send-media --caption',
    message: { media_message: { url: IMAGE, caption: 'The door' } },
    refused: { status: 400, fields: ['message.media_message.caption'], because: 'media that an app sends have no caption' },
  },
];

export const sends: Recorded = ({ app, contact, number, template }) => {
  const to = (...channels: ('RCS' | 'SMS' | 'WHATSAPP' | 'MMS')[]) => ({
    identified_by: { channel_identities: channels.map((channel) => ({ channel, identity: `+${number}` })) },
  });
  const send = (from: RecordedRequest['from'], name: string, body: SendMessageRequest): RecordedRequest => ({
    from,
    name,
    operation: 'Messages_SendMessage',
    body,
  });
  const tool = (name: string, message: AppMessage, more: Partial<SendMessageRequest> = {}) =>
    send('mcp', name, {
      app_id: app,
      processing_strategy: 'DISPATCH_ONLY',
      channel_properties: { SMS_SENDER: 'Shop' },
      recipient: to('RCS', 'SMS'),
      message,
      ...more,
    });
  const script = ({ name, message }: RecordedSend) => [
    send('skills', name, { app_id: app, recipient: to('RCS'), message }),
    send('skills', `${name} --fallback-sms --sender`, {
      app_id: app,
      recipient: to('RCS', 'SMS'),
      message,
      channel_priority_order: ['RCS', 'SMS'],
      channel_properties: { SMS_SENDER: 'Shop' },
    }),
    send('plugins', name, { app_id: app, recipient: to('RCS'), message }),
  ];
  const omni = (parameters?: Record<string, string>): AppMessage => ({
    template_message: { omni_template: { template_id: template, version: 'latest', ...(parameters ? { parameters } : {}) } },
  });
  return [
    send('snippet', 'messages/send', { app_id: app, message: { text_message: { text: 'We are open' } }, recipient: to('RCS') }),
    ...tools.map(({ name, message }) => tool(name, message)),
    tool('send-template-message', omni({ name: 'Ada' })),
    tool('send-template-message, in a language', {
      template_message: { omni_template: { template_id: template, version: 'latest', parameters: {}, language_code: 'sv' } },
    }),
    tool(
      'send-whatsapp-template-message, with an empty version',
      {
        template_message: {
          channel_template: { WHATSAPP: { template_id: 'order_ready', language_code: 'sv', version: '', parameters: {} } },
        },
      },
      { recipient: to('WHATSAPP', 'SMS'), message_metadata: 'order 17' },
    ),
    ...scripts.flatMap(script),
    ...(['SMS', 'WHATSAPP', 'RCS'] as const).map((channel) =>
      send('skills', `send_sms --channel ${channel} --sender`, {
        app_id: app,
        recipient: to(channel),
        message: { text_message: { text: 'We are open' } },
        channel_properties: { SMS_SENDER: 'Shop' },
      }),
    ),
    ...wrong.map(
      ({ from, name, message, refused }): RecordedRequest => ({
        from,
        name,
        operation: 'Messages_SendMessage',
        body: { app_id: app, recipient: to('RCS'), message },
        refused,
      }),
    ),
    send('node-red', 'send, which goes on at a node when the contact answers', {
      app_id: app,
      recipient: { identified_by: { channel_identities: [{ channel: 'RCS', identity: number }] } },
      conversation_metadata: { variables: '{"name":"Ada"}', nextResponse: 'flow/node-7' },
      message_metadata: '{"postbackNode":"flow/node-7"}',
      message: { text_message: { text: 'Shall we?' } },
    }),
    send('node-red', 'send, a template to a contact', {
      app_id: app,
      recipient: { contact_id: contact },
      conversation_metadata: {},
      message: omni(),
    }),
    {
      from: 'plugins',
      name: 'batch-send',
      operation: 'Batch_SendBatch',
      body: {
        app_id: app,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the service
        message: { text_message: { text: 'Your table is number ${table}' } },
        recipient_and_params: [
          { recipient: to('SMS'), parameters: { table: '4' } },
          {
            recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: '+46700000022' }] } },
            parameters: { table: '5' },
          },
        ],
      } satisfies SendBatchRequest,
    },
  ];
};
