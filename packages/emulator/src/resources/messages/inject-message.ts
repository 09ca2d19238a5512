import type { InjectConversationEventRequest, InjectMessageRequest } from '@convapi/core';
import type { Operation } from '../../operations/operation.ts';
import { invalid, invalidField } from '../../operations/refusal.ts';
import type { World } from '../../service/world.ts';
import { toTimestamp } from '../../time/to-timestamp.ts';
import { requireApp } from '../apps/apps.ts';
import { keepEvent, keepMessage } from '../apps/retention.ts';
import { checkIdentity, toStored } from '../contacts/contacts.ts';
import { requireConversation } from '../conversations/conversations.ts';
import { tellRecorded } from '../conversations/record-notification.ts';

const OLDEST_MS = 30 * 24 * 60 * 60 * 1000;

/** Adds a message that was exchanged elsewhere to a conversation. Nothing is sent; the app is told that it is stored. */
export const injectMessage: Operation = (world, { params, body }) => {
  const request = body as InjectMessageRequest;
  const conversation = requireConversation(world, params.conversation_id ?? '');
  const acceptedMs = toPastTime(world, request.accept_time);
  checkContact(request.contact_id, conversation.contact_id);
  checkDirection(request);
  const violations = checkIdentity(request.channel_identity, 'channel_identity');
  if (violations.length > 0) throw invalid(violations);
  const content = request.app_message ? { app_message: request.app_message } : { contact_message: request.contact_message };
  const wire = {
    id: world.newId(),
    direction: request.direction,
    ...content,
    channel_identity: toStored(request.channel_identity),
    conversation_id: conversation.id,
    contact_id: conversation.contact_id,
    metadata: request.metadata ?? '',
    accept_time: toTimestamp(acceptedMs),
    sender_id: request.sender_id ?? '',
    processing_mode: 'CONVERSATION',
    injected: true,
  } as const;
  keepMessage(world, requireApp(world, conversation.app_id), 'CONVERSATION_SOURCE', acceptedMs, wire);
  tellRecorded(world, conversation.app_id, wire);
  return {};
};

/** Adds an event of the app to a conversation, without sending it. */
export const injectEvent: Operation = (world, { params, body }) => {
  const request = body as InjectConversationEventRequest;
  const conversation = requireConversation(world, params.conversation_id ?? '');
  if (!request.app_event) throw invalidField('app_event', 'is required');
  if (request.contact_id !== undefined) checkContact(request.contact_id, conversation.contact_id);
  const acceptedMs = toPastTime(world, request.accept_time);
  const id = world.newId();
  const address = request.channel_identity ?? { channel: conversation.active_channel ?? 'CHANNEL_UNSPECIFIED', identity: '' };
  const wire = {
    id,
    direction: 'TO_CONTACT',
    app_event: request.app_event,
    channel_identity: toStored(address),
    contact_id: conversation.contact_id,
    conversation_id: conversation.id,
    accept_time: toTimestamp(acceptedMs),
    processing_mode: 'CONVERSATION',
  } as const;
  keepEvent(world, requireApp(world, conversation.app_id), { id, appId: conversation.app_id, acceptedMs, wire });
  tellRecorded(world, conversation.app_id, wire);
  return { event_id: id, accepted_time: toTimestamp(world.clock.now()) };
};

function toPastTime(world: World, time: string): number {
  const ms = Date.parse(time);
  const now = world.clock.now();
  if (ms > now) throw invalidField('accept_time', 'lies in the future');
  if (now - ms > OLDEST_MS) throw invalidField('accept_time', 'is more than 30 days ago');
  return ms;
}

function checkContact(given: string, actual: string): void {
  if (given !== actual) throw invalidField('contact_id', 'is not the contact of this conversation');
}

function checkDirection({ direction, app_message: appMessage }: InjectMessageRequest): void {
  const expected = appMessage ? 'TO_CONTACT' : 'TO_APP';
  if (direction !== expected) throw invalidField('direction', `must be ${expected} for this kind of message`);
}
