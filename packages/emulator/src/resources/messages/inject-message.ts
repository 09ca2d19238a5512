import type { InjectMessageRequest } from '@convapi/core';
import { invalid, invalidField, type Operation } from '../../operations/index.ts';
import { toTimestamp } from '../../time/index.ts';
import { requireApp } from '../apps/index.ts';
import { checkIdentity, toStored } from '../contacts/index.ts';
import { type ConversationsWorld, checkContact, requireConversation, tellRecorded, toPastTime } from '../conversations/index.ts';
import { keepMessage, type MessageKeeper } from './kept-messages.ts';

/** What is put into conversations, with what it takes. */
export type InjectWorld = ConversationsWorld & MessageKeeper;

/** Adds a message that was exchanged elsewhere to a conversation. Nothing is sent; the app is told that it is stored. */
export const injectMessage: Operation<InjectWorld> = (world, { params, body }) => {
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

function checkDirection({ direction, app_message: appMessage }: InjectMessageRequest): void {
  const expected = appMessage ? 'TO_CONTACT' : 'TO_APP';
  if (direction !== expected) throw invalidField('direction', `must be ${expected} for this kind of message`);
}
