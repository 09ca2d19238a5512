import { WEBHOOK_TRIGGERS } from '@convapi/core';
import { expect, it } from 'vitest';
import { parseWebhookEvent } from '../src/index.ts';
import { sampleCallback } from '../src/rehearse/index.ts';

it.each(WEBHOOK_TRIGGERS)('gives a callback of the kind %s, of the app and with the time that it was asked for', (trigger) => {
  const sample = sampleCallback(trigger, { appId: '01HXZ7KJ5V8M2Q9R4T6W8Y0B1D', now: Date.UTC(2026, 10, 21) });
  expect(sample).toMatchObject({ app_id: '01HXZ7KJ5V8M2Q9R4T6W8Y0B1D', event_time: '2026-11-21T00:00:00.000Z' });
  expect(parseWebhookEvent(JSON.stringify(sample)).trigger).toBe(trigger);
});

it('has new ids each time, so that no receiver takes one for another', () => {
  expect(sampleCallback('MESSAGE_INBOUND').message).not.toEqual(sampleCallback('MESSAGE_INBOUND').message);
});
