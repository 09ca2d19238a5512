import type { SendMessageRequest } from '@convapi/core';
import { describe, expect, it } from 'vitest';
import { checkSend, send, text, toContact, toIdentities } from '../src/index.ts';

const phone = '+46701234567';
const basics = { appId: 'app', to: toIdentities({ RCS: phone, SMS: phone }), message: text('Hello') };

function lines(request: unknown): string[] {
  return checkSend(request as SendMessageRequest).map(
    ({ severity, channel = 'API', code, path }) => `${severity} ${channel} ${code} ${path}`,
  );
}

describe('a request', () => {
  it('without fault has no issue', () => {
    expect(checkSend(send({ ...basics, channels: ['RCS', 'SMS'], ttl: '2h', correlationId: 'c', metadata: 'm' }))).toStrictEqual([]);
    expect(checkSend(send({ ...basics, to: toContact('c') }))).toStrictEqual([]);
  });

  it('needs an app, a recipient and a message', () => {
    expect(lines({})).toStrictEqual(['error API missing app_id', 'error API missing recipient', 'error API missing message']);
    expect(lines(null)).toStrictEqual(['error API type ']);
  });

  it.each([
    ['correlation_id', 'c'.repeat(129), 'length'],
    ['message_metadata', 'c'.repeat(1025), 'length'],
    ['message_metadata', {}, 'type'],
    ['conversation_metadata', { a: 'c'.repeat(2041) }, 'length'],
    ['conversation_metadata', 'text', 'type'],
    ['ttl', '2s', 'range'],
    ['ttl', '315576000001s', 'range'],
    ['ttl', '10', 'format'],
    ['ttl', 10, 'type'],
    ['channel_properties.SMS_SENDER', 'c'.repeat(1025), 'length'],
  ])('refuses in %s what the API does', (path, value, code) => {
    const [key, inner] = path.split('.') as [string, string | undefined];
    const request = { ...send(basics), [key]: inner === undefined ? value : { [inner]: value } };
    expect(lines(request)).toStrictEqual([`error API ${code} ${path}`]);
  });

  it.each([
    ['a value', { queue: 'LOW_PRIORITY' }, 'value queue'],
    ['a field', { quiet: true }, 'unknown_field quiet'],
    ['a channel', { channel_priority_order: ['FAX'] }, 'value channel_priority_order[0]'],
  ])('warns of %s that this version does not know, and refuses none', (_, more, issue) => {
    const issues = checkSend({ ...send(basics), ...more } as never);
    expect(issues.filter(({ severity }) => severity === 'error')).toStrictEqual([]);
    expect(issues.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toContain(`warning ${issue}`);
    expect(issues.find(({ path }) => issue.endsWith(` ${path}`))?.message).toContain('not known to this version');
  });

  it('names in a list of values only what is taken', () => {
    const [issue] = checkSend({ ...send(basics), channel_priority_order: ['FAX'] } as never);
    expect(issue?.message).toContain('SMS');
    expect(issue?.message).not.toContain('UNSPECIFIED');
  });

  it('has the issues of its message, on the channels that it goes to', () => {
    const request = send({ ...basics, message: text('a'.repeat(3073)) });
    expect(lines(request)).toStrictEqual(['error RCS length message.text_message.text', 'note SMS segments message.text_message.text']);
    expect(checkSend(request, ['LINE'])).toStrictEqual([]);
    expect(lines({ ...request, channel_priority_order: ['SMS'] })).toContain('note SMS segments message.text_message.text');
  });
});

describe('the recipient', () => {
  it('has an address on each channel of the order', () => {
    expect(lines(send({ ...basics, channels: ['WHATSAPP', 'SMS'] }))).toStrictEqual([
      'warning API recipient channel_priority_order[0]',
      'note API recipient recipient.identified_by.channel_identities[0]',
    ]);
  });

  it('is tried once on each channel', () => {
    expect(lines(send({ ...basics, channels: ['RCS', 'SMS', 'RCS'] }))).toStrictEqual(['warning API duplicate channel_priority_order[2]']);
  });

  it('is no contact where only addresses are used', () => {
    expect(lines(send({ ...basics, to: toContact('c'), processing: 'DISPATCH_ONLY' }))).toStrictEqual([
      'error API recipient recipient.contact_id',
    ]);
  });
});

describe('the settings', () => {
  it('are of channels that are used', () => {
    expect(lines(send({ ...basics, properties: { LINE_VIDEO_TRACKING_ID: 'v', SMS_SENDER: 's' } }))).toStrictEqual([
      'note API property channel_properties.LINE_VIDEO_TRACKING_ID',
    ]);
  });

  it('are true or false, or a number, where the service wants that', () => {
    const properties = (channel_properties: object) => lines({ ...send(basics), channel_properties });
    expect(properties({ SMS_FLASH_MESSAGE: 'yes' })).toStrictEqual(['warning API value channel_properties.SMS_FLASH_MESSAGE']);
    expect(properties({ SMS_MAX_NUMBER_OF_MESSAGE_PARTS: 'two' })).toStrictEqual([
      'warning API value channel_properties.SMS_MAX_NUMBER_OF_MESSAGE_PARTS',
    ]);
    expect(properties({ SMS_FLASH_MESSAGE: 'true', SMS_MAX_NUMBER_OF_MESSAGE_PARTS: '1' })).toStrictEqual([]);
  });

  it('leave room for the text', () => {
    const request = send({ ...basics, message: text('a'.repeat(400)), properties: { SMS_MAX_NUMBER_OF_MESSAGE_PARTS: 2 } });
    expect(checkSend(request)[0]).toMatchObject({
      severity: 'warning',
      limit: 2,
      actual: 3,
      path: 'channel_properties.SMS_MAX_NUMBER_OF_MESSAGE_PARTS',
    });
  });

  it('have a short name for Viber', () => {
    const to = toIdentities([{ channel: 'SMS', identity: phone }]);
    expect(lines(send({ ...basics, to, properties: { VIBER_SENDER_NAME: 'a'.repeat(29) } }))).toContain(
      'error VIBER length channel_properties.VIBER_SENDER_NAME',
    );
  });

  it('have a web address for reports', () => {
    expect(lines(send({ ...basics, callbackUrl: 'example.com' }))).toStrictEqual(['error API format callback_url']);
  });
});
