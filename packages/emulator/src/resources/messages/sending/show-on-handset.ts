import type { AppMessage, ChannelIdentity, OmniMessageOverride, Reason } from '@convapi/core';
import { toTimestamp } from '../../../time/index.ts';
import type { DeliveryHead, HandsetMessage, HandsetStore } from '../../channels/index.ts';
import { propertiesOn } from './channel-properties.ts';
import { reportsOf } from './channel-reports.ts';
import type { Delivery } from './delivery.ts';
import { type ReportWorld, report } from './report.ts';

/** What handsets are written and reported on with. */
export type HandsetWorld = ReportWorld & { store: { handsets: HandsetStore } };

/** Puts a message on the handset of its recipient. @param content the message as the channel gets it */
export function showOnHandset(
  world: HandsetWorld,
  delivery: Delivery,
  address: ChannelIdentity,
  content: AppMessage | OmniMessageOverride,
): HandsetMessage {
  return addToHandset(world, delivery, address, content, 'QUEUED_ON_CHANNEL');
}

function addToHandset(
  world: HandsetWorld,
  delivery: Delivery,
  address: ChannelIdentity,
  content: AppMessage | OmniMessageOverride,
  status: HandsetMessage['status'],
): HandsetMessage {
  const shown: HandsetMessage = {
    message_id: delivery.messageId,
    app_id: delivery.app.id,
    channel: address.channel,
    identity: address.identity,
    direction: 'TO_CONTACT',
    message: content,
    status,
    metadata: delivery.metadata,
    channel_properties: propertiesOn(address.channel, delivery.channelProperties, content),
    time: toTimestamp(world.clock.now()),
  };
  world.store.handsets.add(shown, toHead(delivery));
  return shown;
}

/** Notes that a message ended without reaching anybody, and tells the app. */
export function endInFailure(world: HandsetWorld, delivery: Delivery, address: ChannelIdentity, reason: Reason): void {
  const { handsets } = world.store;
  const known = findShown(world, delivery, address);
  if (known) handsets.setStatus(known, 'FAILED');
  handsets.setFailure(known ?? addToHandset(world, delivery, address, delivery.message, 'FAILED'), { reason });
  report(world, delivery, address, 'FAILED', reason);
}

/** Notes that a message did not reach one handset and goes on to the next channel, and tells the app. One that is there unheard of stays there. */
export function tellSwitch(
  world: HandsetWorld,
  delivery: Delivery,
  address: ChannelIdentity,
  reason: Reason,
  next: string | undefined,
): void {
  const failure = { reason, ...(next === undefined ? {} : { next_channel: next }) };
  const shown = findShown(world, delivery, address) ?? addToHandset(world, delivery, address, delivery.message, 'FAILED');
  world.store.handsets.setFailure(shown, failure);
  report(world, delivery, address, 'SWITCHING_CHANNEL', reason);
}

/** The handset keeps no more of a delivery than a read report needs. */
function toHead({ messageId, app, party, addresses, metadata, correlationId, callbackUrl, acceptedMs }: Delivery): DeliveryHead {
  const { mode, contact, conversation } = party;
  return {
    messageId,
    app: { id: app.id },
    party: {
      mode,
      ...(contact ? { contact: { id: contact.id } } : {}),
      ...(conversation ? { conversation: { id: conversation.id } } : {}),
    },
    addresses,
    metadata,
    correlationId,
    callbackUrl,
    acceptedMs,
  };
}

/** @returns whether the channel reports it */
export function markRead(world: HandsetWorld, delivery: DeliveryHead, address: ChannelIdentity, shown: HandsetMessage): boolean {
  if (shown.status === 'READ') return false;
  world.store.handsets.setStatus(shown, 'READ');
  if (!reportsOf(address.channel).read) return false;
  report(world, delivery, address, 'READ');
  return true;
}

/** Was it read after all, on a channel that had said nothing? */
export function wasHeardOf(world: HandsetWorld, delivery: Delivery, address: ChannelIdentity): boolean {
  const shown = findShown(world, delivery, address);
  return shown !== undefined && shown.status !== 'QUEUED_ON_CHANNEL';
}

function findShown({ store }: HandsetWorld, { messageId }: Delivery, { channel, identity }: ChannelIdentity): HandsetMessage | undefined {
  return store.handsets.of(channel, identity).findLast((entry) => entry.shown.message_id === messageId)?.shown;
}
