import { expect } from 'vitest';
import type { Real } from './real.ts';
import { keptMessages, type Model, type ModelContact, type ModelConversation, type ModelMessage } from './state.ts';
import { lineOf } from './tell.ts';
import { walk } from './walk.ts';

/** Looks at everything through the API, and at everything that apps were told. */
export async function compareAll(model: Model, real: Real): Promise<void> {
  await real.emulator.control.idle();
  compareEvents(model, real);
  const { apps } = (await real.done('GET', '/apps')) as unknown as { apps: { id: string; channel_credentials: { channel: string }[] }[] };
  expect(apps.map((app) => [app.id, app.channel_credentials.map(({ channel }) => channel)])).toEqual(
    model.apps.map((app) => [app.id, app.channels]),
  );
  expect(await walk(real, '/contacts', 'contacts', 20)).toEqual(byId(model.contacts).map(wireContact));
  for (const app of model.apps) {
    const conversations = await walk(real, `/conversations?app_id=${app.id}`, 'conversations', 20);
    expect(conversations).toEqual(
      byId(model.conversations)
        .reverse()
        .filter(({ appId }) => appId === app.id)
        .map(wireConversation),
    );
  }
  for (const source of ['CONVERSATION_SOURCE', 'DISPATCH_SOURCE'] as const) {
    const messages = await walk(real, `/messages?messages_source=${source}`, 'messages', 100);
    expect(messages).toEqual(
      keptMessages(model)
        .filter((message) => message.source === source)
        .map(wireMessage),
    );
  }
  expect(real.callbacks().map(toCallback).sort()).toEqual(model.callbacks.sort());
}

/** Everything that apps were told since the log began. */
export function compareEvents(model: Model, real: Real): void {
  expect(byLane(real.emulator.control.events().map(lineOf))).toEqual(byLane(model.events));
}

/** What is told about one contact keeps its order; between contacts there is none. */
function byLane(lines: readonly string[]): string[] {
  const laneOf = (line: string) =>
    `${line.split(' ')[1]} ${/ (?:contacts?|batch)=(\w+)/.exec(line)?.[1] ?? / identity=(\S+)/.exec(line)?.[1]}`;
  return [...lines].sort((a, b) => (laneOf(a) < laneOf(b) ? -1 : laneOf(a) > laneOf(b) ? 1 : 0));
}

const KEYS: Readonly<Record<string, string>> = {
  message: 'MESSAGE_INBOUND',
  message_delivery_report: 'MESSAGE_DELIVERY',
  message_submit_notification: 'MESSAGE_SUBMIT',
  contact_create_notification: 'CONTACT_CREATE',
  contact_update_notification: 'CONTACT_UPDATE',
  contact_delete_notification: 'CONTACT_DELETE',
  contact_merge_notification: 'CONTACT_MERGE',
  conversation_start_notification: 'CONVERSATION_START',
  conversation_stop_notification: 'CONVERSATION_STOP',
  conversation_delete_notification: 'CONVERSATION_DELETE',
};

function toCallback(received: string): string {
  const [target, ...keys] = received.split(' ');
  return `${target} ${keys.flatMap((key) => KEYS[key] ?? []).join(' ')}`;
}

export function byId<T extends { id: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function wireContact({ id, addresses, priority, name, email, externalId, metadata }: ModelContact) {
  return {
    id,
    channel_identities: addresses.map(({ channel, identity, appId }) => ({ channel, identity, app_id: appId })),
    channel_priority: priority,
    display_name: name,
    email,
    external_id: externalId,
    metadata,
    language: 'UNSPECIFIED',
  };
}

export function wireConversation({ id, appId, contactId, active, channel, lastReceivedMs, correlationId }: ModelConversation) {
  return expect.objectContaining({
    id,
    app_id: appId,
    contact_id: contactId,
    active,
    active_channel: channel,
    last_received: expect.stringContaining(new Date(lastReceivedMs).toISOString().slice(0, 19)),
    correlation_id: correlationId,
  });
}

export function wireMessage({ id, direction, contactId, conversationId, address, metadata, acceptedMs, source }: ModelMessage) {
  return expect.objectContaining({
    id,
    direction,
    contact_id: contactId,
    conversation_id: conversationId,
    channel_identity: expect.objectContaining({ channel: address.channel, identity: address.identity }),
    metadata,
    accept_time: new Date(acceptedMs).toISOString(),
    processing_mode: source === 'DISPATCH_SOURCE' ? 'DISPATCH' : 'CONVERSATION',
  });
}
