import { WEBHOOK_PAYLOAD_KEYS, WEBHOOK_TRIGGERS } from '@convapi/core';
import { describe, expect, it } from 'vitest';
import { readFixture, reasonOf, sign, verifierAt } from './helpers.ts';

const verify = async (body: string | Uint8Array) => verifierAt().verify(body, await sign(body));

describe('the typed event', () => {
  it.each(WEBHOOK_TRIGGERS)('is told apart by its trigger: %s', async (trigger) => {
    const body = readFixture(trigger.toLowerCase().replaceAll('_', '-'));
    const event = await verify(body);
    expect(event).toEqual({ ...JSON.parse(body), trigger });
    const [key] = Object.entries(WEBHOOK_PAYLOAD_KEYS).find(([, one]) => one === trigger) ?? [];
    expect(event).toHaveProperty([String(key)]);
  });

  it.each(Object.entries(WEBHOOK_PAYLOAD_KEYS))('of the payload key %s has the trigger that core says', async (key, trigger) => {
    expect((await verify(`{"${key}":{}}`)).trigger).toBe(trigger);
  });

  it.each([
    'message_notification',
    'message_submit',
    'message_submit_report',
    'opt_in',
    'opt_in_notification_',
    '_opt_in_notification',
    'OPT_IN_NOTIFICATION',
    'record',
    'capability',
    'unsupported',
    'message_inbound',
    'contact_start_notification',
    'batch_status_notification',
    'constructor',
    'valueOf',
  ])('is UNKNOWN for the key %s, near as it may be to a known one', async (key) => {
    expect((await verify(`{"${key}":{}}`)).trigger).toBe('UNKNOWN');
  });

  it('may be of a body that is nested 100,000 levels deep', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect((await verify(`{"message":{"deep":${deep}}}`)).trigger).toBe('MESSAGE_INBOUND');
    const objects = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect((await verify(`{"message":${objects}}`)).trigger).toBe('MESSAGE_INBOUND');
  });

  it('is refused, not a crash, when keys have to be dropped from such a body', async () => {
    const deep = `${'['.repeat(100_000)}{"__proto__":1}${']'.repeat(100_000)}`;
    expect(await reasonOf(verify(`{"message":{"deep":${deep}}}`))).toBe('malformed_body');
  });

  it('keeps fields that no schema knows', async () => {
    expect(await verify('{"message":{"id":"1","brand_new":true},"also_new":[1]}')).toEqual({
      trigger: 'MESSAGE_INBOUND',
      message: { id: '1', brand_new: true },
      also_new: [1],
    });
  });

  it('is UNKNOWN for a kind that no schema knows', async () => {
    expect(await verify('{"app_id":"01","batch_status_update":{"id":"1"}}')).toEqual({
      trigger: 'UNKNOWN',
      app_id: '01',
      batch_status_update: { id: '1' },
    });
  });

  it.each(['{}', '{"message":null}', '{"message":"text"}', '{"message":[]}', '{"constructor":{}}', '{"toString":{}}'])(
    'is UNKNOWN for %s',
    async (body) => {
      expect((await verify(body)).trigger).toBe('UNKNOWN');
    },
  );

  it('does not take its trigger from the body', async () => {
    expect((await verify('{"trigger":"OPT_IN","message":{}}')).trigger).toBe('MESSAGE_INBOUND');
    expect((await verify('{"trigger":"OPT_IN","news":{}}')).trigger).toBe('UNKNOWN');
  });

  it.each([
    '{"__proto__":{"admin":true},"event":{"payload":{"__proto__":{"admin":true},"kept":1}}}',
    '{"\\u005f_proto__":{"admin":true},"event":{"payload":{"_\\u005Fproto__":{"admin":true},"kept":1}}}',
  ])('drops keys that would reach a prototype in a later merge: %s', async (body) => {
    const event = await verify(body);
    expect(event).toEqual({ trigger: 'EVENT_INBOUND', event: { payload: { kept: 1 } } });
    expect(Object.hasOwn(event, '__proto__')).toBe(false);
    expect(JSON.stringify(event)).not.toContain('admin');
  });

  it('keeps the escapes that Java and Go write', async () => {
    expect(await verify('{"event":{"text":"\\u003ca\\u003e \\u0026 \\u0041"}}')).toMatchObject({ event: { text: '<a> & A' } });
  });

  it('keeps a text that speaks of __proto__', async () => {
    expect(await verify('{"event":{"text":"__proto__ \\u00e9"}}')).toMatchObject({ event: { text: '__proto__ é' } });
  });

  it.each(['', ' ', 'null', '[]', '"text"', '17', '{"message":', 'not json', '{"a":1}{"b":2}'])(
    'is refused when the body is %j, however well it is signed',
    async (body) => {
      expect(await reasonOf(verify(body))).toBe('malformed_body');
    },
  );

  it('is refused when the body is not UTF-8', async () => {
    expect(await reasonOf(verify(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)))).toBe('malformed_body');
  });
});
