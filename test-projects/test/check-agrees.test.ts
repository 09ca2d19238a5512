import { startEmulator } from '@convapi/emulator';
import { checkSend, toIdentities } from '@convapi/message-builder';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyMessage, mutated } from './any-message.ts';

/** Sends to try: few enough for every run by default, `CONVAPI_RULE_RUNS=10000` for the full run. */
const RUNS = Number(process.env.CONVAPI_RULE_RUNS ?? 600);

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
    ttl: fc.constantFrom('10s', '20s', '30s', '3600s', '1s', 'soon'),
    message_metadata: fc.constantFrom('', 'a', 'b', 'order-17', 'm'.repeat(1_025)),
    correlation_id: fc.constantFrom('a', 'b', 'c', 'c'.repeat(129)),
    channel_priority_order: fc.subarray(['RCS', 'WHATSAPP', 'SMS'] as const),
  },
  { requiredKeys: ['message'] },
);

test('checkSend finds an error exactly where the emulator refuses the call', async () => {
  const seen = { taken: 0, refused: 0, newer: 0 };
  const recipient = toIdentities({ RCS: '+46701234567', SMS: '+46701234567' });
  const whole = request.map((made) => ({ ...made, app_id: appId, recipient }));
  const property = fc.asyncProperty(fc.oneof(whole, mutated(whole)), async (body) => {
    const issues = checkSend(body as never, []);
    // What may be newer than this version is a warning, and the emulator is no newer.
    if (issues.some(({ severity, message }) => severity === 'warning' && message.includes('not known to this version'))) seen.newer += 1;
    else {
      const { status } = await send(body);
      // Which app it is, and whether there is one, is not looked at by checkSend.
      if ((body as { app_id?: unknown }).app_id !== appId) return;
      if (status === 200) seen.taken += 1;
      else seen.refused += 1;
      const errors = issues.filter(({ severity }) => severity === 'error').map(({ message }) => message);
      expect(errors.length === 0, JSON.stringify([status, errors, body])).toBe(status === 200);
    }
  });
  await fc.assert(property, { numRuns: RUNS, seed: 17 });
  console.info(`checkSend and the emulator: ${JSON.stringify(seen)}`);
  expect(seen.taken, 'some requests are right').toBeGreaterThan(RUNS / 12);
  expect(seen.refused, 'some requests are wrong').toBeGreaterThan(RUNS / 12);
}, 600_000);

async function send(body: object): Promise<{ status: number }> {
  const answer = await post('messages:send', body);
  await answer.text();
  return answer;
}
