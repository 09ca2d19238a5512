import type { ChannelIdentity, Reason, ReasonCode } from '@convapi/core';
import { toReason } from '../../channels/index.ts';
import { switchChannel } from '../../conversations/index.ts';
import { resolveMessage, templatesFor } from '../../templates/index.ts';
import type { MessagesWorld } from '../messages-world.ts';
import { smsPartsOf } from './channel-properties.ts';
import { reportsOf } from './channel-reports.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryJob, Try } from './delivery-job.ts';
import { findObstacle } from './find-obstacle.ts';
import { withQuote } from './quote.ts';
import { report } from './report.ts';
import { endInFailure, markRead, showOnHandset, tellSwitch, wasHeardOf } from './show-on-handset.ts';
import { isTemporary, nextRetry } from './temporary-failures.ts';

/** A step of this kind. */
type Step<Kind extends DeliveryJob['kind']> = Extract<DeliveryJob, { kind: Kind }>;

/** Takes a message through its channels, one after the other, until one takes it. */
export function deliver(world: MessagesWorld, delivery: Delivery, index = 0): void {
  world.plan({ kind: 'deliver', delivery, index }, world.settings.channelDelayMs);
}

export function tryChannel(world: MessagesWorld, { delivery, index, retry }: Step<'deliver'>): void {
  const address = delivery.addresses[index];
  if (!address) return;
  if (isExpired(world, delivery)) {
    expire(world, delivery, address);
    return;
  }
  noteChannel(world, delivery, address);
  const resolved = resolveMessage(templatesFor(world, delivery.app.id), address.channel, delivery.message);
  if ('refusal' in resolved) fail(world, delivery, index, resolved.refusal);
  else {
    const smsParts = smsPartsOf(address.channel, delivery, resolved.message);
    const content = withQuote(world, delivery, address, resolved.message);
    handOver(world, { ...delivery, smsParts }, index, { address, content, ...(retry ? { retry } : {}) });
  }
}

function handOver(world: MessagesWorld, delivery: Delivery, index: number, attempt: Try): void {
  const obstacle = findObstacle(world, delivery, attempt.address, attempt.content);
  if (obstacle) {
    fail(world, delivery, index, obstacle);
    return;
  }
  // A retry is not told.
  if (!attempt.retry) report(world, delivery, attempt.address, 'QUEUED_ON_CHANNEL');
  world.plan({ kind: 'channel-answer', delivery, index, ...attempt }, world.settings.channelDelayMs);
}

export function answerDelivery(world: MessagesWorld, { delivery, index, address, content, retry }: Step<'channel-answer'>): void {
  const given =
    world.outage?.({ appId: delivery.app.id, messageId: delivery.messageId, ...address }) ??
    world.answers.get(address.channel, address.identity);
  if (given.status === 'FAILED') {
    const next = isTemporary(given) ? nextRetry(world, delivery.app, delivery.expiresMs, retry) : undefined;
    if (next) world.plan({ kind: 'deliver', delivery, index, retry: next.retry }, next.delayMs, { background: true });
    else fail(world, delivery, index, toReason(given));
    return;
  }
  const shown = showOnHandset(world, delivery, address, content);
  const reports = reportsOf(address.channel);
  if (given.status === 'QUEUED_ON_CHANNEL') {
    awaitReport(world, delivery, index);
    return;
  }
  if (!reports.delivered) return;
  world.store.handsets.setStatus(shown, 'DELIVERED');
  report(world, delivery, address, 'DELIVERED');
  if (given.status === 'READ') markRead(world, delivery, address, shown);
}

/** To the next channel, or to the end. */
function fail(world: MessagesWorld, delivery: Delivery, index: number, reason: Reason): void {
  const address = delivery.addresses[index];
  if (!address) return;
  // Once the time is over no other channel is tried.
  if (index + 1 < delivery.addresses.length && isExpired(world, delivery)) {
    expire(world, delivery, address);
    return;
  }
  if (index + 1 < delivery.addresses.length) {
    tellSwitch(world, delivery, address, reason, delivery.addresses[index + 1]?.channel);
    deliver(world, delivery, index + 1);
    return;
  }
  endInFailure(world, delivery, address, index === 0 ? reason : noChannelsLeft(address, reason));
}

function noChannelsLeft(address: ChannelIdentity, { code, description }: Reason): Reason {
  return toServiceReason('NO_CHANNELS_LEFT', `All channels were tried; the last one, ${address.channel}, gave ${code}: ${description}`);
}

function toServiceReason(code: ReasonCode, description: string): Reason {
  return { code, description, sub_code: 'UNSPECIFIED_SUB_CODE' };
}

function isExpired(world: MessagesWorld, { expiresMs }: Delivery): boolean {
  return expiresMs !== null && world.clock.now() > expiresMs;
}

function expire(world: MessagesWorld, delivery: Delivery, address: ChannelIdentity): void {
  endInFailure(world, delivery, address, toServiceReason('MESSAGE_EXPIRED', 'The time to live of the message is over'));
}

/** A message that a silent channel still has when its time is over is taken back. */
export function takeBack(world: MessagesWorld, { delivery, index }: Step<'ttl-over'>): void {
  const address = delivery.addresses[index];
  if (address && !wasHeardOf(world, delivery, address)) expire(world, delivery, address);
}

/** A channel stays silent: apps may ask to move on, and a time to live may end. */
function awaitReport(world: MessagesWorld, delivery: Delivery, index: number): void {
  const { enabled, delivery_report_waiting_time: seconds = 0 } = delivery.app.delivery_report_based_fallback ?? {};
  const endMs = delivery.expiresMs === null ? Number.POSITIVE_INFINITY : delivery.expiresMs + 1 - world.clock.now();
  if (enabled === true && index + 1 < delivery.addresses.length) {
    world.plan({ kind: 'report-time-out', delivery, index, seconds }, Math.min(seconds * 1000, endMs), { background: true });
  } else if (Number.isFinite(endMs)) {
    world.plan({ kind: 'ttl-over', delivery, index }, endMs, { background: true });
  }
}

export function giveUpWaiting(world: MessagesWorld, { delivery, index, seconds }: Step<'report-time-out'>): void {
  const address = delivery.addresses[index];
  if (!address || wasHeardOf(world, delivery, address)) return;
  fail(world, delivery, index, toServiceReason('DELIVERY_REPORT_TIME_OUT', `No delivery report came within ${seconds} seconds`));
}

/** The message, the conversation and the next reply follow the channel that is tried. */
function noteChannel(world: MessagesWorld, { app, party, messageId }: Delivery, address: ChannelIdentity): void {
  const { memory, messages } = world.store;
  memory.noteOutbound(app.id, address.channel, address.identity);
  const stored = messages.get(messageId);
  if (stored && stored.wire.channel_identity !== address) {
    messages.put({ ...stored, wire: { ...stored.wire, channel_identity: address } });
  }
  if (party.conversation) switchChannel(world, party.conversation.id, address.channel);
}
