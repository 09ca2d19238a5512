import type { AuditRecord, ConsentsListType } from '@convapi/core';
import { normalizeIdentity } from './identity.ts';

/** The opt-out lists of the apps, and what was done to them. */
export interface ConsentStore {
  has(appId: string, list: ConsentsListType, identity: string): boolean;
  add(appId: string, list: ConsentsListType, identity: string): void;
  remove(appId: string, list: ConsentsListType, identity: string): void;
  /** Identities on a list. */
  of(appId: string, list: ConsentsListType): Iterable<string>;
  note(identity: string, record: AuditRecord): void;
  /** What was done to an identity in an app, oldest first. */
  history(appId: string, identity: string): AuditRecord[];
  deleteApp(appId: string): void;
  clear(): void;
}

export function createConsentStore(): ConsentStore {
  const lists = new Map<string, Set<string>>();
  const records = new Map<string, AuditRecord[]>();
  const keyOf = (appId: string, part: string) => `${appId}|${part}`;

  return {
    has: (appId, list, identity) => lists.get(keyOf(appId, list))?.has(toConsentIdentity(identity)) ?? false,
    add(appId, list, identity) {
      const known = lists.get(keyOf(appId, list)) ?? new Set<string>();
      lists.set(keyOf(appId, list), known.add(toConsentIdentity(identity)));
    },
    remove: (appId, list, identity) => void lists.get(keyOf(appId, list))?.delete(toConsentIdentity(identity)),
    of: (appId, list) => lists.get(keyOf(appId, list)) ?? [],
    note(identity, record) {
      const key = keyOf(record.app_id, toConsentIdentity(identity));
      const known = records.get(key) ?? [];
      records.set(key, [...known, record]);
    },
    history: (appId, identity) => records.get(keyOf(appId, toConsentIdentity(identity))) ?? [],
    deleteApp(appId) {
      for (const map of [lists, records]) for (const key of map.keys()) if (key.startsWith(`${appId}|`)) map.delete(key);
    },
    clear() {
      lists.clear();
      records.clear();
    },
  };
}

/** Lists name no channel, so a number is the same with and without plus. */
export function toConsentIdentity(identity: string): string {
  return normalizeIdentity('SMS', identity);
}
