import type { AppMessage, ChannelIdentity, OmniMessageOverride, Reason, ReasonCode } from '@convapi/core';
import type { Delivery, HandsetMessage } from '../../store/records.ts';
import { toTimestamp } from '../../time/to-timestamp.ts';
import { toReason } from '../channel-answers.ts';
import { resolveMessage } from '../templates/resolve-message.ts';
import type { World } from '../world.ts';
import { reportsOf } from './channel-reports.ts';
import { findObstacle } from './find-obstacle.ts';
import { report } from './report.ts';

/** Takes a message through its channels, one after the other, until one takes it. */
export function deliver(world: World, delivery: Delivery, index = 0): void {
  world.clock.after(world.settings.channelDelayMs, () => tryChannel(world, delivery, index));
}

function tryChannel(world: World, delivery: Delivery, index: number): void {
  const address = delivery.addresses[index];
  if (!address) return;
  if (world.clock.now() > delivery.expiresMs) {
    // Once the time is over no other channel is tried.
    report(world, delivery, address, 'FAILED', toServiceReason('MESSAGE_EXPIRED', 'The time to live of the message is over'));
    return;
  }
  noteChannel(world, delivery, address);
  const resolved = resolveMessage(world.store.templates, address.channel, delivery.message);
  if ('refusal' in resolved) fail(world, delivery, index, resolved.refusal);
  else handOver(world, delivery, index, { address, content: resolved.message });
}

function handOver(world: World, delivery: Delivery, index: number, attempt: Try): void {
  const obstacle = findObstacle(world, delivery, attempt.address, attempt.content);
  if (obstacle) {
    fail(world, delivery, index, obstacle);
    return;
  }
  report(world, delivery, attempt.address, 'QUEUED_ON_CHANNEL');
  world.clock.after(world.settings.channelDelayMs, () => answer(world, delivery, index, attempt));
}

/** An address that is tried, and what it gets. */
interface Try {
  address: ChannelIdentity;
  content: AppMessage | OmniMessageOverride;
}

function answer(world: World, delivery: Delivery, index: number, { address, content }: Try): void {
  const given = world.answers.get(address.channel, address.identity);
  if (given.status === 'FAILED') {
    fail(world, delivery, index, toReason(given));
    return;
  }
  const shown = showOnHandset(world, delivery, address, content);
  const reports = reportsOf(address.channel);
  if (given.status === 'QUEUED_ON_CHANNEL') {
    awaitReport(world, delivery, index);
    return;
  }
  if (!reports.delivered) return;
  shown.status = 'DELIVERED';
  report(world, delivery, address, 'DELIVERED');
  if (given.status === 'READ') markRead(world, delivery, address, shown);
}

/** @returns whether the channel reports it */
export function markRead(world: World, delivery: Delivery, address: ChannelIdentity, shown: HandsetMessage): boolean {
  if (shown.status === 'READ') return false;
  shown.status = 'READ';
  if (!reportsOf(address.channel).read) return false;
  report(world, delivery, address, 'READ');
  return true;
}

/** To the next channel, or to the end. */
function fail(world: World, delivery: Delivery, index: number, reason: Reason): void {
  const address = delivery.addresses[index];
  if (!address) return;
  if (index + 1 < delivery.addresses.length) {
    report(world, delivery, address, 'SWITCHING_CHANNEL', reason);
    deliver(world, delivery, index + 1);
    return;
  }
  report(world, delivery, address, 'FAILED', index === 0 ? reason : noChannelsLeft(address, reason));
}

function noChannelsLeft(address: ChannelIdentity, { code, description }: Reason): Reason {
  return toServiceReason('NO_CHANNELS_LEFT', `All channels were tried; the last one, ${address.channel}, gave ${code}: ${description}`);
}

function toServiceReason(code: ReasonCode, description: string): Reason {
  return { code, description, sub_code: 'UNSPECIFIED_SUB_CODE' };
}

/** Apps may ask to move on when a channel stays silent. */
function awaitReport(world: World, delivery: Delivery, index: number): void {
  const { enabled, delivery_report_waiting_time: seconds = 0 } = delivery.app.delivery_report_based_fallback ?? {};
  if (enabled !== true || index + 1 >= delivery.addresses.length) return;
  const reason = toServiceReason('DELIVERY_REPORT_TIME_OUT', `No delivery report came within ${seconds} seconds`);
  world.clock.after(seconds * 1000, () => fail(world, delivery, index, reason), { background: true });
}

/** The message, the conversation and the next reply follow the channel that is tried. */
function noteChannel(world: World, { app, party, messageId }: Delivery, address: ChannelIdentity): void {
  const { store } = world;
  store.memory.noteOutbound(app.id, address.channel, address.identity);
  const stored = store.messages.get(messageId);
  if (stored && stored.wire.channel_identity !== address)
    store.messages.put({ ...stored, wire: { ...stored.wire, channel_identity: address } });
  const conversation = party.conversation && store.conversations.get(party.conversation.id);
  if (conversation && conversation.active_channel !== address.channel) {
    store.conversations.put({ ...conversation, active_channel: address.channel });
  }
}

function showOnHandset(world: World, delivery: Delivery, address: ChannelIdentity, content: Try['content']): HandsetMessage {
  const shown: HandsetMessage = {
    message_id: delivery.messageId,
    app_id: delivery.app.id,
    channel: address.channel,
    identity: address.identity,
    direction: 'TO_CONTACT',
    message: content,
    status: 'QUEUED_ON_CHANNEL',
    metadata: delivery.metadata,
    time: toTimestamp(world.clock.now()),
  };
  world.store.handsets.add(shown, delivery);
  return shown;
}
