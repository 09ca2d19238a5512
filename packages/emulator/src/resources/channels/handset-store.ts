import { createMultiMap, createTable, type NoteFor, type Part } from '../../store/index.ts';
import { toTimestamp } from '../../time/index.ts';
import type { DeliveryHead, HandsetMessage, HandsetReaction, HandsetTyping } from './handset-message.ts';
import { identityKey } from './identity.ts';

/** A message on a handset and, when the app sent it, the delivery that a read report belongs to. */
export interface HandsetEntry {
  shown: HandsetMessage;
  delivery?: DeliveryHead;
}

/** What every handset showed and wrote. */
export interface HandsetStore {
  add(shown: HandsetMessage, delivery?: DeliveryHead): void;
  /** When a message came among all that happens in this run: what comes later has a higher number. It is no part of what is written down. */
  seqOf(shown: HandsetMessage): number;
  /** Messages of one handset, oldest first. */
  of(channel: string, identity: string): HandsetEntry[];
  /** Messages of all handsets, oldest first. */
  all(): HandsetMessage[];
  /** Moves a message on: to delivered, to read. */
  setStatus(shown: HandsetMessage, status: HandsetMessage['status']): void;
  /** Notes why a message failed here, and where it went on. */
  setFailure(shown: HandsetMessage, failure: Pick<HandsetMessage, 'reason' | 'next_channel'>): void;
  /** Puts an emoji on a message, in the place of the one that this side had on it, or with `undefined` takes that off. */
  react(shown: HandsetMessage, from: HandsetReaction['from'], emoji: string | undefined): void;
  /** Somebody starts or stops typing on a handset. */
  setTyping(channel: string, identity: string, who: Omit<HandsetTyping, 'since'>, isTyping: boolean): void;
  /** Who is typing there. */
  typing(channel: string, identity: string): readonly HandsetTyping[];
  /** All entries of each handset that has any, oldest first. */
  handsets(): Iterable<HandsetEntry[]>;
  part: Part;
  clear(): void;
}

/** Messages that one handset shows. */
const HANDSET_LIMIT = 200;

/** Digits of a key, so that keys sort by age. */
const KEY_LENGTH = 14;

/** What {@link createHandsetStore} works with. */
export interface HandsetStoreParts {
  noteFor: NoteFor;
  /** How many messages of all handsets together are remembered. */
  limit: number;
  now: () => number;
  /** Gives each message its number. */
  nextSeq: () => number;
  /** Hears who is typing: nothing that would be written down. */
  onTyping: (channel: string, identity: string, who: Omit<HandsetTyping, 'since'>, isTyping: boolean) => void;
}

export function createHandsetStore({ noteFor, limit, now, nextSeq, onTyping }: HandsetStoreParts): HandsetStore {
  const typists = new Map<string, readonly HandsetTyping[]>();
  const entries = createTable<HandsetEntry>('handset_messages', noteFor);
  const handsets = createMultiMap();
  const places = new Map<HandsetMessage, { key: string; seq: number }>();
  let last = 0;

  const handsetOf = ({ channel, identity }: HandsetMessage) => identityKey(channel, identity);

  function put(key: string, entry: HandsetEntry): void {
    places.set(entry.shown, { key, seq: nextSeq() });
    entries.set(key, entry);
    const handset = handsetOf(entry.shown);
    handsets.add(handset, key);
    const shown = handsets.get(handset);
    const [oldest] = shown;
    if (shown.size > HANDSET_LIMIT && oldest !== undefined) handsets.remove(handset, oldest);
  }

  function forgetOldest(): void {
    const [oldest] = entries;
    if (!oldest) return;
    entries.delete(oldest[0]);
    handsets.remove(handsetOf(oldest[1].shown), oldest[0]);
    places.delete(oldest[1].shown);
  }

  function clear(): void {
    entries.clear();
    handsets.clear();
    places.clear();
    typists.clear();
  }

  /** Changed in place, so it has to be set again. */
  function noteChange(shown: HandsetMessage): void {
    const key = places.get(shown)?.key;
    const entry = key === undefined ? undefined : entries.get(key);
    if (key !== undefined && entry) entries.set(key, entry);
  }

  function setTyping(channel: string, identity: string, who: Omit<HandsetTyping, 'since'>, isTyping: boolean): void {
    const handset = identityKey(channel, identity);
    const others = (typists.get(handset) ?? []).filter((one) => one.from !== who.from || one.app_id !== who.app_id);
    const typing = isTyping ? [...others, { ...who, since: toTimestamp(now()) }] : others;
    if (typing.length === 0) typists.delete(handset);
    else typists.set(handset, typing);
    onTyping(channel, identity, who, isTyping);
  }

  /** Whoever sends has stopped typing. */
  function stopTyping({ channel, identity, direction, app_id }: HandsetMessage): void {
    if (typists.size === 0) return;
    const from = direction === 'TO_APP' ? 'contact' : 'app';
    const isTyping = typists.get(identityKey(channel, identity))?.some((one) => one.from === from && one.app_id === app_id);
    if (isTyping) setTyping(channel, identity, { from, app_id }, false);
  }

  return {
    add(shown, delivery) {
      last += 1;
      stopTyping(shown);
      put(String(last).padStart(KEY_LENGTH, '0'), delivery ? { shown, delivery } : { shown });
      while (entries.size > limit) forgetOldest();
    },
    seqOf: (shown) => places.get(shown)?.seq ?? 0,
    of: (channel, identity) => [...handsets.get(identityKey(channel, identity))].flatMap((key) => entries.get(key) ?? []),
    all: () => [...entries.values()].map(({ shown }) => shown),
    setStatus(shown, status) {
      shown.status = status;
      if (status === 'DELIVERED') shown.delivered_at ??= toTimestamp(now());
      if (status === 'READ') shown.read_at ??= toTimestamp(now());
      noteChange(shown);
    },
    setFailure(shown, failure) {
      Object.assign(shown, failure);
      noteChange(shown);
    },
    react(shown, from, emoji) {
      const others = (shown.reactions ?? []).filter((one) => one.from !== from);
      shown.reactions = emoji === undefined ? others : [...others, { from, emoji, time: toTimestamp(now()) }];
      noteChange(shown);
    },
    setTyping,
    typing: (channel, identity) => typists.get(identityKey(channel, identity)) ?? [],
    *handsets() {
      for (const shown of handsets.values()) yield [...shown].flatMap((key) => entries.get(key) ?? []);
    },
    part: {
      name: 'handset_messages',
      rows: () => entries,
      restore(key, row) {
        last = Math.max(last, Number(key));
        put(key, row as HandsetEntry);
      },
      clear,
    },
    clear,
  };
}
