import { isConvapiError, unrecognized } from '@convapi/core';
import { describe, expect, it } from 'vitest';
import { isMessageError, MessageError, replyTo, toContact, toIdentities } from '../src/index.ts';

const phone = '+46701234567';
const missing = undefined as unknown as string;

function errorOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

describe('toContact', () => {
  it('is a recipient by contact id', () => {
    expect(toContact('01HV')).toStrictEqual({ contact_id: '01HV' });
  });

  it('refuses an id that is not there', () => {
    expect(() => toContact('')).toThrow('[@convapi/message-builder] toContact.contactId is empty. Pass the id of a contact.');
    expect(() => toContact(missing)).toThrow('toContact.contactId is undefined. Pass the id of a contact.');
  });
});

describe('replyTo', () => {
  const address = { channel: 'MESSENGER', identity: '7746490198930851', app_id: '01HA' } as const;

  it('is the contact, where there is one', () => {
    expect(replyTo({ message: { contact_id: '01HV', channel_identity: address } })).toStrictEqual({ contact_id: '01HV' });
  });

  it('is the channel and the address as they came, in DISPATCH mode, where the id is empty', () => {
    const expected = { identified_by: { channel_identities: [{ channel: 'MESSENGER', identity: '7746490198930851' }] } };
    expect(replyTo({ message: { contact_id: '', channel_identity: address } })).toStrictEqual(expected);
    expect(replyTo({ message: { channel_identity: address } })).toStrictEqual(expected);
  });

  it('takes events and masked messages too, and channels that are not known yet', () => {
    expect(replyTo({ event: { contact_id: '01HV' } })).toStrictEqual({ contact_id: '01HV' });
    const channel_identity = { channel: unrecognized('NEW'), identity: 'a' };
    expect(replyTo({ message_redaction: { channel_identity } })).toStrictEqual({
      identified_by: { channel_identities: [{ channel: 'NEW', identity: 'a' }] },
    });
  });
});

describe('toIdentities', () => {
  it('tries the channels in the order of the keys', () => {
    expect(
      toIdentities({ WHATSAPP: phone, RCS: phone, SMS: phone }).identified_by.channel_identities.map((one) => one.channel),
    ).toStrictEqual(['WHATSAPP', 'RCS', 'SMS']);
    expect(toIdentities({ SMS: phone, RCS: phone }).identified_by.channel_identities).toStrictEqual([
      { channel: 'SMS', identity: phone },
      { channel: 'RCS', identity: phone },
    ]);
  });

  it('leaves out channels without an address', () => {
    expect(toIdentities({ RCS: undefined, SMS: phone }).identified_by.channel_identities).toStrictEqual([
      { channel: 'SMS', identity: phone },
    ]);
  });

  it('takes a list with several addresses on one channel', () => {
    const identities = [
      { channel: 'SMS', identity: phone },
      { channel: 'SMS', identity: '+46707654321' },
    ] as const;
    expect(toIdentities(identities)).toStrictEqual({ identified_by: { channel_identities: identities } });
  });

  it('takes of stored identities only what a recipient has', () => {
    const stored = [{ channel: 'MESSENGER', identity: '123', app_id: '01HV' }] as const;
    expect(toIdentities(stored).identified_by.channel_identities).toStrictEqual([{ channel: 'MESSENGER', identity: '123' }]);
  });

  it.each([
    ['an empty object', () => toIdentities({})],
    ['only undefined', () => toIdentities({ SMS: undefined })],
    ['an empty list', () => toIdentities([])],
  ])('refuses nobody: %s', (_, act) => {
    expect(act).toThrow(
      '[@convapi/message-builder] toIdentities.identities has no address. Pass addresses by channel, e.g. { SMS: "+46701234567" }.',
    );
  });

  it('refuses an address that is empty, and says on which channel', () => {
    expect(() => toIdentities({ RCS: phone, SMS: '' })).toThrow(
      'toIdentities.identities.SMS is empty. Pass the address on SMS, or leave the channel out.',
    );
    expect(() => toIdentities([{ channel: 'SMS', identity: missing }])).toThrow(
      'toIdentities.identities[0].identity is undefined. Pass the address on SMS',
    );
    expect(() => toIdentities({ SMS: null as unknown as string })).toThrow('toIdentities.identities.SMS is null');
  });

  it('ignores what an object inherits', () => {
    expect(() => toIdentities(Object.create({ SMS: phone }))).toThrow('has no address');
  });

  it('does not show the address in the error', () => {
    expect(String(errorOf(() => toIdentities({ SMS: 46_701_234_567 as unknown as string })))).not.toContain('467012');
  });
});

describe('MessageError', () => {
  const error = errorOf(() => toIdentities({}));

  it('belongs to the errors of the toolkit', () => {
    expect(isMessageError(error)).toBe(true);
    expect(isConvapiError(error)).toBe(true);
    expect(error).toBeInstanceOf(MessageError);
  });

  it('carries the issues', () => {
    expect(error).toMatchObject({
      name: 'MessageError',
      issues: [{ path: 'toIdentities.identities', message: 'has no address' }],
    });
  });

  it('keeps the cause it is given, and has none otherwise', () => {
    const cause = new Error('below');
    expect(new MessageError('above', { issues: [], cause }).cause).toBe(cause);
    expect(new MessageError('above', { issues: [] })).not.toHaveProperty('cause');
  });

  it('is told from other errors', () => {
    for (const other of [new Error('x'), new TypeError('x'), { name: 'MessageError', convapi: true }, null, undefined, 'MessageError']) {
      expect(isMessageError(other)).toBe(false);
    }
    expect(isMessageError(Object.assign(new Error('x'), { name: 'MessageError' }))).toBe(false);
  });
});
