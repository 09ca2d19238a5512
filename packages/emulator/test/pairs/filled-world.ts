import { createRequire } from 'node:module';
import fc from 'fast-check';
import { readOperations, type Schema } from '../contract/documents.ts';
import { fromSchema } from '../contract/from-schema.ts';
import { type Lab, startLab, text } from '../support.ts';

/** An emulator with some of everything, and the ids of it. */
export interface FilledWorld {
  lab: Lab;
  ids: Readonly<Record<'app' | 'contact' | 'conversation' | 'message' | 'webhook' | 'template' | 'other', string>>;
}

/** The number of the contact that does all of it. */
export const NUMBER = '46700000001';
const CHANNELS = ['SMS', 'RCS', 'WHATSAPP', 'MESSENGER', 'MMS', 'TELEGRAM', 'VIBERBM'];

/** Things of a schema, the same ones each time. */
function samples(name: string, count: number): unknown[] {
  const document = createRequire(import.meta.url)('@convapi/core/openapi.json') as { components: { schemas: Record<string, Schema> } };
  const { resolve = () => ({}) } = readOperations()[0] ?? {};
  return fc.sample(fromSchema(document.components.schemas[name] ?? {}, resolve), { numRuns: count, seed: 35 });
}

/** Makes apps, webhooks, contacts and templates, and lets every kind of message and event go to and fro. */
export async function fillWorld(): Promise<FilledWorld> {
  const lab = await startLab({ rateLimits: { requestsPerSecond: 0 } });
  const app = await lab.app(CHANNELS, {
    processing_mode: 'CONVERSATION',
    delivery_report_based_fallback: { enabled: true, delivery_report_waiting_time: 60 },
    smart_conversation: { enabled: true },
  });
  await lab.app(['SMS']);
  const contact = await lab.done('POST', '/contacts', {
    channel_identities: [
      ...['SMS', 'RCS', 'WHATSAPP', 'VIBERBM'].map((channel) => ({ channel, identity: NUMBER })),
      { channel: 'MESSENGER', identity: 'psid', app_id: app },
    ],
    language: 'SV',
  });
  const other = await lab.done('POST', '/contacts', {
    channel_identities: [{ channel: 'TELEGRAM', identity: 'other' }],
    language: 'UNSPECIFIED',
  });
  const client_credentials = { client_id: 'id', client_secret: 'secret', endpoint: 'http://127.0.0.1:9/token' };
  const webhook = await lab.done('POST', '/webhooks', {
    app_id: app,
    target: 'http://127.0.0.1:9/',
    triggers: ['CAPABILITY'],
    client_credentials,
  });
  const template = await makeTemplate(lab);
  await lab.done('POST', '/settings', { contact_settings: { unified_contact_id_enabled: false } });
  const actor = lab.control.contact(NUMBER, 'WHATSAPP', { app_id: app });
  for (const message of samples('ContactMessage', 25)) actor.sends(message as never);
  for (const event of samples('ContactEvent', 10)) actor.acts(event as never);
  const recipient = { contact_id: contact.id };
  for (const message of samples('AppMessage', 40)) await lab.call('POST', '/messages:send', { app_id: app, recipient, message });
  for (const event of samples('AppEvent', 12)) await lab.done('POST', '/events:send', { app_id: app, recipient, event });
  const byAddress = { identified_by: { channel_identities: [{ channel: 'RCS', identity: NUMBER }] } };
  const sent = await lab.done('POST', '/messages:send', { app_id: app, recipient: byAddress, message: text('Hello') });
  await lab.done('POST', '/messages:send', {
    app_id: app,
    recipient: byAddress,
    message: text('Hello'),
    processing_strategy: 'DISPATCH_ONLY',
  });
  await lab.done('POST', `/batch/v1/projects/${lab.projectId}/consents`, {
    app_id: app,
    list_type: 'OPT_OUT_MARKETING',
    identities: [{ identity: '46700000009' }],
  });
  await lab.control.idle();
  const { conversations } = await lab.done('GET', `/conversations?contact_id=${contact.id}`);
  const [conversation] = conversations as { id: string }[];
  return {
    lab,
    ids: {
      app,
      contact: contact.id,
      conversation: conversation?.id ?? '',
      message: sent.message_id,
      webhook: webhook.id,
      template: template.id,
      other: other.id,
    },
  };
}

async function makeTemplate(lab: Lab): Promise<{ id: string }> {
  const translations = samples('AppMessage', 12).flatMap((message, index) => {
    const { agent: _agent, reply_to: _reply, ...content } = message as Record<string, unknown>;
    const [kind] = Object.keys(content).filter((key) => key.endsWith('_message') && !/^(explicit|channel)/.test(key));
    return kind === undefined || kind === 'template_message' ? [] : [{ language_code: `l${index}`, [kind]: content[kind] }];
  });
  const made = { default_translation: 'en', translations: [{ language_code: 'en', variables: [], ...text('Hello') }, ...translations] };
  return lab.done('POST', `/v2/projects/${lab.projectId}/templates`, made);
}

/** Reads all that there is, as answers show it. */
export async function readAll({ lab, ids }: FilledWorld, answered: (operation: string, body: unknown) => void): Promise<void> {
  const templates = `/v2/projects/${lab.projectId}/templates`;
  const reads: [operation: string, path: string][] = [
    ['App_GetApp', `/apps/${ids.app}`],
    ['App_ListApps', '/apps'],
    ['Contact_GetContact', `/contacts/${ids.contact}`],
    ['Contact_ListContacts', '/contacts'],
    ['Conversation_GetConversation', `/conversations/${ids.conversation}`],
    ['Conversation_ListConversations', `/conversations?contact_id=${ids.contact}`],
    ['Conversation_ListRecentConversations', `/conversations:recent?app_id=${ids.app}&page_size=10`],
    ['Messages_GetMessage', `/messages/${ids.message}`],
    ['Messages_ListMessages', `/messages?app_id=${ids.app}&page_size=200`],
    ['Events_ListEvents', `/events?contact_id=${ids.contact}&page_size=20`],
    ['Webhooks_GetWebhook', `/webhooks/${ids.webhook}`],
    ['Webhooks_ListWebhooks', `/apps/${ids.app}/webhooks`],
    ['Templates_v2_GetTemplate', `${templates}/${ids.template}`],
    ['Templates_v2_ListTemplates', templates],
    ['Templates_v2_ListTranslations', `${templates}/${ids.template}/translations`],
    ['ProjectSettings_GetSettings', '/settings'],
    ['Consents_ListIdentities', `/apps/${ids.app}/consents/OPT_OUT_MARKETING`],
  ];
  for (const [operation, path] of reads) answered(operation, await lab.done('GET', path));
  for (const recipient of [
    { contact_id: ids.contact },
    { identified_by: { channel_identities: [{ channel: 'RCS', identity: NUMBER }] } },
  ]) {
    answered('Capability_QueryCapability', await lab.done('POST', '/capability:query', { app_id: ids.app, recipient }));
  }
}
