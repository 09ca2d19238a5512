import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFolder, readStored } from './state-folder.ts';
import { ALL_TRIGGERS, type Lab, startLab, startReceiver, text } from './support.ts';

const CHANNELS = ['SMS', 'RCS', 'WHATSAPP'] as const;
const NUMBERS = ['46700000001', '46700000002', '46700000003', '46701740609', '46701740641'];

const channel = fc.constantFrom(...CHANNELS);
const number = fc.constantFrom(...NUMBERS);
const index = fc.nat(20);

type Step = (lab: Lab, receiver: string) => unknown;

/** One of what is there, if anything is. */
async function pick(lab: Lab, part: string, at: number): Promise<string> {
  const ids = Object.keys(lab.control.snapshot().state[part] ?? {});
  return ids[at % Math.max(ids.length, 1)] ?? 'none';
}

const send = fc
  .record({
    app: index,
    channels: fc.uniqueArray(channel, { minLength: 1 }),
    number,
    ttl: fc.constantFrom('5s', '100s'),
    urgent: fc.boolean(),
  })
  .map(
    ({ app, channels, number: identity, ttl, urgent }): Step =>
      async (lab) => {
        const recipient = { identified_by: { channel_identities: channels.map((one) => ({ channel: one, identity })) } };
        const queue = urgent ? 'HIGH_PRIORITY' : 'NORMAL_PRIORITY';
        const more = { conversation_metadata: { a: ttl }, correlation_id: ttl, ttl, queue };
        await lab.call('POST', '/messages:send', { app_id: await pick(lab, 'apps', app), recipient, message: text('Hello'), ...more });
      },
  );

const read = index.map(
  (at): Step =>
    async (lab) => {
      const shown = lab.control.messages().filter(({ direction, status }) => direction === 'TO_CONTACT' && status !== 'READ');
      const message = shown[at % Math.max(shown.length, 1)];
      if (!message) return;
      await lab.call('POST', '/_emulator/inbound', { channel: message.channel, identity: message.identity, read: message.message_id });
    },
);

const idle = fc.constant<Step>((lab) => lab.control.idle());

/** What is done, the more frequent named more often. */
const steps: fc.Arbitrary<Step>[] = [
  send,
  send,
  send,
  send,
  read,
  read,
  idle,
  idle,
  fc.record({ mode: fc.constantFrom('CONVERSATION', 'DISPATCH'), days: fc.constantFrom(0, 1, 7) }).map(
    ({ mode, days }) =>
      (lab) =>
        lab.app([...CHANNELS], {
          processing_mode: mode,
          dispatch_retention_policy: { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: days },
          retention_policy:
            days === 0 ? { retention_type: 'PERSIST_RETENTION_POLICY' } : { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: days },
          delivery_report_based_fallback: { enabled: true, delivery_report_waiting_time: 60 },
        }),
  ),
  fc.record({ app: index, path: fc.nat(2) }).map(({ app, path }) => async (lab, receiver) => {
    const target = `${receiver}/${path}`;
    await lab.call('POST', '/webhooks', {
      app_id: await pick(lab, 'apps', app),
      target,
      target_type: 'HTTP',
      triggers: ALL_TRIGGERS,
      secret: 's',
    });
  }),
  fc.record({ app: index, channel, number }).map(({ app, channel: name, number: identity }) => async (lab) => {
    await lab.call('POST', '/_emulator/inbound', { channel: name, identity, app_id: await pick(lab, 'apps', app), text: 'Hi' });
  }),
  fc.record({ channel, number, all: fc.boolean() }).map(
    ({ channel: name, number: identity, all }) =>
      (lab) =>
        lab.call('PUT', `/_emulator/channels/${name}`, { status: 'FAILED', ...(all ? {} : { identity }) }),
  ),
  channel.map((name) => (lab) => lab.call('DELETE', `/_emulator/channels/${name}`)),
  fc.record({ channel, number }).map(
    ({ channel: name, number: identity }) =>
      (lab) =>
        lab.call('POST', '/contacts', { channel_identities: [{ channel: name, identity }], language: 'UNSPECIFIED', display_name: 'Ann' }),
  ),
  fc.record({ a: index, b: index }).map(({ a, b }) => async (lab) => {
    await lab.call('POST', `/contacts/${await pick(lab, 'contacts', a)}:merge`, { source_id: await pick(lab, 'contacts', b) });
  }),
  fc.record({ part: fc.constantFrom('apps', 'webhooks', 'contacts', 'conversations', 'messages'), at: index }).map(
    ({ part, at }) =>
      async (lab) =>
        void (await lab.call('DELETE', `/${part}/${await pick(lab, part, at)}`)),
  ),
  index.map((at) => async (lab) => void (await lab.call('POST', `/conversations/${await pick(lab, 'conversations', at)}:stop`))),
  fc.record({ app: index, number }).map(({ app, number: identity }) => async (lab) => {
    const body = { app_id: await pick(lab, 'apps', app), list_type: 'OPT_OUT_ALL', identities: [{ identity }] };
    await lab.call('POST', `/batch/v1/projects/${lab.projectId}/consents`, body);
  }),
  fc.record({ app: index, number, hours: fc.constantFrom(0, 2) }).map(({ app, number: identity, hours }) => async (lab) => {
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity }] } };
    await lab.call('POST', `/batch/v1/projects/${lab.projectId}/messages`, {
      app_id: await pick(lab, 'apps', app),
      message: text('All'),
      recipient_and_params: [{ recipient }],
      send_after: new Date(lab.control.now() + hours * 3_600_000).toISOString(),
    });
  }),
  fc.constantFrom(10, 1000, 100_000, 90_000_000).map((ms) => (lab) => lab.control.advance(ms)),
];

/** What lies in the folder, in the form of a snapshot. */
function readFolder(folder: string): Record<string, Record<string, unknown>> {
  const state: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of readStored(folder)) {
    const [part = '', ...key] = name.split('/');
    // A snapshot has it as its time.
    if (name === 'meta/clock') continue;
    state[part] = { ...state[part], [key.join('/')]: JSON.parse(value) as unknown };
  }
  return state;
}

function withoutEmpty(state: Record<string, Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(state).filter(([, rows]) => Object.keys(rows).length > 0));
}

describe('any sequence of steps', () => {
  it('is written as it is remembered, and read back as it was written', { timeout: 300_000 }, async () => {
    const receiver = await startReceiver((attempt) => (attempt % 3 === 0 ? 503 : 200));
    const script = fc.record({
      steps: fc.array(fc.oneof(...steps), { minLength: 20, maxLength: 40 }),
      channelDelayMs: fc.constantFrom(0, 10),
      outboundPerSecond: fc.constantFrom(0, 5),
    });
    await fc.assert(
      fc.asyncProperty(script, async ({ steps: given, channelDelayMs, outboundPerSecond }) => {
        const data = makeFolder();
        const options = { data, channelDelayMs, rateLimits: { outboundPerSecond }, logLimit: 20 };
        const first = await startLab(options);
        const appId = await first.app([...CHANNELS], { processing_mode: 'CONVERSATION' });
        await first.done('POST', '/webhooks', {
          app_id: appId,
          target: receiver.url,
          target_type: 'HTTP',
          triggers: ALL_TRIGGERS,
          secret: 's',
        });
        for (const step of given) await step(first, receiver.url);
        // In the middle of whatever is going on.
        const before = first.control.snapshot();
        await first.close();
        expect(readFolder(data)).toEqual(withoutEmpty(before.state));

        const second = await startLab(options);
        await second.control.idle();
        const atRest = second.control.snapshot();
        await second.close();
        const third = await startLab(options);
        expect(third.control.snapshot()).toEqual(atRest);
        await third.close();
      }),
      { numRuns: 20 },
    );
  });
});
