import { createTable, type NoteFor, type Part, toPart } from '../../store/index.ts';
import type { ChannelAnswer } from './channel-answer.ts';
import { identityKey, normalizeIdentity } from './identity.ts';
import { createMagicAnswers } from './magic-identities.ts';

/** How the channels answer: for one address, for a magic number, for a whole channel, or by default. */
export interface ChannelAnswers {
  get(channel: string, identity: string): ChannelAnswer;
  set(channel: string, answer: ChannelAnswer, identity?: string): void;
  /** Back to the default, for one address or for the channel with all its addresses. */
  reset(channel: string, identity?: string): void;
  all(): { channel: string; identity?: string; answer: ChannelAnswer }[];
  part: Part;
  clear(): void;
}

const DEFAULT_ANSWER: ChannelAnswer = { status: 'DELIVERED' };

/** @param options `magicIdentities`: do the magic numbers count? */
export function createChannelAnswers(options: { magicIdentities: boolean; noteFor: NoteFor }): ChannelAnswers {
  const magic = options.magicIdentities ? createMagicAnswers() : () => undefined;
  /** By channel, and by channel and address. */
  const given = createTable<ChannelAnswer>('channel_answers', options.noteFor);
  const keyOf = (channel: string, identity: string | undefined) => (identity === undefined ? channel : identityKey(channel, identity));

  return {
    get(channel, identity) {
      // Looked up for every message, set hardly ever.
      const own = given.size > 0 ? given.get(identityKey(channel, identity)) : undefined;
      return own ?? magic(channel, normalizeIdentity(channel, identity)) ?? given.get(channel) ?? DEFAULT_ANSWER;
    },
    set: (channel, answer, identity) => void given.set(keyOf(channel, identity), answer),
    reset(channel, identity) {
      given.delete(keyOf(channel, identity));
      if (identity !== undefined) return;
      for (const key of given.keys()) if (key.startsWith(`${channel}|`)) given.delete(key);
    },
    all: () => [...given].map(([key, answer]) => toEntry(key, answer)),
    part: toPart('channel_answers', given),
    clear: () => given.clear(),
  };
}

function toEntry(key: string, answer: ChannelAnswer): { channel: string; identity?: string; answer: ChannelAnswer } {
  const bar = key.indexOf('|');
  return bar < 0 ? { channel: key, answer } : { channel: key.slice(0, bar), identity: key.slice(bar + 1), answer };
}
