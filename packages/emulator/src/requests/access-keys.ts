import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { EmulatorError } from '../emulator-error.ts';
import { createTable, type NoteFor, type Part, toPart } from '../store/index.ts';
import { toTimestamp } from '../time/index.ts';
import { type Credentials, isSame } from './credentials.ts';

/** An access key. Its secret is kept as a digest only. */
export interface AccessKey {
  id: string;
  name: string;
  /** RFC 3339; `null` for the key of the options, which was always there. */
  created_at: string | null;
  /** When a call or a token was last asked for with it, in the emulator's time, to the minute; `null` for never. */
  last_used: string | null;
  /** The key of the options: it cannot be revoked. */
  is_first: boolean;
}

/** What `POST /_emulator/keys` `{ name? }` answers: the one time that the secret is shown. */
export interface NewAccessKey extends AccessKey {
  secret: string;
}

/** The access keys of a project: that of the options, which always counts, and those that were made here. */
export interface AccessKeys {
  has(id: string): boolean;
  check(given: Credentials): boolean;
  /** Notes that a call came with a key. */
  noteUse(id: string): void;
  /** Oldest first. */
  all(): AccessKey[];
  find(id: string): AccessKey | undefined;
  /** Makes one. Nobody can read its secret again. @throws {@link EmulatorError} when there are too many */
  create(name?: string): NewAccessKey;
  /** Ends one, and with it the tokens that were made with it. @throws {@link EmulatorError} when there is none, and for that of the options */
  revoke(id: string): void;
  part: Part;
}

/** A key as it is written down. */
interface KeyRow {
  id: string;
  name: string;
  createdMs: number | null;
  usedMs: number | null;
  /** SHA-256 of the secret, in hex: enough for a secret that is random. */
  digest: string;
}

/** So that what callers make up does not fill the memory. */
const MOST_KEYS = 1000;

const SECRET_BYTES = 24;

/** A key may be used ten thousand times in a second, and each note of it is written down. */
const USE_GRAIN_MS = 60_000;

/** @param options `first`: the key of the options */
export function createAccessKeys({ first, now, noteFor }: { first: Credentials; now: () => number; noteFor: NoteFor }): AccessKeys {
  const rows = createTable<KeyRow>('keys', noteFor);
  /** Not written down: it is no part of what was made here. */
  let firstUsedMs: number | null = null;
  const isStale = (usedMs: number | null) => usedMs === null || now() - usedMs >= USE_GRAIN_MS;
  const firstKey = () => toKey({ id: first.keyId, name: 'options', createdMs: null, usedMs: firstUsedMs }, true);

  return {
    has: (id) => id === first.keyId || rows.has(id),
    check({ keyId, keySecret }) {
      if (keyId === first.keyId) return isSame({ keyId, keySecret }, first);
      const digest = rows.get(keyId)?.digest;
      return digest !== undefined && timingSafeEqual(Buffer.from(digest, 'hex'), digestOf(keySecret));
    },
    noteUse(id) {
      const row = rows.get(id);
      if (id === first.keyId && isStale(firstUsedMs)) firstUsedMs = now();
      if (row && isStale(row.usedMs)) rows.set(id, { ...row, usedMs: now() });
    },
    all: () => [firstKey(), ...[...rows.values()].map((row) => toKey(row, false))],
    find(id) {
      const row = rows.get(id);
      if (row) return toKey(row, false);
      return id === first.keyId ? firstKey() : undefined;
    },
    create(name = '') {
      if (rows.size >= MOST_KEYS) throw new EmulatorError(`There are ${MOST_KEYS} access keys. Revoke some first.`);
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      const row = { id: randomUUID(), name, createdMs: now(), usedMs: null, digest: digestOf(secret).toString('hex') };
      rows.set(row.id, row);
      return { ...toKey(row, false), secret };
    },
    revoke(id) {
      if (id === first.keyId) throw new EmulatorError(`The key ${id} is that of the options. It cannot be revoked, only those made here.`);
      if (!rows.delete(id)) throw new EmulatorError(`There is no access key ${id}. It may have been revoked already.`);
    },
    part: toPart('keys', rows),
  };
}

function toKey({ id, name, createdMs, usedMs }: Omit<KeyRow, 'digest'>, isFirst: boolean): AccessKey {
  const show = (ms: number | null) => (ms === null ? null : toTimestamp(ms));
  return { id, name, created_at: show(createdMs), last_used: show(usedMs), is_first: isFirst };
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
