import type { AppCreateRequest, CreateWebhookRequest, SendMessageRequest, V2Template } from '@convapi/client';
import type { Emulator, EmulatorSnapshot } from '@convapi/emulator';

/** Ids of what there is. */
export interface RecordedWorld {
  /** In CONVERSATION mode, with RCS, SMS, WHATSAPP, MMS and MESSENGER. */
  app: string;
  /** Known by number and on MESSENGER; has the conversation, the message and the event. */
  contact: string;
  /** Known by another number, and has no conversation. */
  other: string;
  conversation: string;
  message: string;
  event: string;
  webhook: string;
  template: string;
  /** The number of the contact. */
  number: string;
  /** The same each time. */
  before: EmulatorSnapshot;
}

const NUMBER = '46700000021';

type Call = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;

/** Calls below the project, which must succeed. */
function createCall({ url, projectId, keyId, keySecret }: Emulator): Call {
  const headers = { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}`, 'content-type': 'application/json' };
  return async (method, path, body) => {
    const address = `${url}/${path.startsWith('v2') ? path.replace('v2', `v2/projects/${projectId}`) : `v1/projects/${projectId}/${path}`}`;
    const answer = await fetch(address, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
}

/** Makes one of everything. */
export async function fillWorld(emulator: Emulator): Promise<RecordedWorld> {
  const call = createCall(emulator);
  const bearer = { claimed_identity: 'sender', token: 'made-up' };
  const app = await call('POST', 'apps', {
    display_name: 'Recorded',
    processing_mode: 'CONVERSATION',
    channel_credentials: [
      { channel: 'RCS', static_bearer: bearer },
      { channel: 'SMS', static_bearer: bearer },
      { channel: 'WHATSAPP', static_bearer: bearer },
      { channel: 'MMS', mms_credentials: { account_id: 'account', api_key: 'key' } },
      { channel: 'MESSENGER', static_token: { token: 'made-up' } },
    ],
  } satisfies AppCreateRequest);
  const appId = String(app.id);
  const contact = await call('POST', 'contacts', {
    channel_identities: [
      { channel: 'RCS', identity: NUMBER },
      { channel: 'MESSENGER', identity: 'page-scoped', app_id: appId },
    ],
    language: 'SV',
  });
  const other = await call('POST', 'contacts', { channel_identities: [{ channel: 'SMS', identity: '46700000022' }], language: 'FI' });
  const recipient = { contact_id: String(contact.id) };
  const message = await call('POST', 'messages:send', {
    app_id: appId,
    recipient,
    message: { text_message: { text: 'The doors open at nine' } },
  } satisfies SendMessageRequest);
  const event = await call('POST', 'events:send', { app_id: appId, recipient, event: { composing_event: {} } });
  const webhook = await call('POST', 'webhooks', {
    app_id: appId,
    target: 'https://shop.example/first',
    target_type: 'HTTP',
    triggers: ['MESSAGE_INBOUND'],
    secret: 'made-up',
  } satisfies CreateWebhookRequest);
  const template = await call('POST', 'v2/templates', {
    default_translation: 'sv',
    translations: [{ language_code: 'sv', text_message: { text: 'Din beställning är här' } }],
  } satisfies V2Template);
  await emulator.control.idle();
  const { conversations } = await call('GET', `conversations?contact_id=${contact.id}`);
  const [conversation] = conversations as { id: string }[];
  return {
    app: appId,
    contact: String(contact.id),
    other: String(other.id),
    conversation: conversation?.id ?? '',
    message: String(message.message_id),
    event: String(event.event_id),
    webhook: String(webhook.id),
    template: String(template.id),
    number: NUMBER,
    before: emulator.control.snapshot(),
  };
}
