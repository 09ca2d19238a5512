import { describe, expect, it } from 'vitest';
import { type ConversationEntry, choice, formatRendered, list, render, reply, text } from '../../src/index.ts';

const PHOTO = 'https://example.com/a.jpg';
const from = (contact_message: object) => ({ contact_message }) as ConversationEntry;

describe('a message of the contact', () => {
  it.each([
    ['text', { text_message: { text: '*Hi*' } }, [{ kind: 'text', text: '*Hi*', spans: { text: [{ text: 'Hi', bold: true }] } }]],
    ['media', { media_message: { url: PHOTO } }, [{ kind: 'media', media: 'image', url: PHOTO }]],
    ['media_card', { media_card_message: { url: PHOTO, caption: 'Broken' } }, [{ kind: 'media', caption: 'Broken' }]],
    [
      'location',
      { location_message: { title: 'Here', coordinates: { latitude: 1.5, longitude: 2 } } },
      [{ kind: 'location', title: 'Here', latitude: 1.5, longitude: 2 }],
    ],
    [
      'choice_response',
      { choice_response_message: { message_id: 'M', postback_data: 'M_Yes' } },
      [{ kind: 'text', text: 'Yes', answers: { messageId: 'M', postback: 'M_Yes' } }],
    ],
    [
      'product_response',
      {
        product_response_message: {
          title: 'Two',
          products: [{ id: 's', marketplace: 'm', quantity: 2, item_price: 9.95, currency: 'EUR' }],
        },
      },
      [
        {
          kind: 'payload',
          payloadType: 'product_response',
          lines: ['Two', '2 × s'],
          order: { currency: 'EUR', items: [{ name: 's', quantity: 2, amount: 19.9 }], total: 19.9 },
        },
      ],
    ],
    [
      'fallback',
      { fallback_message: { raw_message: '{"a":1}', reason: { description: 'No idea' } } },
      [{ kind: 'payload', payloadType: 'fallback', lines: ['No idea'], payload: '{"a":1}' }],
    ],
    [
      'channel',
      {
        channel_specific_message: {
          message_type: 'nfm_reply',
          message: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{}' } },
        },
      },
      [{ kind: 'payload', payloadType: 'nfm_reply', lines: ['Sent'], payload: '{}' }],
    ],
  ])('is shown as %s', (type, message, parts) => {
    const rendered = render(from(message), 'WHATSAPP');
    expect(rendered).toMatchObject({ direction: 'TO_APP', type, mode: 'native', certainty: 'stated', parts });
    expect(formatRendered(rendered)).toContain('from the contact');
  });

  it('is nothing that is known where no key is', () => {
    expect(render(from({ voice_message: {} }), 'WHATSAPP')).toMatchObject({ type: 'none', mode: 'unknown', parts: [] });
  });

  it('has no limits of what an app may send', () => {
    expect(render(from({ text_message: { text: 'x'.repeat(9000) } }), 'RCS').changes).toStrictEqual([]);
  });

  it('quotes what it answers, on any channel', () => {
    const message = from({ text_message: { text: 'Yes' }, reply_to: { message_id: 'M' } });
    expect(render(message, 'TELEGRAM', { earlier: { M: { app_message: text('Shall we?') } } }).quote).toStrictEqual({
      messageId: 'M',
      text: 'Shall we?',
      direction: 'TO_CONTACT',
    });
  });
});

describe('a tap', () => {
  const tap = (postback_data: string) => from({ choice_response_message: { message_id: 'M', postback_data } });

  it('has the caption of the message that offered it', () => {
    const offer = choice('Shall we?', [reply('Yes', 'y-1'), reply('No', 'n-1')]);
    for (const entry of [offer, { app_message: offer }]) {
      expect(render(tap('n-1'), 'RCS', { earlier: { M: entry } })).toMatchObject({ text: 'No', certainty: 'stated' });
    }
    const menu = list({ title: 'L', menu: 'M', sections: [{ items: [{ title: 'Borscht', postback: 'b' }] }] });
    expect(render(tap('b'), 'WHATSAPP', { earlier: { M: menu } }).text).toBe('Borscht');
  });

  it('has its postback where the message is not at hand, and says so', () => {
    expect(render(tap('n-1'), 'RCS')).toMatchObject({ text: 'n-1', certainty: 'unknown', changes: [{ kind: 'changed' }] });
  });
});

describe('an entry of a conversation', () => {
  it('shows its message of the app', () => {
    expect(render({ app_message: text('Hello') }, 'SMS')).toStrictEqual(render(text('Hello'), 'SMS'));
  });

  it('shows a reaction, put on or taken off', () => {
    const react = (action: string) =>
      render({ contact_message_event: { reaction_event: { emoji: '❤️', action, message_id: 'M' } } } as ConversationEntry, 'WHATSAPP');
    expect(react('REACTION_ACTION_REACT')).toMatchObject({
      direction: 'TO_APP',
      type: 'reaction',
      parts: [{ kind: 'reaction', emoji: '❤️', removed: false, messageId: 'M' }],
    });
    expect(react('REACTION_ACTION_UNREACT').parts).toMatchObject([{ removed: true }]);
    expect(formatRendered(react('REACTION_ACTION_UNREACT'))).toContain('[reaction, taken off] ❤️');
  });

  it('shows nothing of an event that is no reaction', () => {
    expect(render({ contact_message_event: { shortlink_activated_event: {} } } as ConversationEntry, 'WHATSAPP').parts).toStrictEqual([]);
  });
});
