import type { Emulator } from '../../src/index.ts';
import { credential, text } from '../support.ts';
import type { MadeRequest } from './requests.ts';

/** What the placeholders of requests stand for. */
export type Known = Readonly<Record<string, string>>;

const CHANNELS = ['SMS', 'RCS', 'WHATSAPP', 'MESSENGER'];

/** Empties the emulator and makes one of everything, so that requests find something. */
export async function populate(emulator: Emulator, hasSettings = true): Promise<Known> {
  const { control, url, projectId, keyId, keySecret } = emulator;
  control.reset();
  const headers = { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}`, 'content-type': 'application/json' };

  async function post(path: string, body: object): Promise<Record<string, string>> {
    const answer = await fetch(`${url}${path.replace('{p}', projectId)}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  }

  const app = { display_name: 'Contract', processing_mode: 'CONVERSATION', channel_credentials: CHANNELS.map(credential) };
  const { id: app_id = '' } = await post('/v1/projects/{p}/apps', app);
  const makeContact = (identity: string) =>
    post('/v1/projects/{p}/contacts', {
      channel_identities: [
        { channel: 'SMS', identity },
        { channel: 'MESSENGER', identity, app_id },
      ],
      language: 'UNSPECIFIED',
    });
  const [contact, other] = [await makeContact('46700000001'), await makeContact('46700000002')];
  const recipient = { contact_id: contact.id };
  const sent = await post('/v1/projects/{p}/messages:send', { app_id, recipient, message: text('Hello') });
  const event = await post('/v1/projects/{p}/events:send', { app_id, recipient, event: { composing_event: {} } });
  const webhook = await post('/v1/projects/{p}/webhooks', { app_id, target: 'http://127.0.0.1:9/', triggers: ['CAPABILITY'] });
  const translations = [{ language_code: 'en-US', ...text('Hello') }];
  const template = await post('/v2/projects/{p}/templates', { default_translation: 'en-US', translations });
  if (hasSettings) await post('/v1/projects/{p}/settings', { contact_settings: { unified_contact_id_enabled: false } });
  const batch = await post('/batch/v1/projects/{p}/messages', {
    app_id,
    message: text('Hello'),
    recipient_and_params: [{ recipient }],
    send_after: new Date(control.now() + 3_600_000).toISOString(),
  });
  await control.idle();
  const conversations = await fetch(`${url}/v1/projects/${projectId}/conversations?app_id=${app_id}`, { headers });
  const [conversation] = ((await conversations.json()) as { conversations: { id: string }[] }).conversations;
  return {
    app: app_id,
    contact: contact.id ?? '',
    'other contact': other.id ?? '',
    conversation: conversation?.id ?? '',
    message: sent.message_id ?? '',
    event: event.event_id ?? '',
    webhook: webhook.id ?? '',
    template: template.id ?? '',
    batch: batch.batch_id ?? '',
    project: projectId,
    now: new Date(control.now()).toISOString(),
  };
}

/** The request with real ids. */
export function fillIn(request: MadeRequest, known: Known): MadeRequest {
  const fill = (part: string) => part.replaceAll(/\{\{([a-z ]+)\}\}/g, (whole, name: string) => known[name] ?? whole);
  return {
    ...request,
    path: fill(request.path),
    query: request.query.map(([name, value]) => [name, fill(value)]),
    body: request.body === undefined ? undefined : fill(request.body),
  };
}
