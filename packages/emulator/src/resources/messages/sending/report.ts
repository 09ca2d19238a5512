import type { ChannelIdentity, DeliveryStatus, Reason } from '@convapi/core';
import type { Publish } from '../../../news/index.ts';
import type { ItemStore } from '../../../store/index.ts';
import type { Clock } from '../../../time/index.ts';
import { isKept } from '../../apps/index.ts';
import type { DeliveryHead } from '../../channels/index.ts';
import { laneOf } from '../../contacts/index.ts';
import type { MessageRecord } from '../message-record.ts';

/** What reports are made of, and told with. */
export interface ReportWorld {
  clock: Pick<Clock, 'now'>;
  publish: Publish;
  store: { messages: Pick<ItemStore<MessageRecord>, 'get'> };
}

/** Tells the app what became of a message. */
export function report(
  world: ReportWorld,
  delivery: DeliveryHead,
  address: ChannelIdentity,
  status: DeliveryStatus,
  reason?: Reason,
): void {
  const { app, party } = delivery;
  world.publish({
    trigger: 'MESSAGE_DELIVERY',
    appId: app.id,
    lane: laneOf(party, address),
    acceptedMs: delivery.acceptedMs,
    correlationId: delivery.correlationId,
    callbackUrl: delivery.callbackUrl,
    ...(address.channel === 'SMS' ? { messageMetadata: smsMetadata(delivery) } : {}),
    payload: {
      message_id: delivery.messageId,
      status,
      channel_identity: address,
      ...presentIds(world, delivery),
      ...(reason ? { reason } : {}),
      metadata: status === 'FAILED' ? (delivery.failedMetadata ?? delivery.metadata) : delivery.metadata,
      processing_mode: party.mode,
      ...channelMetadata(address.channel, status),
    },
  });
}

/** SMS tells here how many parts there were, where the message limited them; otherwise it tells nothing, in an object. */
function smsMetadata({ smsParts }: DeliveryHead): string {
  return JSON.stringify(smsParts === undefined ? {} : { number_of_message_parts: smsParts });
}

/** RCS names the operator in what is a success. Where exactly, and what it is called, is a guess. */
function channelMetadata(channel: string, status: DeliveryStatus): { channel_metadata?: Record<string, unknown> } {
  if (channel !== 'RCS' || (status !== 'DELIVERED' && status !== 'READ')) return {};
  return { channel_metadata: { operator: 'Emulated Operator' } };
}

/** A contact may have been merged into another one since the message was sent: what is stored tells whose it is now. */
function presentIds(world: ReportWorld, { messageId, party }: DeliveryHead): { contact_id: string; conversation_id: string } {
  const stored = world.store.messages.get(messageId);
  if (stored && isKept(world, stored)) {
    return { contact_id: stored.wire.contact_id ?? '', conversation_id: stored.wire.conversation_id ?? '' };
  }
  return { contact_id: party.contact?.id ?? '', conversation_id: party.conversation?.id ?? '' };
}
