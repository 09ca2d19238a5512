import { startEmulator } from '@convapi/emulator';

/** When everything in the reference happens. */
const NOW_MS = Date.parse('2026-03-02T09:30:00Z');
const LATER = '2026-03-03T09:30:00Z';
const PHONE = '46701234567';
const MESSENGER_USER = '7746490198930851';
const sender = { claimed_identity: 'sender', token: 'any' };

/** What is there before the first call; the ids are those of the examples of callbacks. */
const seed = {
  apps: [
    {
      id: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P',
      display_name: 'Harbour Restaurant',
      processing_mode: 'CONVERSATION',
      channel_credentials: [
        { channel: 'RCS', static_bearer: sender },
        { channel: 'SMS', static_bearer: sender },
        { channel: 'MESSENGER', static_token: { token: 'any' } },
      ],
    },
  ],
  webhooks: [
    {
      id: '01HVN0EXB3P6T9W2Z5C8F1J4M7',
      app_id: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P',
      target: 'https://example.com/sinch',
      target_type: 'HTTP',
      triggers: ['MESSAGE_INBOUND', 'MESSAGE_DELIVERY'],
    },
  ],
  contacts: [
    {
      id: '01HVN0C2M4S7D8R3XK5T9WZ1AB',
      channel_identities: [
        { channel: 'RCS', identity: PHONE },
        { channel: 'SMS', identity: PHONE },
      ],
      display_name: 'Maria Ortiz',
      language: 'EN_US',
    },
    {
      id: '01HVN0C2M4S7D8R3XK5T9WZ1AC',
      channel_identities: [{ channel: 'SMS', identity: '46708888888' }],
      display_name: 'Maria O.',
      language: 'EN_US',
    },
  ],
  templates: [
    {
      id: '01HVN0F9K2N5Q8T1W4Z7B0D3G6',
      default_translation: 'en-US',
      translations: [
        {
          language_code: 'en-US',
          version: '1',
          text_message: { text: 'Your order $' + '{order} is on its way' },
          variables: [{ key: 'order', preview_value: '17' }],
        },
      ],
    },
  ],
  consents: [{ app_id: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P', list_type: 'OPT_OUT_ALL', identities: [{ identity: '46707777777' }] }],
};

/** Values of the variables that the emulator does not make. */
const VALUES = {
  APP: seed.apps[0].id,
  CONTACT: seed.contacts[0].id,
  OTHER_CONTACT: seed.contacts[1].id,
  WEBHOOK_ID: seed.webhooks[0].id,
  TEMPLATE: seed.templates[0].id,
  TEMPLATE_V1: '01HVN0B9TQ3F5Z2YQ8W0JK4M6Q',
  CHANNEL: 'RCS',
  PHONE,
  SENDER: 'your-rcs-sender',
  SENDER_TOKEN: 'your-rcs-token',
  WEBHOOK_URL: 'https://example.com/callbacks',
  WEBHOOK_SECRET: 'a secret of your own',
  isoTimestamp: new Date(NOW_MS).toISOString(),
  LATER,
};

/** Operations that make a thing of which there can be one: their examples run before it is there. */
const MAKERS = ['Conversation_CreateConversation', 'ProjectSettings_CreateSettings'];

/**
 * An emulator in which every example of the reference can run, with the same ids each time.
 *
 * @returns {Promise<{ emulator: import('@convapi/emulator').Emulator, values: Record<string, string>, restart(operationId: string): void }>}
 * `restart` puts everything to how it is before the example of an operation
 */
export async function startWorld() {
  let random = repeatable();
  const emulator = await startEmulator({
    seed: /** @type {import('@convapi/emulator').EmulatorSeed} */ (seed),
    region: 'eu',
    now: () => NOW_MS,
    random: () => random(),
    console: false,
    rateLimits: { requestsPerSecond: 0 },
  });
  emulator.control.contact(MESSENGER_USER, 'MESSENGER').isCalled('Maria Ortiz');
  const early = emulator.control.snapshot();
  const values = { ...VALUES, ...(await makeTheRest(emulator)) };
  await emulator.control.idle();
  const late = emulator.control.snapshot();
  return {
    emulator,
    values,
    restart(operationId) {
      emulator.control.load(MAKERS.includes(operationId) ? early : late);
      random = repeatable();
    },
  };
}

/**
 * A conversation, a message, an event and a batch, whose ids the emulator makes, and settings.
 *
 * @param {import('@convapi/emulator').Emulator} emulator
 */
async function makeTheRest(emulator) {
  const { APP: app_id, CONTACT: contact_id, CHANNEL: active_channel } = VALUES;
  const recipient = { contact_id };
  const message = { text_message: { text: 'Your table is ready' } };
  await call(emulator, '/v1/projects/{}/settings', { contact_settings: { unified_contact_id_enabled: false } });
  const thread = await call(emulator, '/v1/projects/{}/conversations', { app_id, contact_id, active: true, active_channel });
  const sent = await call(emulator, '/v1/projects/{}/messages:send', { app_id, recipient, message, message_metadata: 'order-17' });
  const event = await call(emulator, '/v1/projects/{}/events:send', { app_id, recipient, event: { composing_event: {} } });
  const batch = await call(emulator, '/batch/v1/projects/{}/messages', {
    app_id,
    message,
    recipient_and_params: [{ recipient }],
    batch_metadata: { campaign: 'spring-menu' },
    send_after: LATER,
  });
  return { CONVERSATION: thread.id, MESSAGE: sent.message_id, EVENT: event.event_id, BATCH: batch.batch_id };
}

/**
 * @param {import('@convapi/emulator').Emulator} emulator
 * @param {string} path
 * @param {object} body
 */
async function call({ url, projectId, keyId, keySecret }, path, body) {
  const headers = { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}`, 'content-type': 'application/json' };
  const answer = await fetch(url + path.replace('{}', projectId), { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The reference cannot be made: ${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}

/** Numbers from 0 up to 1, the same ones each time (mulberry32). */
function repeatable() {
  let state = 17;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
