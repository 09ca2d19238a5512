import { describe, expect, it } from 'vitest';
import { isMessageError, send, text, toContact, toIdentities } from '../src/index.ts';
import { wireSchema } from './helpers/wire-schema.ts';

const valid = wireSchema('SendMessageRequest');
const basics = { appId: 'app', to: toContact('contact'), message: text('Hello') };

describe('a request', () => {
  it('has the three keys that it needs, and no others', () => {
    expect(send(basics)).toStrictEqual({
      app_id: 'app',
      recipient: { contact_id: 'contact' },
      message: { text_message: { text: 'Hello' } },
    });
    const left = { channels: undefined, ttl: undefined, metadata: undefined, properties: undefined, queue: undefined };
    expect(send({ ...basics, ...left })).toStrictEqual(send(basics));
  });

  it('is as the spec says with everything in it', () => {
    const request = send({
      ...basics,
      to: toIdentities({ RCS: '+46701234567', SMS: '+46701234567' }),
      channels: ['RCS', 'SMS'],
      properties: {
        SMS_SENDER: 'Shop',
        SMS_FLASH_MESSAGE: false,
        SMS_MAX_NUMBER_OF_MESSAGE_PARTS: 2,
        MMS_SENDER: '1',
        MMS_STRICT_VALIDATION: true,
        MESSENGER_MESSAGING_TYPE: 'RESPONSE',
        MESSENGER_MESSAGE_TAG: 'ACCOUNT_UPDATE',
        MESSENGER_NOTIFICATION_TYPE: 'NO_PUSH',
        INSTAGRAM_MESSAGE_TAG: 'HUMAN_AGENT',
        VIBER_SENDER_NAME: 'Shop',
        VIBER_SENDER_AVATAR: 'https://example.com/a.png',
        TELEGRAM_DISABLE_LINK_PREVIEW: true,
        KAKAOTALK_AUTHENTICATION: 'a',
        LINE_VIDEO_TRACKING_ID: 'v',
      },
      ttl: '2h',
      metadata: 'm',
      conversationMetadata: { order: 17 },
      conversationMetadataUpdate: 'MERGE_PATCH',
      correlationId: 'order-17',
      callbackUrl: 'https://example.com/reports',
      queue: 'HIGH_PRIORITY',
      processing: 'DEFAULT',
      contentType: 'CONTENT_NOTIFICATION',
    });
    expect(valid(request), JSON.stringify(valid.errors)).toBe(true);
    expect(request.channel_properties).toMatchObject({ SMS_FLASH_MESSAGE: 'false', SMS_MAX_NUMBER_OF_MESSAGE_PARTS: '2' });
    expect(Object.keys(request)).toHaveLength(14);
  });

  it.each([
    [3, '3s'],
    [3.2, '4s'],
    ['90s', '90s'],
    ['15m', '900s'],
    ['2h', '7200s'],
    ['0.7h', '2520s'],
    ['1.5d', '129600s'],
  ] as const)('waits %s as %s', (ttl, wire) => {
    expect(send({ ...basics, ttl }).ttl).toBe(wire);
  });

  it.each([0, 2, -1, Number.NaN, Number.POSITIVE_INFINITY, '2s', '-5m', 'soon', '1w', '', null])('refuses %s as a time to wait', (ttl) => {
    expect(() => send({ ...basics, ttl: ttl as never })).toThrow('[@convapi/message-builder] send.ttl is');
  });

  it('refuses an empty app id, and says which field it is', () => {
    try {
      send({ ...basics, appId: '' });
      expect.unreachable();
    } catch (error) {
      expect(isMessageError(error) && error.issues).toStrictEqual([{ path: 'send.appId', message: 'is empty' }]);
    }
  });

  it('counts characters as the service does, so that an emoji is one', () => {
    expect(send({ ...basics, correlationId: '😀'.repeat(128) }).correlation_id).toHaveLength(256);
    expect(() => send({ ...basics, correlationId: '😀'.repeat(129) })).toThrow('send.correlationId has 129 characters, more than 128');
  });
});
