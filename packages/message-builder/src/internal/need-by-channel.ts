import { CHANNEL_NAMES } from '../generated/numbers.ts';
import type { Channel } from './channel.ts';
import { need } from './need.ts';
import { refuse } from './refuse.ts';

/** Refuses messages by channel that are no such thing, and channels that have none of the kind. */
export function needByChannel(path: string, messages: object, channels: readonly string[]): void {
  needEach(path, messages);
  for (const channel of Object.keys(messages)) {
    if (!channels.includes(channel)) refuse(`${path}.${channel}`, 'is for a channel without such messages', `Pass ${channels.join(', ')}.`);
  }
}

/** Refuses messages by channel that are no such thing. */
export function needEach(path: string, messages: object): void {
  for (const channel of needChannels(path, messages)) {
    const message = (messages as { readonly [channel: string]: unknown })[channel];
    if (message !== undefined) need(`${path}.${channel}`, message as object, 'object', 'a message');
  }
}

/** The channels of a map, if all are. A misspelt one would silently be lost. */
export function needChannels(path: string, map: object): Channel[] {
  const names = Object.keys(need(path, map, 'object', 'an object by channel'));
  for (const name of names)
    if (!CHANNEL_NAMES.includes(name)) refuse(`${path}.${name}`, 'is for no channel', `Pass ${CHANNEL_NAMES.join(', ')}.`);
  return names as Channel[];
}
