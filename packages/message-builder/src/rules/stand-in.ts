import { fieldOf } from '../internal/read.ts';

/** What a channel gets in place of a message, or the message itself, with the path that leads to it. */
export interface StandIn {
  /** `explicit`: the channel's own JSON. `specific`: a message that only it has. `override`: another message of the ordinary types. */
  kind: 'explicit' | 'specific' | 'override' | 'message';
  path: string;
  content: unknown;
}

/** What a channel gets of a message: the first of what may stand in for it there, else the message. */
export function standIn(channel: string, message: unknown): StandIn {
  for (const [kind, key] of KEYS) {
    const content = fieldOf(fieldOf(message, key), channel);
    if (content !== undefined) return { kind, path: `${key}.${channel}`, content };
  }
  return { kind: 'message', path: '', content: message };
}

const KEYS = [
  ['explicit', 'explicit_channel_message'],
  ['specific', 'channel_specific_message'],
  ['override', 'explicit_channel_omni_message'],
] as const;
