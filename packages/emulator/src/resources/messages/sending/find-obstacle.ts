import type { AppMessage, ChannelIdentity, OmniMessageOverride, Reason, ReasonCode } from '@convapi/core';
import { isWindowOpen, needsOpenWindow, unreachableFile, windowHours } from '@convapi/message-builder/internal/rules';
import type { Clock } from '../../../time/index.ts';
import { type ChannelMemory, toReason } from '../../channels/index.ts';
import { isOptedOut, type KnownConsents } from '../../consents/index.ts';
import { findPropertyObstacle } from './channel-properties.ts';
import { findChannelRefusal } from './check-content.ts';
import type { Delivery } from './delivery.ts';

type ObstacleWorld = KnownConsents & {
  clock: Pick<Clock, 'now'>;
  settings: { loose: boolean };
  store: { memory: Pick<ChannelMemory, 'lastInboundMs'> };
};

/** What keeps a message from being tried on an address. @param content the message as the channel gets it */
export function findObstacle(
  world: ObstacleWorld,
  delivery: Delivery,
  address: ChannelIdentity,
  content: AppMessage | OmniMessageOverride,
): Reason | undefined {
  const { channel, identity } = address;
  if (isOptedOut(world, delivery.app.id, identity, delivery.contentType)) {
    return failed('DELIVERY_REJECTED_DUE_TO_POLICY', 'The identity is on an opt-out list of the app');
  }
  const closedHours = findClosedWindow(world, delivery, address, content);
  if (closedHours !== undefined) {
    const description = `The underlying channel reported: the last message of the user is over ${closedHours} hours old`;
    return failed('OUTSIDE_ALLOWED_SENDING_WINDOW', description);
  }
  return findPropertyObstacle(channel, delivery) ?? (world.settings.loose ? undefined : findContentObstacle(channel, content));
}

function findContentObstacle(channel: string, content: AppMessage | OmniMessageOverride): Reason | undefined {
  const refusal = findChannelRefusal(channel, content);
  const file = refusal === undefined ? unreachableFile(channel, content) : undefined;
  return file === undefined
    ? refusal
    : failed('MEDIA_NOT_REACHABLE', `The file of ${file.path} cannot be fetched: its address ${file.text}`);
}

/** The hours of a window that the message needs and that is closed. */
function findClosedWindow(
  { clock, store }: ObstacleWorld,
  { app, channelProperties, message }: Delivery,
  { channel, identity }: ChannelIdentity,
  content: AppMessage | OmniMessageOverride,
): number | undefined {
  const hours = windowHours(channel, channelProperties);
  if (hours === undefined || !needsOpenWindow(channel, message, content)) return undefined;
  return isWindowOpen(store.memory.lastInboundMs(app.id, channel, identity), hours, clock.now()) ? undefined : hours;
}

function failed(reason: ReasonCode, description: string): Reason {
  return { ...toReason({ status: 'FAILED', reason }), description };
}
