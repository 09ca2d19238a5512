import type { ChannelIdentity, Conversation, SendMessageRequest, SendMessageResponse } from '@convapi/core';
import { mergePatch, type Operation, Refusal } from '../../../operations/index.ts';
import { toTimestamp } from '../../../time/index.ts';
import { type AppRecord, type MessageSource, modeOf, requireApp } from '../../apps/index.ts';
import { contactFor, knownContact, laneOf } from '../../contacts/index.ts';
import { conversationFor, type Party } from '../../conversations/index.ts';
import { keepMessage } from '../kept-messages.ts';
import type { MessagesWorld } from '../messages-world.ts';
import { checkSend } from './check-send.ts';
import type { Delivery } from './delivery.ts';
import { type ChannelPlan, planChannels } from './plan-channels.ts';
import { endInFailure } from './show-on-handset.ts';

/** Queues a message: what is wrong with it from here on comes as a report. */
export const sendMessage: Operation<MessagesWorld> = (world, { body }): SendMessageResponse => {
  const request = body as SendMessageRequest;
  const app = requireApp(world, request.app_id);
  checkSend(world, app, modeOf(app, request.processing_strategy), request);
  if (world.outbound.isFull(app.id)) throw new Refusal('RESOURCE_EXHAUSTED', `The outbound queue of app ${app.id} is full.`);
  return acceptMessage(world, app, request);
};

/**
 * Takes a message that was checked.
 *
 * @param failedMetadata metadata of the FAILED report, when they differ
 */
export function acceptMessage(
  world: MessagesWorld,
  app: AppRecord,
  request: SendMessageRequest,
  failedMetadata?: string,
): SendMessageResponse {
  const mode = modeOf(app, request.processing_strategy);
  const messageId = world.newId();
  const acceptedMs = world.clock.now();
  const found = findParty(world, app, mode, request);
  const plan = planFor(app, found, request);
  const party = 'refusal' in plan ? found : openConversation(world, app, found, request, plan.addresses[0]);
  const delivery = toDelivery(app, party, request, plan, { messageId, acceptedMs });
  start(world, { ...delivery, failedMetadata }, plan, request.queue === 'HIGH_PRIORITY');
  return { message_id: messageId, accepted_time: toTimestamp(acceptedMs) };
}

function findParty(world: MessagesWorld, app: AppRecord, mode: Party['mode'], { recipient }: SendMessageRequest): Party {
  if (mode === 'DISPATCH') return { mode };
  const contact = recipient.identified_by
    ? contactFor(world, app, recipient.identified_by.channel_identities)
    : knownContact(world, app, recipient.contact_id);
  const conversation = contact && world.store.conversations.active(app.id, contact.id);
  return { mode, ...(contact ? { contact } : {}), ...(conversation ? { conversation } : {}) };
}

function planFor(app: AppRecord, party: Party, { recipient, channel_priority_order: order }: SendMessageRequest): ChannelPlan {
  if (party.mode === 'CONVERSATION' && !party.contact) {
    const description = `Contact ${recipient.contact_id} was not found`;
    const address = { channel: order?.[0] ?? 'CHANNEL_UNSPECIFIED', identity: '', app_id: '' };
    return { refusal: { code: 'CONTACT_NOT_FOUND', description, sub_code: 'UNSPECIFIED_SUB_CODE' }, address };
  }
  return planChannels(app, party, recipient, order);
}

/** Metadata and correlation id stay with the conversation, for the replies. */
function openConversation(
  world: MessagesWorld,
  app: AppRecord,
  party: Party,
  request: SendMessageRequest,
  address: ChannelIdentity | undefined,
): Party {
  if (!party.contact) {
    if (address) carryInDispatch(world, app, request, address);
    return party;
  }
  const previous = party.conversation?.metadata_json ?? {};
  const metadata = request.conversation_metadata;
  const merged = metadata && request.conversation_metadata_update_strategy === 'MERGE_PATCH' ? mergePatch(previous, metadata) : metadata;
  const changes: Conversation = {
    ...(merged ? { metadata_json: merged } : {}),
    ...(request.correlation_id !== undefined ? { correlation_id: request.correlation_id } : {}),
    ...(party.conversation ? {} : { active_channel: address?.channel ?? 'CHANNEL_UNSPECIFIED' }),
  };
  return { ...party, conversation: conversationFor(world, app, party.contact, changes) };
}

/** Without a conversation they stay only where the app keeps its messages for a while. */
function carryInDispatch(world: MessagesWorld, app: AppRecord, request: SendMessageRequest, { channel, identity }: ChannelIdentity): void {
  if ((app.dispatch_retention_policy?.ttl_days ?? 0) === 0) return;
  const known = world.store.memory.carried(app.id, channel, identity);
  const metadataJson = request.conversation_metadata ?? known.metadataJson;
  const correlationId = request.correlation_id ?? known.correlationId;
  world.store.memory.carry(app.id, channel, identity, {
    ...(metadataJson ? { metadataJson } : {}),
    ...(correlationId !== undefined ? { correlationId } : {}),
  });
}

function toDelivery(
  app: AppRecord,
  party: Party,
  request: SendMessageRequest,
  plan: ChannelPlan,
  { messageId, acceptedMs }: { messageId: string; acceptedMs: number },
): Delivery {
  return {
    messageId,
    app,
    party,
    message: request.message,
    channelProperties: { ...request.channel_properties } as Record<string, string>,
    addresses: 'addresses' in plan ? plan.addresses : [plan.address],
    metadata: request.message_metadata ?? '',
    correlationId: request.correlation_id ?? '',
    callbackUrl: request.callback_url || undefined,
    contentType: request.message_content_type ?? 'CONTENT_UNKNOWN',
    acceptedMs,
    expiresMs: request.ttl === undefined ? null : acceptedMs + Number.parseInt(request.ttl, 10) * 1000,
  };
}

function start(world: MessagesWorld, delivery: Delivery, plan: ChannelPlan, isUrgent: boolean): void {
  const [address] = delivery.addresses;
  if (!address) return;
  const source: MessageSource = delivery.party.mode === 'DISPATCH' ? 'DISPATCH_SOURCE' : 'CONVERSATION_SOURCE';
  keepMessage(world, delivery.app, source, delivery.acceptedMs, {
    id: delivery.messageId,
    direction: 'TO_CONTACT',
    app_message: delivery.message,
    channel_identity: address,
    conversation_id: delivery.party.conversation?.id ?? '',
    contact_id: delivery.party.contact?.id ?? '',
    metadata: delivery.metadata,
    accept_time: toTimestamp(delivery.acceptedMs),
    injected: false,
    sender_id: '',
    processing_mode: delivery.party.mode,
  });
  submit(world, delivery, address);
  if ('refusal' in plan) endInFailure(world, delivery, address, plan.refusal);
  else world.outbound.add(delivery, isUrgent);
}

function submit(
  world: MessagesWorld,
  { app, party, messageId, message, metadata, acceptedMs, correlationId }: Delivery,
  address: ChannelIdentity,
): void {
  world.publish({
    trigger: 'MESSAGE_SUBMIT',
    appId: app.id,
    lane: laneOf(party, address),
    acceptedMs,
    correlationId,
    payload: {
      message_id: messageId,
      conversation_id: party.conversation?.id ?? '',
      channel_identity: address,
      contact_id: party.contact?.id ?? '',
      submitted_message: message,
      metadata,
      processing_mode: party.mode,
    },
  });
}
