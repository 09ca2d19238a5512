import { WEBHOOK_TRIGGERS } from '@convapi/core';
import { expect, it } from 'vitest';
import { createExhaustiveWebhookHandler, type ExhaustiveWebhookHandlers } from '../src/index.ts';
import { readFixture, signedRequest, verifierAt } from './helpers.ts';

const names = [...WEBHOOK_TRIGGERS, 'UNKNOWN'];

function handlersFor(seen: string[]): ExhaustiveWebhookHandlers {
  return Object.fromEntries(names.map((name) => [name, () => void seen.push(name)])) as unknown as ExhaustiveWebhookHandlers;
}

it('calls the function of each trigger', async () => {
  const seen: string[] = [];
  const handler = createExhaustiveWebhookHandler(verifierAt(), handlersFor(seen));
  for (const trigger of WEBHOOK_TRIGGERS) await handler(await signedRequest(readFixture(trigger.toLowerCase().replaceAll('_', '-'))));
  await handler(await signedRequest('{"news":{}}'));
  expect(seen).toEqual(names);
});

it.each(names)('refuses handlers without %s', (name) => {
  const { [name as 'OPT_IN']: _, ...rest } = handlersFor([]);
  expect(() => createExhaustiveWebhookHandler(verifierAt(), rest as ExhaustiveWebhookHandlers)).toThrow(`Option handlers.${name} must be`);
});

it('refuses a default, into which a new trigger would slip', () => {
  const handlers = { ...handlersFor([]), default: () => {} } as unknown as ExhaustiveWebhookHandlers;
  expect(() => createExhaustiveWebhookHandler(verifierAt(), handlers)).toThrow('Option handlers.default must be');
});

it('takes the same options as the other', async () => {
  const errors: unknown[] = [];
  const handlers = { ...handlersFor([]), UNKNOWN: () => Promise.reject(new Error('not now')) };
  const handler = createExhaustiveWebhookHandler(verifierAt(), handlers, { onError: (error) => void errors.push(error) });
  expect((await handler(await signedRequest('{}'))).status).toBe(500);
  expect(errors).toHaveLength(1);
});
