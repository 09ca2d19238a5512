import type { AnalysisResult, ChannelIdentity, ContactEvent, ContactMessage, ContactMessageEvent } from '@convapi/core';
import { toTimestamp } from '../../time/index.ts';
import type { AppRecord } from '../apps/index.ts';
import { isAppScoped, noteOnHandset } from '../channels/index.ts';
import { laneOf } from '../contacts/index.ts';
import { keepEvent } from '../events/index.ts';
import { keepMessage } from '../messages/index.ts';
import { arrive, carried, type Inbound } from './arrive.ts';
import type { InboundWorld } from './inbound-world.ts';
import { tellAnalysis } from './smart-conversations.ts';
import { heedKeyword } from './sms-keywords.ts';

/** What comes along with a message of a contact. */
export interface Beside {
  /** Metadata of the message that it answers. */
  metadata?: string;
  /** What the analysis of an app with smart conversations finds. */
  analysis?: AnalysisResult | undefined;
}

/** Takes in what a contact wrote, and tells the app. @returns the id of the message */
export function receiveMessage(
  world: InboundWorld,
  inbound: Inbound,
  message: ContactMessage,
  { metadata = '', analysis }: Beside = {},
): string {
  const arrival = arrive(world, inbound);
  const { app, id, acceptedMs, address, party } = arrival;
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
  heedKeyword(world, arrival, message);
  const beside = carried(world, arrival);
  world.publish({ trigger: 'MESSAGE_INBOUND', appId: app.id, lane: laneOf(party, address), acceptedMs, payload: wire, ...beside });
  tellAnalysis(world, arrival, wire, { analysis, ...beside });
  return id;
}

/** Takes in an event of a contact, such as typing, and tells the app. @returns the id of the event */
export function receiveEvent(
  world: InboundWorld,
  inbound: Inbound,
  content: { contact_event: ContactEvent } | { contact_message_event: ContactMessageEvent },
): string {
  const arrival = arrive(world, inbound);
  const { app, id, acceptedMs, address, party } = arrival;
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
  if (party.mode === 'CONVERSATION') keepEvent(world, app, { id, appId: app.id, acceptedMs, wire });
  noteOnHandset(world.store.handsets, app.id, address, content);
  const beside = carried(world, arrival);
  world.publish({ trigger: 'EVENT_INBOUND', appId: app.id, lane: laneOf(party, address), acceptedMs, payload: wire, ...beside });
  return id;
}

/** Takes in what the service has no form for, and hands it on as it is. @param payload what the channel said, as a text @returns its id */
export function receiveUnsupported(world: InboundWorld, inbound: Inbound, payload: string): string {
  const arrival = arrive(world, inbound);
  const { app, id, acceptedMs, address, party } = arrival;
  world.publish({
    trigger: 'UNSUPPORTED',
    appId: app.id,
    lane: laneOf(party, address),
    acceptedMs,
    payload: {
      id,
      channel: address.channel,
      payload,
      processing_mode: party.mode,
      contact_id: party.contact?.id ?? '',
      conversation_id: party.conversation?.id ?? '',
      channel_identity: address,
    },
    ...carried(world, arrival),
  });
  return id;
}

/** The app's own address on the channel, as far as its credentials tell. */
function senderOf(app: AppRecord, channel: string): string {
  if (isAppScoped(channel)) return '';
  return app.channel_credentials?.find((credential) => credential.channel === channel)?.channel_known_id ?? '';
}

function showOnHandset(
  world: InboundWorld,
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
