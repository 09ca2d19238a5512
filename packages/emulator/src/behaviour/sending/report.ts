import type { ChannelIdentity, DeliveryStatus, Reason } from '@convapi/core';
import type { DeliveryHead } from '../../store/records.ts';
import { laneOf } from '../party.ts';
import { isKept } from '../retention.ts';
import type { World } from '../world.ts';

/** Tells the app what became of a message. */
export function report(world: World, delivery: DeliveryHead, address: ChannelIdentity, status: DeliveryStatus, reason?: Reason): void {
  const { app, party } = delivery;
  world.publish({
    trigger: 'MESSAGE_DELIVERY',
    appId: app.id,
    lane: laneOf(party, address),
    acceptedMs: delivery.acceptedMs,
    correlationId: delivery.correlationId,
    callbackUrl: delivery.callbackUrl,
    payload: {
      message_id: delivery.messageId,
      status,
      channel_identity: address,
      ...presentIds(world, delivery),
      ...(reason ? { reason } : {}),
      metadata: status === 'FAILED' ? (delivery.failedMetadata ?? delivery.metadata) : delivery.metadata,
      processing_mode: party.mode,
    },
  });
}

/** A contact may have been merged into another one since the message was sent: what is stored tells whose it is now. */
function presentIds(world: World, { messageId, party }: DeliveryHead): { contact_id: string; conversation_id: string } {
  const stored = world.store.messages.get(messageId);
  if (stored && isKept(world, stored)) {
    return { contact_id: stored.wire.contact_id ?? '', conversation_id: stored.wire.conversation_id ?? '' };
  }
  return { contact_id: party.contact?.id ?? '', conversation_id: party.conversation?.id ?? '' };
}
