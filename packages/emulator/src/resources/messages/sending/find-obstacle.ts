import type { AppMessage, ChannelIdentity, OmniMessageOverride, Reason } from '@convapi/core';
import type { Clock } from '../../../time/index.ts';
import { type ChannelMemory, toReason } from '../../channels/index.ts';
import { isOptedOut, type KnownConsents } from '../../consents/index.ts';
import { findPropertyObstacle, isDirectSend } from './channel-properties.ts';
import { findChannelRefusal } from './check-content.ts';
import type { Delivery } from './delivery.ts';
import { needsOpenWindow } from './needs-open-window.ts';

type ObstacleWorld = KnownConsents & {
  clock: Pick<Clock, 'now'>;
  settings: { loose: boolean };
  store: { memory: Pick<ChannelMemory, 'lastInboundMs'> };
};

/** How long after a contact wrote on WhatsApp the app may answer freely. */
const WINDOW_MS = 24 * 60 * 60 * 1000;

/** What keeps a message from being tried on an address. @param content the message as the channel gets it */
export function findObstacle(
  world: ObstacleWorld,
  delivery: Delivery,
  address: ChannelIdentity,
  content: AppMessage | OmniMessageOverride,
): Reason | undefined {
  if (isOptedOut(world, delivery.app.id, address.identity, delivery.contentType)) {
    return {
      ...toReason({ status: 'FAILED', reason: 'DELIVERY_REJECTED_DUE_TO_POLICY' }),
      description: 'The identity is on an opt-out list of the app',
    };
  }
  if (isOutsideWindow(world, delivery, address, content)) {
    return {
      ...toReason({ status: 'FAILED', reason: 'OUTSIDE_ALLOWED_SENDING_WINDOW' }),
      description: 'The underlying channel reported: the last message of the user is over 24 hours old',
    };
  }
  return (
    findPropertyObstacle(address.channel, delivery) ?? (world.settings.loose ? undefined : findChannelRefusal(address.channel, content))
  );
}

function isOutsideWindow(
  world: ObstacleWorld,
  delivery: Delivery,
  { channel, identity }: ChannelIdentity,
  content: AppMessage | OmniMessageOverride,
): boolean {
  const { app, message } = delivery;
  if (channel !== 'WHATSAPP' || isDirectSend(channel, delivery) || !needsOpenWindow(message, content)) return false;
  const last = world.store.memory.lastInboundMs(app.id, channel, identity);
  return last === undefined || world.clock.now() - last > WINDOW_MS;
}
