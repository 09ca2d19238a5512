import { fieldOf } from '../internal/read.ts';
import { rulesOf } from './channel-rules.ts';
import { standIn } from './stand-in.ts';

const HOUR_MS = 3_600_000;

/** The property that marks a message on channels with a window, and the tag that makes the window longer. */
const TAG_PROPERTIES: { readonly [channel: string]: string } = {
  MESSENGER: 'MESSENGER_MESSAGE_TAG',
  INSTAGRAM: 'INSTAGRAM_MESSAGE_TAG',
};
const LONGER_WITH = 'HUMAN_AGENT';
/** Sends through another API of WhatsApp, which asks for no template. That it needs no open window is a guess. */
const DIRECT_SEND = 'WHATSAPP_DIRECT_SEND_CATEGORY';

/** The settings of single channels in a request. */
export type Properties = { readonly [key: string]: unknown };

/**
 * For how many hours after a contact wrote an app may send freely on a channel; undefined where there is no such window, or none for a
 * message with these properties.
 */
export function windowHours(channel: string, properties: Properties): number | undefined {
  const { windowHours: window, taggedWindowHours: tagged } = rulesOf(channel).limits;
  if (window === undefined || (channel === 'WHATSAPP' && isSet(properties[DIRECT_SEND]))) return undefined;
  const property = TAG_PROPERTIES[channel];
  const tag = property === undefined ? undefined : properties[property];
  if (!isSet(tag)) return window.most;
  // The other tags are for messages that may leave the window at any time.
  return tag === LONGER_WITH ? tagged?.most : undefined;
}

/** When a window ends, in milliseconds since 1970. */
export function windowEndMs(lastInboundMs: number, hours: number): number {
  return lastInboundMs + hours * HOUR_MS;
}

/** Whether a window of some hours is open. Without a message of the contact it never was. */
export function isWindowOpen(lastInboundMs: number | undefined, hours: number, nowMs: number): boolean {
  return lastInboundMs !== undefined && nowMs < windowEndMs(lastInboundMs, hours);
}

/**
 * Does a message need the open window of its channel? WhatsApp lets an app start a conversation with an approved template; what is sent in
 * the channel's own JSON is taken to be allowed.
 *
 * @param content What the channel gets: a stored template may turn out to be an ordinary message.
 */
export function needsOpenWindow(channel: string, message: unknown, content: unknown): boolean {
  const { kind } = standIn(channel, message);
  if (kind === 'explicit') return false;
  return channel !== 'WHATSAPP' || kind === 'specific' || fieldOf(content, 'template_message') === undefined;
}

function isSet(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
