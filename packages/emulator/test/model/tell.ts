import type { EmulatedEvent } from '../../src/index.ts';
import type { Model, ModelApp } from './state.ts';

/** What is told of an event: by name, in any order. */
export type Told = Readonly<Record<string, string | undefined>>;

/** Says that an app should be told something, and by which webhooks. */
export function tell(model: Model, app: ModelApp, trigger: string, told: Told): void {
  model.events.push(toLine(trigger, app.id, told));
  for (const webhook of app.webhooks) {
    if (webhook.triggers.includes(trigger)) model.callbacks.push(`${webhook.target} ${trigger}`);
  }
}

/** Contacts belong to the project, so every app hears of what the API does to them. */
export function tellAll(model: Model, trigger: string, told: Told): void {
  for (const app of model.apps) tell(model, app, trigger, told);
}

/** Addresses as one text. */
export function describeAddresses(addresses: readonly { channel: string; identity: string }[]): string {
  return addresses.map(({ channel, identity }) => `${channel}:${identity}`).join(',');
}

/** The same line of an event that the emulator told. */
export function lineOf({ trigger, app_id: appId, body }: EmulatedEvent): string {
  const told = Object.entries(WHERE[trigger] ?? {}).map(([name, path]) => [name, render(find(body, path))]);
  return toLine(trigger, appId, Object.fromEntries(told));
}

function toLine(trigger: string, appId: string, told: Told): string {
  const parts = Object.entries(told).filter(([, value]) => value !== undefined && value !== '');
  return [trigger, appId, ...parts.map(([name, value]) => `${name}=${value}`).sort()].join(' ');
}

const MESSAGE = {
  message: 'message_id',
  contact: 'contact_id',
  conversation: 'conversation_id',
  channel: 'channel_identity.channel',
  identity: 'channel_identity.identity',
  mode: 'processing_mode',
};
const CONTACT = { contact: 'id', addresses: 'channel_identities', name: 'display_name' };
const CONVERSATION = {
  conversation: 'id',
  contact: 'contact_id',
  active: 'active',
  channel: 'active_channel',
  correlation: 'correlation_id',
};
const OPT = { contact: 'contact_id', channel: 'channel', identity: 'identity', status: 'status' };
const CORRELATION = { correlation: 'correlation_id' };

/** Where the body of a callback says it. */
const WHERE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  MESSAGE_SUBMIT: { ...below('message_submit_notification', MESSAGE), ...CORRELATION },
  MESSAGE_DELIVERY: {
    ...below('message_delivery_report', { ...MESSAGE, status: 'status', reason: 'reason.code', metadata: 'metadata' }),
    ...CORRELATION,
  },
  MESSAGE_INBOUND: { ...below('message', { ...MESSAGE, message: 'id' }), ...CORRELATION },
  CONTACT_CREATE: below('contact_create_notification.contact', CONTACT),
  CONTACT_UPDATE: below('contact_update_notification.contact', CONTACT),
  CONTACT_DELETE: below('contact_delete_notification.contact', CONTACT),
  CONTACT_MERGE: {
    ...below('contact_merge_notification.preserved_contact', CONTACT),
    source: 'contact_merge_notification.deleted_contact.id',
  },
  CONTACT_IDENTITIES_DUPLICATION: {
    channel: 'duplicated_contact_identities_notification.duplicated_identities.0.channel',
    contacts: 'duplicated_contact_identities_notification.duplicated_identities.0.contact_ids',
  },
  CONVERSATION_START: below('conversation_start_notification.conversation', CONVERSATION),
  CONVERSATION_STOP: below('conversation_stop_notification.conversation', CONVERSATION),
  CONVERSATION_DELETE: below('conversation_delete_notification.conversation', CONVERSATION),
  BATCH_STATUS_UPDATE: below('batch_status_update_notification', { batch: 'batch_id', status: 'batch_status' }),
  OPT_OUT: below('opt_out_notification', OPT),
  OPT_IN: below('opt_in_notification', OPT),
};

function below(parent: string, paths: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, `${parent}.${path}`]));
}

function find(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], value);
}

function render(value: unknown): string | undefined {
  if (!Array.isArray(value)) return value === undefined ? undefined : String(value);
  return typeof value[0] === 'object' ? describeAddresses(value as { channel: string; identity: string }[]) : value.join(',');
}
