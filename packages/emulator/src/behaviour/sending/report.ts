import type { ChannelIdentity, DeliveryStatus, Reason } from '@convapi/core';
import type { Delivery } from '../../store/records.ts';
import { laneOf } from '../party.ts';
import type { World } from '../world.ts';

/** Tells the app what became of a message. */
export function report(world: World, delivery: Delivery, address: ChannelIdentity, status: DeliveryStatus, reason?: Reason): void {
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
      conversation_id: party.conversation?.id ?? '',
      status,
      channel_identity: address,
      contact_id: party.contact?.id ?? '',
      ...(reason ? { reason } : {}),
      metadata: status === 'FAILED' ? (delivery.failedMetadata ?? delivery.metadata) : delivery.metadata,
      processing_mode: party.mode,
    },
  });
}
