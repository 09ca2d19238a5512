import type { AppMessage, ConversationChannel, SendMessageRequest } from '@convapi/core';
import { type Emulator, startEmulator } from '@convapi/emulator';
import { type Explanation, explain, template, text, toContact } from '@convapi/message-builder';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyMessage } from './any-message.ts';

/** Sends to try: few enough for every run by default, `CONVAPI_RULE_RUNS=10000` for the full run. */
const RUNS = Number(process.env.CONVAPI_RULE_RUNS ?? 600);
const SENDS_PER_WORLD = 40;
const HOUR_MS = 3_600_000;
const NOON_MS = Date.UTC(2026, 10, 21, 12);
const ADA = '46700000001';
const BOB = '46700000002';

type Json = Record<string, unknown>;

// A world: an app with some channels, a contact with some addresses, when it wrote where, and who opted out.
const channelName = fc.constantFrom(
  ...(['SMS', 'RCS', 'WHATSAPP', 'MESSENGER', 'VIBERBM', 'MMS', 'INSTAGRAM', 'TELEGRAM', 'KAKAOTALK', 'LINE', 'WECHAT'] as const),
);
const channelList = fc.uniqueArray(channelName, { minLength: 1, maxLength: 6 });
const world = fc.record({
  channels: fc.uniqueArray(channelName, { minLength: 3, maxLength: 9 }),
  mode: fc.constantFrom('CONVERSATION', 'DISPATCH'),
  hasDefaultSender: fc.boolean(),
  addresses: channelList,
  priority: fc.uniqueArray(channelName, { maxLength: 3 }),
  // Channels on which Ada wrote, each before some hours passed.
  inbound: fc.array(fc.tuple(channelName, fc.constantFrom(1, 23, 24, 25, 100, 167, 168, 169)), { maxLength: 5 }),
  optedOut: fc.array(fc.tuple(fc.constantFrom('OPT_OUT_ALL', 'OPT_OUT_MARKETING', 'OPT_OUT_NOTIFICATION'), fc.constantFrom(ADA, BOB)), {
    maxLength: 1,
  }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

// A send: mostly right, with something in it now and then that a channel or the API does not take.
const long = fc.constantFrom(160, 161, 400, 1000, 1001, 3072, 3073, 4096, 4097, 7001).map((length) => text('x'.repeat(length)));
const files = fc
  .constantFrom('', 'a.png', 'file:///a.png', 'https://example.com/a.png', 'http://localhost/a.png')
  .map((url) => ({ media_message: { url } }));
const approved = fc.constant(template({ channels: { WHATSAPP: { templateId: 'hi', languageCode: 'en_US' } } }));
const message: fc.Arbitrary<AppMessage> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(text('Hello')) },
  { weight: 3, arbitrary: anyMessage },
  long,
  files,
  approved,
);
/** Mostly one, rarely another. */
function mostly<T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: rare });
}
const address = mostly(fc.constantFrom(ADA, BOB), fc.constantFrom('', ' ', 'bob@example.com', `whatsapp:+${ADA}`));
const properties = fc.record(
  {
    SMS_MAX_NUMBER_OF_MESSAGE_PARTS: fc.constantFrom('1', '2', '3', '0', 'two'),
    MMS_SENDER: fc.constantFrom('46700', ''),
    MESSENGER_MESSAGE_TAG: fc.constantFrom('HUMAN_AGENT', 'ACCOUNT_UPDATE', ''),
    INSTAGRAM_MESSAGE_TAG: fc.constantFrom('HUMAN_AGENT', ''),
    WHATSAPP_DIRECT_SEND_CATEGORY: fc.constantFrom('UTILITY', ''),
  },
  { requiredKeys: [] },
);
/** Addresses of one person: when somebody last wrote is told by channel. */
function recipient(channel: fc.Arbitrary<ConversationChannel>): fc.Arbitrary<(readonly [ConversationChannel, string])[]> {
  return fc
    .array(fc.tuple(channel, address), { minLength: 1, maxLength: 3 })
    .filter((list) => new Set(list.map(([, identity]) => identity)).size === 1);
}

/** Sends in a world: rarely on a channel that the app lacks. */
function sendsIn({ channels, mode }: World) {
  const channel = mostly(fc.constantFrom(...channels), channelName);
  return fc.record(
    {
      // Undefined: to Ada as a contact.
      to: fc.option(recipient(channel), { nil: undefined, freq: mode === 'DISPATCH' ? 40 : 3 }),
      message,
      channel_priority_order: fc.uniqueArray(channel, { maxLength: 3 }),
      channel_properties: properties,
      message_content_type: fc.constantFrom('CONTENT_UNKNOWN', 'CONTENT_MARKETING', 'CONTENT_NOTIFICATION'),
      processing_strategy: mostly(fc.constant('DEFAULT'), fc.constant('DISPATCH_ONLY')),
      ttl: mostly(fc.constant('10s'), fc.constantFrom('1s', 'soon')),
      callback_url: mostly(fc.constantFrom('https://example.com/callbacks', ''), fc.constant('nowhere')),
    },
    { requiredKeys: ['to', 'message'] },
  );
}
type Sent = ReturnType<typeof sendsIn> extends fc.Arbitrary<infer T> ? T : never;

/** A world that runs. */
async function startWorld({ channels, mode, hasDefaultSender, addresses, priority, inbound, optedOut }: World) {
  const emulator = await startEmulator({ now: () => NOON_MS, rateLimits: { requestsPerSecond: 0 } });
  const credentials = channels.map((channel) => toCredential(channel, hasDefaultSender));
  const app = await done(emulator, 'POST', 'apps', { display_name: 'Any', processing_mode: mode, channel_credentials: credentials });
  const identities = addresses.map((channel) => ({ channel, identity: ADA, ...(isScoped(channel) && { app_id: app.id }) }));
  const contact = await done(emulator, 'POST', 'contacts', { channel_identities: identities, channel_priority: priority, language: 'EN' });
  const lastInboundAt: Record<string, number | null> = {};
  let now = NOON_MS;
  for (const [channel, hours] of inbound) {
    if (channels.includes(channel)) {
      emulator.control.contact(ADA, channel, { app_id: app.id as string }).writes('Hi');
      lastInboundAt[channel] = now;
    }
    await emulator.control.advance(hours * HOUR_MS);
    now += hours * HOUR_MS;
  }
  for (const [list_type, identity] of optedOut) {
    await done(emulator, 'POST', `/batch/v1/projects/${emulator.projectId}/consents`, {
      app_id: app.id,
      list_type,
      identities: [{ identity }],
    });
  }
  await emulator.control.idle();
  return { emulator, app, contactId: contact.id as string, lastInboundAt, now, optedOut };
}
type RunningWorld = Awaited<ReturnType<typeof startWorld>>;

function isScoped(channel: string): boolean {
  return ['MESSENGER', 'INSTAGRAM', 'LINE', 'WECHAT'].includes(channel);
}

function toCredential(channel: string, hasDefaultSender: boolean): object {
  if (channel === 'MESSENGER') return { channel, static_token: { token: 'token' } };
  if (channel === 'TELEGRAM') return { channel, telegram_credentials: { token: 'token' } };
  if (channel === 'KAKAOTALK') return { channel, kakaotalk_credentials: { kakaotalk_plus_friend_id: 'id', kakaotalk_sender_key: 'key' } };
  if (channel === 'LINE') return { channel, line_credentials: { token: 'token', secret: 'secret' } };
  if (channel === 'WECHAT') return { channel, wechat_credentials: { app_id: 'id', app_secret: 's', token: 't', aes_key: 'k' } };
  if (channel === 'INSTAGRAM') return { channel, instagram_credentials: { token: 'token', business_account_id: 'id' } };
  if (channel === 'MMS') return { channel, mms_credentials: toMmsCredentials(hasDefaultSender) };
  return { channel, static_bearer: { claimed_identity: 'sender', token: 'token' } };
}

function toMmsCredentials(hasDefaultSender: boolean): object {
  const basic_auth = { username: 'user', password: 'password' };
  const sender = hasDefaultSender ? { default_sender: '46700' } : {};
  return { account_id: 'account', api_key: 'key', basic_auth, ...sender };
}

async function call(emulator: Emulator, method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }> {
  const authorization = `Basic ${btoa(`${emulator.keyId}:${emulator.keySecret}`)}`;
  const url = path.startsWith('/') ? emulator.url + path : `${emulator.url}/v1/projects/${emulator.projectId}/${path}`;
  const answer = await fetch(url, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Json };
}

async function done(emulator: Emulator, method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await call(emulator, method, path, body);
  if (answer.status !== 200) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

function toRequest({ app, contactId }: RunningWorld, { to, ...rest }: Sent): Json {
  const recipient =
    to === undefined
      ? toContact(contactId)
      : { identified_by: { channel_identities: to.map(([channel, identity]) => ({ channel, identity })) } };
  return { app_id: app.id, recipient, ...rest };
}

/** What explain says, told all that the world knows. */
async function foretell(running: RunningWorld, request: Json): Promise<Explanation> {
  const { emulator, app, contactId, lastInboundAt, now, optedOut } = running;
  const contact = await done(emulator, 'GET', `contacts/${contactId}`);
  const query = `app_id=${String(app.id)}&contact_id=${contactId}&only_active=true`;
  const { conversations } = (await done(emulator, 'GET', `conversations?${query}`)) as { conversations?: { active_channel?: string }[] };
  // Bob never wrote; what is known of Ada holds for her addresses alone.
  const isAda = !JSON.stringify(request.recipient).includes(BOB);
  const never = Object.fromEntries(['WHATSAPP', 'MESSENGER', 'INSTAGRAM'].map((channel) => [channel, null]));
  const lists = Object.fromEntries(optedOut.map(([list, identity]) => [list, [identity]]));
  return explain(request as unknown as SendMessageRequest, app as never, contact as never, {
    activeChannel: conversations?.[0]?.active_channel,
    lastInboundAt: isAda ? { ...never, ...lastInboundAt } : never,
    optedOut: lists,
    now: () => now,
  });
}

/** What the emulator does, and its last word. */
async function happen({ emulator }: RunningWorld, request: Json): Promise<{ outcome: Explanation['outcome']; word: string }> {
  const answer = await call(emulator, 'POST', 'messages:send', request);
  if (answer.status !== 200) return { outcome: 'refused', word: `${answer.status} ${JSON.stringify(answer.body)}` };
  await emulator.control.idle();
  const reports = emulator.control.events().flatMap(({ body }) => {
    const report = body.message_delivery_report as { message_id: string; status: string; reason?: { code: string; description: string } };
    return report?.message_id === answer.body.message_id ? [report] : [];
  });
  const last = reports.at(-1);
  return { outcome: last?.status === 'FAILED' ? 'fails' : 'sent', word: JSON.stringify(last) };
}

/** What explain cannot know: templates that are stored elsewhere. */
function isUnknowable(request: Json): boolean {
  return /omni_template|template_reference/.test(JSON.stringify(request.message ?? null));
}

test('what explain foretells is what the emulator does, but for what cannot be known', async () => {
  const seen = { sent: 0, fails: 0, refused: 0, unknowable: 0 };
  const worlds = fc.sample(world, { numRuns: Math.ceil(RUNS / SENDS_PER_WORLD), seed: 17 });
  for (const [index, one] of worlds.entries()) {
    const running = await startWorld(one);
    try {
      const property = fc.asyncProperty(sendsIn(one), async (made) => {
        await compare(running, toRequest(running, made), seen);
      });
      await fc.assert(property, { numRuns: SENDS_PER_WORLD, seed: 17 + index, endOnFailure: true });
    } finally {
      await running.emulator.close();
    }
  }
  console.info(`explain and the emulator: ${JSON.stringify(seen)}`);
  for (const outcome of ['sent', 'fails', 'refused'] as const) expect(seen[outcome], outcome).toBeGreaterThan(RUNS / 40);
}, 600_000);

async function compare(running: RunningWorld, request: Json, seen: Record<Explanation['outcome'] | 'unknowable', number>): Promise<void> {
  if (isUnknowable(request)) {
    seen.unknowable += 1;
    return;
  }
  const foretold = await foretell(running, request);
  const { outcome, word } = await happen(running, request);
  seen[outcome] += 1;
  const refusals = [...foretold.refusals, ...foretold.attempts.map((attempt) => [attempt.channel, ...attempt.refusals])];
  expect(foretold.outcome, [word, request, refusals].map((one) => JSON.stringify(one)).join('\n')).toBe(outcome);
}
