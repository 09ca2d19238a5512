import type { Reason, ReasonCode } from '@convapi/core';
import { normalizeIdentity } from '../store/identity.ts';
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
}

/** How the channels answer: for one address, for a magic number, for a whole channel, or by default. */
export interface ChannelAnswers {
  get(channel: string, identity: string): ChannelAnswer;
  set(channel: string, answer: ChannelAnswer, identity?: string): void;
  /** Back to the default, for one address or for the channel with all its addresses. */
  reset(channel: string, identity?: string): void;
  all(): { channel: string; identity?: string; answer: ChannelAnswer }[];
  clear(): void;
}

const DEFAULT_ANSWER: ChannelAnswer = { status: 'DELIVERED' };

/** @param options `magicIdentities`: do the magic numbers count? */
export function createChannelAnswers(options: { magicIdentities: boolean }): ChannelAnswers {
  const magic = options.magicIdentities ? createMagicAnswers() : () => undefined;
  const channels = new Map<string, ChannelAnswer>();
  const addresses = new Map<string, Map<string, ChannelAnswer>>();

  return {
    get: (channel, identity) =>
      addresses.get(channel)?.get(normalizeIdentity(channel, identity)) ??
      magic(channel, normalizeIdentity(channel, identity)) ??
      channels.get(channel) ??
      DEFAULT_ANSWER,
    set(channel, answer, identity) {
      if (identity === undefined) {
        channels.set(channel, answer);
        return;
      }
      const known = addresses.get(channel) ?? new Map<string, ChannelAnswer>();
      known.set(normalizeIdentity(channel, identity), answer);
      addresses.set(channel, known);
    },
    reset(channel, identity) {
      if (identity !== undefined) {
        addresses.get(channel)?.delete(normalizeIdentity(channel, identity));
        return;
      }
      channels.delete(channel);
      addresses.delete(channel);
    },
    all: () => [
      ...[...channels].map(([channel, answer]) => ({ channel, answer })),
      ...[...addresses].flatMap(([channel, known]) => [...known].map(([identity, answer]) => ({ channel, identity, answer }))),
    ],
    clear() {
      channels.clear();
      addresses.clear();
    },
  };
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
