import type { AppMessage } from '@convapi/core';
import { type CheckIssue, check, LIMITS, type LimitChannel } from '@convapi/message-builder';
import type { Address, ConversationView } from '../../../src/api/contract.ts';
import { channelName } from '../state/words.ts';
import { sentenceOf } from './problem-finder.ts';

/** Where a message can go, and what stands against it. */
export interface Reach {
  /** Channels that are tried: the chosen one, or all that the contact has. */
  channels: readonly string[];
  /** Why it is not sent at all. */
  blocked: string | undefined;
  /** What stands against some of the channels. */
  warnings: readonly string[];
  issues: readonly CheckIssue[];
  /** A template would get through where this does not. */
  needsTemplate: boolean;
}

/** The window of a channel that takes free messages for a day after the contact wrote. */
export interface Window {
  channel: string;
  /** Milliseconds since 1970; undefined when the contact never wrote there. */
  untilMs: number | undefined;
  isOpen: boolean;
}

/** WhatsApp, Messenger and Instagram take free messages for 24 hours after the contact wrote. */
const WITH_WINDOW: ReadonlySet<string> = new Set(['WHATSAPP', 'MESSENGER', 'INSTAGRAM']);
const WINDOW_MS = 86_400_000;

export function windowOf({ channel, lastInboundAt }: Address, nowMs: number): Window | undefined {
  if (!WITH_WINDOW.has(channel)) return undefined;
  const untilMs = lastInboundAt === null ? undefined : Date.parse(lastInboundAt) + WINDOW_MS;
  return { channel, untilMs, isOpen: untilMs !== undefined && nowMs < untilMs };
}

/** The addresses that a message may take: of each channel the one that wrote last. */
export function addressesFor(view: ConversationView, channel: string): Address[] {
  const first = view.addresses.filter((address, index, all) => all.findIndex((one) => one.channel === address.channel) === index);
  return channel === '' ? first : first.filter((address) => address.channel === channel);
}

export function reachOf(view: ConversationView, channel: string, message: AppMessage | undefined, nowMs: number): Reach {
  const addresses = addressesFor(view, channel);
  const channels = addresses.map((address) => address.channel);
  const issues = message === undefined ? [] : issuesOf(message, channels);
  const isTemplate = message !== undefined && 'template_message' in message;
  const against = addresses.map((address) => obstacleOf(address, issues, isTemplate, nowMs));
  const everywhere = issues.find((issue) => issue.severity === 'error' && issue.channel === undefined);
  const found = against.flatMap((obstacle) => (obstacle === undefined ? [] : [obstacle.text]));
  const isBlocked = everywhere !== undefined || found.length === addresses.length;
  return {
    channels,
    issues,
    blocked: !isBlocked
      ? undefined
      : ((everywhere && sentenceOf(everywhere)) ?? found[0] ?? 'There is no address that this could be sent to.'),
    warnings: isBlocked ? [] : found,
    needsTemplate: isBlocked && against.some((obstacle) => obstacle?.isWindow === true),
  };
}

function obstacleOf(
  address: Address,
  issues: readonly CheckIssue[],
  isTemplate: boolean,
  nowMs: number,
): { text: string; isWindow: boolean } | undefined {
  const name = channelName(address.channel);
  if (address.optedOut) return { text: `The contact has opted out of ${name}.`, isWindow: false };
  if (!isTemplate && windowOf(address, nowMs)?.isOpen === false) {
    return { text: `${name} takes only templates now: the contact has not written there for 24 hours.`, isWindow: true };
  }
  const error = issues.find(({ severity, channel }) => severity === 'error' && channel === address.channel);
  return error && { text: sentenceOf(error), isWindow: false };
}

function issuesOf(message: AppMessage, channels: readonly string[]): CheckIssue[] {
  return check(
    message,
    channels.filter((channel): channel is LimitChannel => Object.hasOwn(LIMITS, channel)),
  );
}
