import type { InjectConversationEventRequest } from '@convapi/core';
import { invalidField, type Operation } from '../../operations/index.ts';
import { toTimestamp } from '../../time/index.ts';
import { requireApp } from '../apps/index.ts';
import { toStored } from '../contacts/index.ts';
import { type ConversationsWorld, checkContact, requireConversation, tellRecorded, toPastTime } from '../conversations/index.ts';
import { type EventKeeper, keepEvent } from './kept-events.ts';

/** Adds an event of the app to a conversation, without sending it. */
export const injectEvent: Operation<ConversationsWorld & EventKeeper> = (world, { params, body }) => {
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
