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
  for (const [channel, message] of Object.entries(need(path, messages, 'object', 'messages by channel, in an object'))) {
    if (message !== undefined) need(`${path}.${channel}`, message, 'object', 'a message');
  }
}
