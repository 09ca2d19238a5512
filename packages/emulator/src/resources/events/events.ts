import type { AppEvent, ChannelIdentity, Reason, SendEventRequest, SendEventResponse } from '@convapi/core';
import type { Plan } from '../../jobs/index.ts';
import type { News, PublishJob } from '../../news/index.ts';
import { notFound, type Operation, timeKey, toPage } from '../../operations/index.ts';
import { toTimestamp } from '../../time/index.ts';
import { type AppRecord, isKept, modeOf, requireApp } from '../apps/index.ts';
import { type HandsetStore, noteTyping, toReason } from '../channels/index.ts';
import { type ContactsWorld, contactFor, knownContact, laneOf } from '../contacts/index.ts';
import { type ConversationsWorld, conversationFor, type Party } from '../conversations/index.ts';
import { type ChannelPlan, checkSend, planChannels, type SendRules } from '../messages/index.ts';
import { isHere } from '../regions/index.ts';
import type { EventRecord } from './event-record.ts';
import { type EventKeeper, keepEvent } from './kept-events.ts';

/** What the operations on events work with. */
export type EventsWorld = ContactsWorld &
  ConversationsWorld &
  EventKeeper &
  SendRules & {
    plan: Plan<PublishJob>;
    settings: { channelDelayMs: number };
    store: { handsets: HandsetStore };
  };

/** Sends typing, an agent that joins, and the like. Only the first channel counts: events do not fall back. */
export const sendEvent: Operation<EventsWorld> = (world, { body }): SendEventResponse => {
  const request = body as SendEventRequest;
  const app = requireApp(world, request.app_id);
  const mode = modeOf(app);
  checkSend(world, app, mode, request);
  const id = world.newId();
  const acceptedMs = world.clock.now();
  const party = openParty(world, app, mode, request);
  const plan = planEvent(app, party, request);
  const address = 'addresses' in plan ? plan.addresses[0] : plan.address;
  if (address) {
    const wire = {
      id,
      direction: 'TO_CONTACT',
      app_event: request.event,
      channel_identity: address,
      contact_id: party.contact?.id ?? '',
      conversation_id: party.conversation?.id ?? '',
      accept_time: toTimestamp(acceptedMs),
      processing_mode: mode,
    } as const;
    if (party.conversation) keepEvent(world, app, { id, appId: app.id, acceptedMs, wire });
    const outcome = 'refusal' in plan ? plan.refusal : applyEvent(world, app, request.event, address);
    reportEvent(world, app, party, request, { id, acceptedMs, address, refusal: outcome });
  }
  return { event_id: id, accepted_time: toTimestamp(acceptedMs) };
};

export const getEvent: Operation<EventsWorld> = (world, { params }) => requireEvent(world, params.event_id ?? '').wire;

export const deleteEvent: Operation<EventsWorld> = (world, { params }) => {
  world.store.events.delete(requireEvent(world, params.event_id ?? '').id);
  return {};
};

/** Newest first. */
export const listEvents: Operation<EventsWorld> = (world, { query }) => {
  const { conversation_id: conversationId, contact_id: contactId } = query;
  const { events } = world.store;
  const found = conversationId !== undefined ? events.ofConversation(String(conversationId)) : events.ofContact(String(contactId));
  const matching = found.filter(
    (event) => isHere(world, event.appId) && isKept(world, event) && (contactId === undefined || event.wire.contact_id === contactId),
  );
  const page = toPage(matching, (event) => timeKey(event.acceptedMs, event.id), 'descending', {
    size: query.page_size,
    token: query.page_token,
  });
  return { events: page.items.map(({ wire }) => wire), next_page_token: page.next };
};

function requireEvent(world: EventsWorld, id: string): EventRecord {
  const event = world.store.events.get(id);
  if (!event || !isHere(world, event.appId) || !isKept(world, event)) throw notFound('Event', id);
  return event;
}

function openParty(world: EventsWorld, app: AppRecord, mode: Party['mode'], { recipient }: SendEventRequest): Party {
  if (mode === 'DISPATCH') return { mode };
  const contact = recipient.identified_by
    ? contactFor(world, app, recipient.identified_by.channel_identities)
    : knownContact(world, app, recipient.contact_id);
  return contact ? { mode, contact, conversation: conversationFor(world, app, contact, {}) } : { mode };
}

function planEvent(app: AppRecord, party: Party, { recipient, channel_priority_order: order = [] }: SendEventRequest): ChannelPlan {
  if (party.mode === 'CONVERSATION' && !party.contact) {
    return {
      refusal: {
        code: 'CONTACT_NOT_FOUND',
        description: `Contact ${recipient.contact_id} was not found`,
        sub_code: 'UNSPECIFIED_SUB_CODE',
      },
      address: { channel: order[0] ?? 'CHANNEL_UNSPECIFIED', identity: '', app_id: '' },
    };
  }
  return planChannels(app, party, recipient, order.slice(0, 1));
}

interface SentEvent {
  id: string;
  acceptedMs: number;
  address: ChannelIdentity;
  refusal: Reason | undefined;
}

/** Channels on which an app can mark what a contact wrote as read. */
const READS: ReadonlySet<string> = new Set(['WHATSAPP', 'RCS']);

/** Marks the last message of the contact as read, where that is the event; which message it means is not published. */
function applyEvent({ store }: EventsWorld, app: AppRecord, event: AppEvent, { channel, identity }: ChannelIdentity): Reason | undefined {
  noteTyping(store.handsets, app.id, { channel, identity }, event, 'app');
  if (!Object.hasOwn(event, 'read_message_event')) return undefined;
  if (!READS.has(channel)) {
    return {
      ...toReason({ status: 'FAILED', reason: 'UNSUPPORTED_OPERATION' }),
      description: `${channel} cannot be told that a message was read`,
    };
  }
  const last = store.handsets.of(channel, identity).findLast(({ shown }) => shown.direction === 'TO_APP' && shown.app_id === app.id);
  if (last) store.handsets.setStatus(last.shown, 'READ');
  return undefined;
}

function reportEvent(
  world: EventsWorld,
  app: AppRecord,
  party: Party,
  request: SendEventRequest,
  { id, acceptedMs, address, refusal }: SentEvent,
): void {
  const news: News = {
    trigger: 'EVENT_DELIVERY',
    appId: app.id,
    lane: laneOf(party, address),
    acceptedMs,
    callbackUrl: request.callback_url || undefined,
    payload: {
      event_id: id,
      status: refusal ? 'FAILED' : 'QUEUED_ON_CHANNEL',
      channel_identity: address,
      contact_id: party.contact?.id ?? '',
      ...(refusal ? { reason: refusal } : {}),
      metadata: request.event_metadata ?? '',
      processing_mode: party.mode,
    },
  };
  world.plan({ kind: 'publish', news }, world.settings.channelDelayMs);
}
