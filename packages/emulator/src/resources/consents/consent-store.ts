import type { AuditRecord, ConsentsListType } from '@convapi/core';
import { createTable, type NoteFor, type Part, toPart } from '../../store/index.ts';
import { normalizeIdentity } from '../channels/index.ts';

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
  /** Does the app use the lists? Whoever did not say otherwise does. */
  isOn(appId: string): boolean;
  switch(appId: string, isOn: boolean): void;
  deleteApp(appId: string): void;
  parts: readonly Part[];
  clear(): void;
}

export function createConsentStore(noteFor: NoteFor): ConsentStore {
  /** A row for each identity on a list, under app, list and identity. */
  const listed = createTable<true>('consents', noteFor);
  const lists = new Map<string, Set<string>>();
  const records = createTable<AuditRecord[]>('consent_audit', noteFor);
  /** Apps that do not use the lists. */
  const off = createTable<true>('consents_off', noteFor);
  const keyOf = (appId: string, part: string) => `${appId}|${part}`;

  function enlist(listKey: string, identity: string): void {
    listed.set(`${listKey}|${identity}`, true);
    const known = lists.get(listKey);
    if (known) known.add(identity);
    else lists.set(listKey, new Set([identity]));
  }

  function clearLists(): void {
    listed.clear();
    lists.clear();
  }

  return {
    has: (appId, list, identity) => lists.get(keyOf(appId, list))?.has(toConsentIdentity(identity)) ?? false,
    add: (appId, list, identity) => enlist(keyOf(appId, list), toConsentIdentity(identity)),
    remove(appId, list, identity) {
      const listKey = keyOf(appId, list);
      lists.get(listKey)?.delete(toConsentIdentity(identity));
      listed.delete(`${listKey}|${toConsentIdentity(identity)}`);
    },
    of: (appId, list) => lists.get(keyOf(appId, list)) ?? [],
    note(identity, record) {
      const key = keyOf(record.app_id, toConsentIdentity(identity));
      const known = records.get(key) ?? [];
      records.set(key, [...known, record]);
    },
    history: (appId, identity) => records.get(keyOf(appId, toConsentIdentity(identity))) ?? [],
    isOn: (appId) => !off.has(appId),
    switch: (appId, isOn) => void (isOn ? off.delete(appId) : off.set(appId, true)),
    deleteApp(appId) {
      off.delete(appId);
      for (const map of [listed, records, lists]) for (const key of map.keys()) if (key.startsWith(`${appId}|`)) map.delete(key);
    },
    parts: [
      { name: 'consents', rows: () => listed, restore: restoreListed, clear: clearLists },
      toPart('consent_audit', records),
      toPart('consents_off', off),
    ],
    clear() {
      clearLists();
      records.clear();
      off.clear();
    },
  };

  function restoreListed(key: string): void {
    // App ids and names of lists hold no bar.
    const [appId = '', list = '', ...identity] = key.split('|');
    enlist(keyOf(appId, list), identity.join('|'));
  }
}

/** Lists name no channel, so a number is the same with and without plus. */
export function toConsentIdentity(identity: string): string {
  return normalizeIdentity('SMS', identity);
}
