import { text } from '../support.ts';
import { type FilledWorld, NUMBER } from './filled-world.ts';
import type { Pair } from './find-pairs.ts';

/** A right request of an operation, whose parts are exchanged for what was read. */
interface Write {
  method: string;
  path: string;
  body: Record<string, unknown>;
  /** What has to go first, because there can be one only. */
  without?: string;
}

type MakeWrite = (world: FilledWorld, read: Record<string, unknown>) => Write;

const byContact = ({ ids }: FilledWorld) => ({ contact_id: ids.contact });
const template = ({ lab }: FilledWorld) => `/v2/projects/${lab.projectId}/templates`;
const batch = ({ lab }: FilledWorld, path: string) => `/batch/v1/projects/${lab.projectId}${path}`;
const past = ({ lab }: FilledWorld) => new Date(lab.control.now()).toISOString();
const address = { channel: 'SMS', identity: NUMBER };
const translations = [{ language_code: 'en', ...text('Hello') }];
const app = { display_name: 'Made', channel_credentials: [] };

/** Operations whose whole body, or a part of it, is something that answers show. */
export const WRITES: Readonly<Record<string, MakeWrite>> = {
  App_CreateApp: () => ({ method: 'POST', path: '/apps', body: app }),
  App_UpdateApp: ({ ids }) => ({ method: 'PATCH', path: `/apps/${ids.app}`, body: {} }),
  Batch_CreateContacts: (world) => ({
    method: 'POST',
    path: batch(world, '/contacts'),
    body: { contacts: [{ channel_identities: [address], language: 'SV' }] },
  }),
  Batch_InsertConsents: (world) => ({
    method: 'POST',
    path: batch(world, '/consents'),
    body: { app_id: world.ids.app, list_type: 'OPT_OUT_ALL', identities: [] },
  }),
  Batch_SendBatch: (world) => ({
    method: 'POST',
    path: batch(world, '/messages'),
    body: { app_id: world.ids.app, message: text('Hello'), recipient_and_params: [{ recipient: byContact(world) }] },
  }),
  Capability_QueryCapability: (world) => ({
    method: 'POST',
    path: '/capability:query',
    body: { app_id: world.ids.app, recipient: byContact(world) },
  }),
  Contact_CreateContact: () => ({ method: 'POST', path: '/contacts', body: { channel_identities: [address], language: 'SV' } }),
  Contact_GetChannelProfile: (world) => ({
    method: 'POST',
    path: '/contacts:getChannelProfile',
    body: { app_id: world.ids.app, recipient: byContact(world), channel: 'MESSENGER' },
  }),
  Contact_UpdateContact: ({ ids }) => ({ method: 'PATCH', path: `/contacts/${ids.contact}`, body: {} }),
  Conversation_CreateConversation: ({ ids }, read) => ({
    method: 'POST',
    path: '/conversations',
    body: { app_id: ids.app, contact_id: ids.other },
    without: `/conversations/${String(read.id)}`,
  }),
  Conversation_InjectEvent: (world, read) => ({
    method: 'POST',
    path: `/conversations/${String(read.conversation_id ?? world.ids.conversation)}:inject-event`,
    body: { app_event: { composing_event: {} }, accept_time: past(world) },
  }),
  Conversation_InjectMessage: (world, read) => ({
    method: 'POST',
    path: `/conversations/${String(read.conversation_id ?? world.ids.conversation)}:inject-message`,
    body: {
      accept_time: past(world),
      channel_identity: address,
      contact_id: world.ids.contact,
      direction: 'text_message' in read || !('contact_message' in read) ? 'TO_CONTACT' : 'TO_APP',
      app_message: text('Hello'),
    },
  }),
  Conversation_UpdateConversation: ({ ids }) => ({ method: 'PATCH', path: `/conversations/${ids.conversation}`, body: {} }),
  Events_SendEvent: (world) => ({
    method: 'POST',
    path: '/events:send',
    body: { app_id: world.ids.app, recipient: byContact(world), event: { composing_event: {} } },
  }),
  Messages_SendMessage: (world) => ({
    method: 'POST',
    path: '/messages:send',
    body: { app_id: world.ids.app, recipient: byContact(world), message: text('Hello') },
  }),
  Messages_UpdateMessageMetadata: ({ ids }) => ({ method: 'PATCH', path: `/messages/${ids.message}`, body: { metadata: '' } }),
  ProjectSettings_CreateSettings: () => ({ method: 'POST', path: '/settings', body: {}, without: '/settings' }),
  ProjectSettings_UpdateSettings: () => ({ method: 'PATCH', path: '/settings', body: {} }),
  Templates_v2_CreateTemplate: (world, read) => ({
    method: 'POST',
    path: template(world),
    body: { default_translation: 'en', translations },
    ...('default_translation' in read ? { without: `${template(world)}/${String(read.id)}` } : {}),
  }),
  Templates_v2_UpdateTemplate: (world) => ({
    method: 'PUT',
    path: `${template(world)}/${world.ids.template}`,
    body: { id: world.ids.template, version: 1, default_translation: 'en', translations },
  }),
  Transcoding_TranscodeMessage: (world) => ({
    method: 'POST',
    path: '/messages:transcode',
    body: { app_id: world.ids.app, app_message: text('Hello'), channels: ['SMS'] },
  }),
  Webhooks_CreateWebhook: ({ ids }, read) => ({
    method: 'POST',
    path: '/webhooks',
    body: { app_id: ids.app, target: 'http://127.0.0.1:9/made' },
    ...('target' in read ? { without: `/webhooks/${String(read.id)}` } : {}),
  }),
  Webhooks_UpdateWebhook: ({ ids }) => ({ method: 'PATCH', path: `/webhooks/${ids.webhook}`, body: {} }),
};

/** The request with what was read in the place of the pair. */
export function writeBack(world: FilledWorld, { operation, path }: Pair, read: Record<string, unknown>): Write | undefined {
  const make = WRITES[operation.id];
  if (!make) return undefined;
  const made = make(world, read);
  if (path.length === 0) return { ...made, body: read };
  const body = structuredClone(made.body);
  put(body, path, read);
  adapt(operation.id, path, body, read);
  return { ...made, body };
}

/** Goes down a path, and makes what is not there on the way. */
function put(target: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) target[step] = value;
  else if (rest[0] === '[]') {
    const [first] = (target[step] ?? []) as Record<string, unknown>[];
    if (rest.length === 1) target[step] = [value];
    else {
      const item = first ?? {};
      put(item, rest.slice(1), value);
      target[step] = [item];
    }
  } else {
    // Whom to reach is said in one way, and this one is by address.
    if (step === 'recipient') target[step] = {};
    const inner = (target[step] ?? {}) as Record<string, unknown>;
    put(inner, rest, value);
    target[step] = inner;
  }
}

/** What has to agree with the part that was exchanged. */
function adapt(operation: string, path: readonly string[], body: Record<string, unknown>, read: Record<string, unknown>): void {
  if (operation === 'Conversation_InjectMessage' && path[0] === 'contact_message') {
    delete body.app_message;
    body.direction = 'TO_APP';
  }
  if (operation === 'Templates_v2_CreateTemplate' || operation === 'Templates_v2_UpdateTemplate')
    body.default_translation = read.language_code;
}

/** Has the read thing what the request asks for, or is it another kind of it, as an inbound event is no event of the app? */
export function isTaken({ operation }: Pair, read: Record<string, unknown>): boolean {
  if (operation.id === 'Conversation_InjectEvent' && 'contact_id' in read && read.app_event === undefined) return false;
  // A message of DISPATCH is in no conversation.
  if (operation.id.startsWith('Conversation_Inject') && read.conversation_id === '') return false;
  // A template that is not there cannot be shown.
  if (operation.id === 'Transcoding_TranscodeMessage') return !JSON.stringify(read).includes('template');
  if (operation.id === 'Contact_GetChannelProfile') return JSON.stringify(read).includes('MESSENGER') || read.contact_id !== undefined;
  return true;
}
