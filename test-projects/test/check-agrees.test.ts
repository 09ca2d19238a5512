import type { SendMessageRequest } from '@convapi/core';
import { startEmulator } from '@convapi/emulator';
import { checkSend, toIdentities } from '@convapi/message-builder';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyMessage } from './any-message.ts';

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let appId: string;

beforeAll(async () => {
  emulator = await startEmulator({ rateLimits: { requestsPerSecond: 0 } });
  const bearer = { claimed_identity: 'any', token: 'any' };
  const channels = ['RCS', 'WHATSAPP', 'SMS'].map((channel) => ({ channel, static_bearer: bearer }));
  const answer = await post('apps', { display_name: 'Agreement', channel_credentials: channels });
  appId = ((await answer.json()) as { id: string }).id;
});
afterAll(() => emulator.close());

function post(path: string, body: unknown): Promise<Response> {
  const authorization = `Basic ${btoa(`${emulator.keyId}:${emulator.keySecret}`)}`;
  const headers = { authorization, 'content-type': 'application/json' };
  return fetch(`${emulator.url}/v1/projects/${emulator.projectId}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

const request = fc.record(
  {
    message: anyMessage,
    ttl: fc.constantFrom('10s', '1s', '3600', 'soon'),
    message_metadata: fc.constantFrom('', 'order-17', 'm'.repeat(1_025)),
    correlation_id: fc.constantFrom('c', 'c'.repeat(129)),
    channel_priority_order: fc.subarray(['RCS', 'WHATSAPP', 'SMS'] as const),
  },
  { requiredKeys: ['message'] },
);

test('what checkSend finds no error in, the emulator takes', async () => {
  const seen = { taken: 0, refused: 0 };
  const property = fc.asyncProperty(request, async (made) => {
    const body = { ...made, app_id: appId, recipient: toIdentities({ RCS: '+46701234567', SMS: '+46701234567' }) } as SendMessageRequest;
    const errors = checkSend(body).filter(({ severity }) => severity === 'error');
    const answer = await post('messages:send', body);
    if (answer.status !== 200) seen.refused += 1;
    else seen.taken += 1;
    if (errors.length === 0) expect(answer.status, await answer.text()).toBe(200);
  });
  await fc.assert(property, { numRuns: 600, seed: 17 });
  expect(seen.taken, 'some requests are right').toBeGreaterThan(50);
  expect(seen.refused, 'some requests are wrong').toBeGreaterThan(50);
}, 60_000);
