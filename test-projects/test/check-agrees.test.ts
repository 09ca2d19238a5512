import type { Choice, SendMessageRequest } from '@convapi/core';
import { startEmulator } from '@convapi/emulator';
import {
  askLocation,
  call,
  card,
  carousel,
  checkSend,
  choice,
  link,
  location,
  media,
  pin,
  reply,
  text,
  toIdentities,
} from '@convapi/message-builder';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

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

// Texts, numbers and lists from sensible to senseless, so that both sides have something to refuse.
const words = fc.oneof(fc.constantFrom('', 'Yes', 'å 👋', 'x'.repeat(30), 'y'.repeat(1_100)), fc.string({ maxLength: 40 }));
const url = fc.constantFrom('https://example.com/a.png', 'https://example.com/a.pdf', 'nowhere', '');
const place = fc.record({
  title: words,
  latitude: fc.double({ min: -200, max: 200, noNaN: true }),
  longitude: fc.double({ min: -400, max: 400, noNaN: true }),
});
const anyChoice: fc.Arbitrary<Choice> = fc.oneof(
  fc.tuple(words, words).map(([caption, postback]) => reply(caption, postback)),
  fc.tuple(words, url).map(([title, target]) => link(title, target)),
  fc.tuple(words, fc.constantFrom('+46701234567', '112', '')).map(([title, phone]) => call(title, phone)),
  fc.tuple(words, url).map(([title, target]) => askLocation(title, target)),
  place.map((at) => pin(at)),
);
const choices = fc.array(anyChoice, { maxLength: 12 });
const options = fc.record({ title: words, description: words, media: url, choices }, { requiredKeys: [] });
const message = fc.oneof(
  words.map((body) => text(body)),
  url.map((target) => media(target)),
  place.map((at) => location(at)),
  fc.tuple(words, choices).map(([body, list]) => choice(body, list)),
  options.map((made) => card(made)),
  fc.tuple(fc.array(options, { maxLength: 12 }), choices).map(([cards, outer]) => carousel(cards, { choices: outer })),
);
const request = fc.record(
  {
    message,
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
