import type { ChannelIdentity, ContactEvent, ContactMessage, ContactMessageEvent } from '@convapi/core';
import { isAppScoped } from '../store/identity.ts';
import type { AppRecord, Party } from '../store/records.ts';
import { toTimestamp } from '../time/to-timestamp.ts';
import { toStored } from './contacts.ts';
import { contactFor, conversationFor, laneOf, modeOf } from './party.ts';
import { keepMessage } from './retention.ts';
import type { World } from './world.ts';

/** Something a contact did on a channel. */
export interface Inbound {
  app: AppRecord;
  channel: string;
  identity: string;
}

/** Takes in what a contact wrote, and tells the app. @returns the id of the message */
export function receiveMessage(world: World, inbound: Inbound, message: ContactMessage, metadata = ''): string {
  const { app, id, acceptedMs, address, party } = arrive(world, inbound);
  const wire = {
    id,
    direction: 'TO_APP',
    contact_message: message,
    channel_identity: address,
    conversation_id: party.conversation?.id ?? '',
    contact_id: party.contact?.id ?? '',
    metadata,
    accept_time: toTimestamp(acceptedMs),
    sender_id: senderOf(app, address.channel),
    processing_mode: party.mode,
    injected: false,
  } as const;
  keepMessage(world, app, party.mode === 'DISPATCH' ? 'DISPATCH_SOURCE' : 'CONVERSATION_SOURCE', acceptedMs, wire);
  showOnHandset(world, app, address, message, wire);
  world.publish({
    trigger: 'MESSAGE_INBOUND',
    appId: app.id,
    lane: laneOf(party, address),
    acceptedMs,
    payload: wire,
    ...carried(world, app, party, address),
  });
  return id;
}

/** Takes in an event of a contact, such as typing, and tells the app. @returns the id of the event */
export function receiveEvent(
  world: World,
  inbound: Inbound,
  content: { contact_event: ContactEvent } | { contact_message_event: ContactMessageEvent },
): string {
  const { app, id, acceptedMs, address, party } = arrive(world, inbound);
  const wire = {
    id,
    direction: 'TO_APP',
    ...content,
    channel_identity: address,
    contact_id: party.contact?.id ?? '',
    conversation_id: party.conversation?.id ?? '',
    accept_time: toTimestamp(acceptedMs),
    processing_mode: party.mode,
  } as const;
  if (party.mode === 'CONVERSATION') world.store.events.put({ id, appId: app.id, acceptedMs, wire });
  world.publish({
    trigger: 'EVENT_INBOUND',
    appId: app.id,
    lane: laneOf(party, address),
    acceptedMs,
    payload: wire,
    ...carried(world, app, party, address),
  });
  return id;
}

/** What holds for everything that comes in: when, from where, and in which conversation. */
function arrive(world: World, { app, channel, identity }: Inbound) {
  const id = world.newId();
  const acceptedMs = world.clock.now();
  const address = toStored({ channel, identity, app_id: app.id });
  return { app, id, acceptedMs, address, party: openParty(world, app, address, acceptedMs) };
}

function openParty(world: World, app: AppRecord, address: ChannelIdentity, nowMs: number): Party {
  world.store.memory.noteInbound(app.id, address.channel, address.identity, nowMs);
  const mode = modeOf(app);
  if (mode === 'DISPATCH') return { mode };
  const contact = contactFor(world, app, [address]);
  const conversation = conversationFor(world, app, contact, { active_channel: address.channel, last_received: toTimestamp(nowMs) });
  return { mode, contact, conversation };
}

/** What the app's last message left for the replies to carry back. */
function carried(world: World, app: AppRecord, { conversation }: Party, { channel, identity }: ChannelIdentity) {
  const kept = conversation
    ? { metadataJson: conversation.metadata_json, correlationId: conversation.correlation_id }
    : world.store.memory.carried(app.id, channel, identity);
  const hasMetadata = kept.metadataJson !== undefined && Object.keys(kept.metadataJson).length > 0;
  const isWanted = app.conversation_metadata_report_view !== 'NONE';
  return {
    messageMetadata: hasMetadata && isWanted ? JSON.stringify(kept.metadataJson) : '',
    correlationId: kept.correlationId ?? '',
  };
}

/** The app's own address on the channel, as far as its credentials tell. */
function senderOf(app: AppRecord, channel: string): string {
  if (isAppScoped(channel)) return '';
  return app.channel_credentials?.find((credential) => credential.channel === channel)?.channel_known_id ?? '';
}

function showOnHandset(
  world: World,
  app: AppRecord,
  { channel, identity }: ChannelIdentity,
  message: ContactMessage,
  wire: { id: string; metadata: string; accept_time: string },
): void {
  world.store.handsets.add({
    message_id: wire.id,
    app_id: app.id,
    channel,
    identity,
    direction: 'TO_APP',
    message,
    status: 'RECEIVED',
    metadata: wire.metadata,
    time: wire.accept_time,
  });
}
