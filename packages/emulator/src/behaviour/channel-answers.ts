import type { Reason, ReasonCode } from '@convapi/core';
import { normalizeIdentity } from '@convapi/message-builder/internal/rules';
import { identityKey } from '../store/identity.ts';
import type { NoteFor, Part } from '../store/note.ts';
import { createTable, toPart } from '../store/table.ts';
import { createMagicAnswers } from './magic-identities.ts';

/** What a channel says to a message. */
export interface ChannelAnswer {
  /**
   * `DELIVERED`: it reached the handset and was left unread, the default. `READ`: it was read at once. `QUEUED_ON_CHANNEL`: nothing more
   * is ever heard of it. `FAILED`: the channel could not deliver it.
   */
  status: 'QUEUED_ON_CHANNEL' | 'DELIVERED' | 'READ' | 'FAILED';
  /** Why it failed; default `RECIPIENT_NOT_REACHABLE`. */
  reason?: ReasonCode | Reason;
  /** Does the failure pass by itself, so that the message is tried again? Default: for `RATE_LIMITED` and `INTERNAL_ERROR`. */
  temporary?: boolean;
}

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

/** The reason of a failed answer, as reports carry it. */
export function toReason(answer: ChannelAnswer): Reason {
  const given = answer.reason ?? 'RECIPIENT_NOT_REACHABLE';
  const reason = typeof given === 'string' ? { code: given } : given;
  const code = reason.code ?? 'UNKNOWN';
  return {
    ...reason,
    code,
    description: reason.description ?? `The underlying channel reported: ${code.toLowerCase().replaceAll('_', ' ')}`,
    sub_code: reason.sub_code ?? 'UNSPECIFIED_SUB_CODE',
  };
}
