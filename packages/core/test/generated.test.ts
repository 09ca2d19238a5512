import batch from '@convapi/core/batch.openapi.json' with { type: 'json' };
import document from '@convapi/core/openapi.json' with { type: 'json' };
import { expect, test } from 'vitest';
import * as core from '../src/index.ts';

test('the bundled documents ship with the package', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.webhooks)).toHaveLength(21);
  expect(Object.keys(batch.paths)).toHaveLength(4);
});

test('each of the 21 triggers has a payload key of its own', () => {
  expect([...new Set(Object.values(core.WEBHOOK_PAYLOAD_KEYS))].sort()).toEqual([...core.WEBHOOK_TRIGGERS].sort());
  expect(Object.keys(core.WEBHOOK_PAYLOAD_KEYS)).toHaveLength(21);
});

test('lists that people choose from hold no placeholder', () => {
  expect(core.CHANNELS).toHaveLength(13);
  expect(core.CHANNELS).not.toContain('CHANNEL_UNSPECIFIED');
  expect(core.WEBHOOK_TRIGGERS).not.toContain('UNSPECIFIED_TRIGGER');
  expect(core.REGIONS).toEqual(['us', 'eu', 'br']);
});
