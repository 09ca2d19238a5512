import type { InjectMessageRequest } from '@convapi/core';
import type { Operation } from '../../operations/operation.ts';
import { invalid, invalidField } from '../../operations/refusal.ts';
import { toTimestamp } from '../../time/to-timestamp.ts';
import { requireApp } from '../apps/known-apps.ts';
import { checkIdentity, toStored } from '../contacts/addresses.ts';
import { requireConversation } from '../conversations/conversations.ts';
import type { ConversationsWorld } from '../conversations/conversations-world.ts';
import { checkContact, toPastTime } from '../conversations/injected.ts';
import { tellRecorded } from '../conversations/record-notification.ts';
import type { MessageKeeper } from './kept-messages.ts';
import { keepMessage } from './kept-messages.ts';

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
