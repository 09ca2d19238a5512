import { describe, expect, test } from 'vitest';
import { type AppResponse, addChannel, addTriggers, toTemplate, unrecognized, type V2TemplateResponse } from '../src/index.ts';

describe('addTriggers', () => {
  test('keeps what is there, also what these types do not know, and has nothing twice', () => {
    const triggers = ['MESSAGE_INBOUND' as const, unrecognized('NEW')];
    expect(addTriggers({ triggers }, 'MESSAGE_SUBMIT', 'MESSAGE_INBOUND')).toEqual({
      triggers: ['MESSAGE_INBOUND', 'NEW', 'MESSAGE_SUBMIT'],
    });
  });

  test('begins a list where there is none', () => {
    expect(addTriggers({}, 'OPT_OUT')).toEqual({ triggers: ['OPT_OUT'] });
  });
});

describe('addChannel', () => {
  const sms = { channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 't' } } as const;
  const line = { channel: 'LINE', line_credentials: { token: 't', secret: 's' } } as const;
  const app: AppResponse = {
    id: 'A',
    channel_credentials: [{ ...sms, state: { status: 'ACTIVE' }, channel_known_id: 'k', credential_ordinal_number: 0 }, line],
  };

  test('puts the new channel behind the others, without what only the service writes', () => {
    const viber = { channel: 'VIBERBM', static_bearer: { claimed_identity: '4711' } } as const;
    expect(addChannel(app, viber)).toEqual({ channel_credentials: [{ ...sms, credential_ordinal_number: 0 }, line, viber] });
  });

  test('replaces the credentials of a channel in its place', () => {
    const fresh = { channel: 'SMS', static_bearer: { claimed_identity: 'other', token: 't' } } as const;
    expect(addChannel(app, fresh)).toEqual({ channel_credentials: [fresh, line] });
  });

  test('tells several credentials of one channel apart by their number', () => {
    const second = { ...line, credential_ordinal_number: 1 };
    expect(addChannel(app, second).channel_credentials).toHaveLength(3);
  });

  test('changes nothing of what was read, and begins a list where there is none', () => {
    const before = structuredClone(app);
    addChannel(app, sms);
    expect(app).toEqual(before);
    expect(addChannel({}, sms)).toEqual({ channel_credentials: [sms] });
  });
});

test('toTemplate keeps id and version, and drops the copies called latest and the times', () => {
  const translation = { language_code: 'en', version: '3', text_message: { text: 'Hello' } };
  const template: V2TemplateResponse = {
    id: 'T',
    version: 4,
    default_translation: 'en',
    create_time: '2026-01-01T00:00:00Z',
    update_time: '2026-01-02T00:00:00Z',
    translations: [
      { ...translation, create_time: '2026-01-01T00:00:00Z' },
      { ...translation, version: 'latest' },
    ],
  };
  expect(toTemplate(template)).toEqual({ id: 'T', version: 4, default_translation: 'en', translations: [translation] });
  expect(toTemplate({ id: 'T', version: 1, default_translation: 'en' }).translations).toEqual([]);
});
