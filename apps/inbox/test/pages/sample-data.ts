import type { AppMessage } from '@convapi/core';
import { card, carousel, choice, contactInfo, link, list, location, media, reply, template } from '@convapi/message-builder';
import type { MessageView } from '../../src/api/contract.ts';
import type { FakeBack } from './fake-back.ts';
import { BO, ME } from './fake-store.ts';

const HOUR_MS = 3_600_000;

/** Ids of the conversations that the sample holds. */
export const ANNA = 'conversation-anna';
export const SAMIRA = 'conversation-samira';
export const KAI = 'conversation-kai';
export const NUMBER = 'conversation-number';

/** A morning at a shop: every kind of message, on several channels. */
export function fillWithSample(back: FakeBack): void {
  const ago = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();
  back.addConversation({
    id: ANNA,
    name: 'Anna Andersson',
    channel: 'WHATSAPP',
    channelIdentity: '+46701234567',
    addresses: [
      { channel: 'WHATSAPP', identity: '+46701234567', lastInboundAt: ago(2), optedOut: false },
      { channel: 'RCS', identity: '+46701234567', lastInboundAt: ago(60), optedOut: false },
      { channel: 'SMS', identity: '+46701234567', lastInboundAt: null, optedOut: true },
    ],
    assigneeId: ME.id,
    unread: 2,
    failed: 1,
  });
  back.addConversation({
    id: SAMIRA,
    name: 'سميرة حداد',
    channel: 'MESSENGER',
    channelIdentity: '7745123',
    addresses: [{ channel: 'MESSENGER', identity: '7745123', lastInboundAt: ago(30), optedOut: false }],
    assigneeId: BO.id,
  });
  back.addConversation({ id: KAI, name: 'Kai with a very long name that does not fit into a row of the list', unread: 120, state: 'open' });
  back.addConversation({ id: NUMBER, name: '+46709999999', named: false, channelIdentity: '+46709999999' });
  fillThread(back, ago);
  back.addMessage(SAMIRA, { channel: 'MESSENGER', summary: 'هل المتجر مفتوح يوم الأحد؟', at: ago(30) });
  back.addMessage(KAI, { summary: 'Are you there? '.repeat(12), at: ago(3) });
  back.addMessage(NUMBER, { summary: '👍', at: ago(80) });
  back.savedReplies = [
    {
      id: 'r1',
      shortcut: 'hello',
      text: 'Hello {contact.name}, this is {agent.name}. How can I help?',
      authorId: ME.id,
      updatedAt: ago(90),
    },
    { id: 'r2', shortcut: 'hours', text: 'We are open from nine to six, on Saturdays until two.', authorId: BO.id, updatedAt: ago(90) },
  ];
  back.templates = [
    {
      id: 'order-update',
      description: 'Order update',
      default_translation: 'en',
      version: 1,
      translations: [
        {
          language_code: 'en',
          version: '1',
          variables: [
            { key: 'name', preview_value: 'Anna' },
            { key: 'order', preview_value: '17' },
          ],
          text_message: { text: `Hello ${placeholder('name')}, your order ${placeholder('order')} has left.` },
        },
      ],
    },
  ] as unknown as FakeBack['templates'];
}

const WORDS = (text: string): AppMessage => ({ text_message: { text } }) as AppMessage;

/** What stands in the thread with Anna, oldest first. */
function fillThread(back: FakeBack, ago: (hours: number) => string): void {
  const entries: Partial<MessageView>[] = [
    { direction: 'in', summary: 'Hello, where is my order?' },
    { ...us(WORDS('Let me look. *One moment*, please.'), 'Let me look.'), status: 'read' },
    us(
      card({
        title: 'Order 17',
        description: 'On its way.',
        media: 'https://example.com/parcel.jpg',
        choices: [reply('Not at home'), link('Track', 'https://example.com/17')],
      }),
      'Order 17',
    ),
    {
      direction: 'in',
      message: { choice_response_message: { message_id: 'x', postback_data: 'p' } },
      tapped: 'Not at home',
      replyTo: { messageId: 'x', summary: 'Order 17' },
      summary: 'Not at home',
    },
    us(choice('When shall we come?', [reply('Morning'), reply('Evening')]), 'When shall we come?'),
    us(
      list({
        title: 'Where do you want it?',
        menu: 'Places',
        sections: [{ title: 'Near you', items: [{ title: 'At home' }, { title: 'At the shop', description: 'Open until nine' }] }],
      }),
      'Where do you want it?',
    ),
    us(carousel([card1('Morning', '8 to 12'), card1('Evening', '17 to 21')]), 'Morning', 'RCS'),
    {
      direction: 'in',
      message: { location_message: { title: 'Stortorget 1', coordinates: { latitude: 55.605, longitude: 13.003 } } },
      summary: 'Stortorget 1',
      reactions: ['👍'],
    },
    { direction: 'in', message: { media_message: { url: 'https://example.com/door.jpg' } }, summary: 'door.jpg' },
    us(media('https://example.com/receipt.pdf'), 'receipt.pdf'),
    us(location({ title: 'Our shop', label: 'Stortorget 1', latitude: 55.605, longitude: 13.003 }), 'Our shop'),
    us(contactInfo({ name: { fullName: 'Bo Berg' }, phoneNumbers: [{ phoneNumber: '+46700000002' }] }), 'Bo Berg'),
    us(
      template({ omni: { templateId: 'order-update', version: '1', languageCode: 'en', parameters: { name: 'Anna', order: '17' } } }),
      'order-update',
    ),
    {
      direction: 'note',
      status: 'noted',
      channel: '',
      note: 'She moved last week: the address in the order is the old one.',
      summary: 'She moved',
      authorId: BO.id,
      authorName: BO.name,
    },
    {
      direction: 'event',
      status: 'noted',
      channel: '',
      event: { kind: 'assigned', agentId: ME.id, agentName: ME.name },
      authorId: BO.id,
      authorName: BO.name,
    },
    { direction: 'event', status: 'noted', channel: '', event: { kind: 'opted_out', channel: 'SMS' } },
    {
      ...us(WORDS('We come at six.'), 'We come at six.', 'SMS'),
      switches: [
        {
          from: 'RCS',
          to: 'SMS',
          reason: {
            code: 'RECIPIENT_NOT_REACHABLE',
            text: 'The recipient cannot be reached on this channel',
            detail: 'No RCS on this phone',
          },
        },
      ],
    },
    {
      ...us(WORDS('Is that right?'), 'Is that right?'),
      status: 'failed',
      reason: { code: 'OUTSIDE_ALLOWED_SENDING_WINDOW', text: 'Too long since the contact last wrote', detail: '' },
    },
    {
      ...us(WORDS('Hello?'), 'Hello?', ''),
      status: 'unsure',
      reason: { code: '', text: 'The service took the message but gave no id for it', detail: '' },
    },
    { direction: 'in', redacted: true, message: undefined as never, summary: '(taken back)' },
    { direction: 'in', reaction: '❤️', summary: '❤️', replyTo: { messageId: 'x', summary: 'We come at six.' }, message: undefined as never },
    {
      direction: 'in',
      channel: 'MESSENGER',
      comment: { text: 'Do you have these in blue?', on: 'https://example.com/post/1' },
      summary: 'Do you have these in blue?',
      message: undefined as never,
    },
    { direction: 'in', summary: 'Yes, six is fine. Thank you!' },
  ];
  entries.forEach(({ message, ...entry }, index) => {
    back.addMessage(ANNA, {
      channel: 'WHATSAPP',
      at: ago(2 + (entries.length - index) / 60),
      ...entry,
      message:
        message ??
        (entry.direction === 'in' && !entry.reaction && !entry.comment && !entry.redacted
          ? { text_message: { text: entry.summary ?? '' } }
          : undefined),
    } as Partial<MessageView>);
  });
}

function us(message: AppMessage, summary: string, channel = 'WHATSAPP'): Partial<MessageView> {
  return { direction: 'out', status: 'delivered', channel, message, summary, authorId: ME.id, authorName: ME.name };
}

function card1(title: string, description: string): Parameters<typeof card>[0] {
  return { title, description, choices: [reply('Take it')] };
}

/** A placeholder as templates of the service spell it. */
export function placeholder(name: string): string {
  return ['$', `{${name}}`].join('');
}
