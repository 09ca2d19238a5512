import batch from '@convapi/core/batch.openapi.json' with { type: 'json' };
import document from '@convapi/core/openapi.json' with { type: 'json' };
import { expect, test } from 'vitest';
import * as core from '../src/index.ts';

test('the bundled documents ship with the package', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.webhooks)).toHaveLength(22);
  expect(Object.keys(batch.paths)).toHaveLength(4);
});

test('each of the 22 triggers has a payload key of its own', () => {
  expect([...new Set(Object.values(core.WEBHOOK_PAYLOAD_KEYS))].sort()).toEqual([...core.WEBHOOK_TRIGGERS].sort());
  expect(Object.keys(core.WEBHOOK_PAYLOAD_KEYS)).toHaveLength(22);
});

test('lists that people choose from hold no placeholder', () => {
  expect(core.CHANNELS).toHaveLength(13);
  expect(core.CHANNELS).not.toContain('CHANNEL_UNSPECIFIED');
  expect(core.CHANNELS).not.toContain('VIBER');
  expect(core.WEBHOOK_TRIGGERS).not.toContain('UNSPECIFIED_TRIGGER');
  expect(core.REGIONS).toEqual(['us', 'eu', 'br']);
});

test('a guard tells the values of a list from all others', () => {
  expect(['SMS', 'VIBER', 'CHANNEL_UNSPECIFIED', 'sms', 17, undefined].filter(core.isConversationChannel)).toEqual(['SMS']);
  expect(['MESSAGE_INBOUND', 'UNSPECIFIED_TRIGGER', 'NEW'].filter(core.isWebhookTrigger)).toEqual(['MESSAGE_INBOUND']);
});

test('an unrecognized value is the text itself', () => {
  expect(core.unrecognized('NEW')).toBe('NEW');
});
