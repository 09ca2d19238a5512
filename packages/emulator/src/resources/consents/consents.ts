import { type AuditRecord, CONSENTS_LIST_TYPES, type ConsentsListType } from '@convapi/core';
import { invalidField, type Operation, toPage } from '../../operations/index.ts';
import { type Clock, toTimestamp } from '../../time/index.ts';
import { type AppTopics, type KnownApps, requireApp } from '../apps/index.ts';
import { type ConsentStore, toConsentIdentity } from './consent-store.ts';

/** What tells who wants no messages. */
export interface KnownConsents {
  store: { consents: Pick<ConsentStore, 'isOn' | 'has'> };
}

/** What the opt-out lists are read and kept with. */
export type ConsentsWorld = KnownApps & { clock: Clock; settings: { projectId: string }; store: { consents: ConsentStore } };

/** The lists of an app go with it. */
export function subscribeConsents({ topics, store }: { topics: AppTopics; store: { consents: ConsentStore } }): void {
  topics.appDeleted.subscribe(({ id }) => store.consents.deleteApp(id));
}

export const listConsentIdentities: Operation<ConsentsWorld> = (world, { params, query }) => {
  const app = requireApp(world, params.app_id ?? '');
  const list = CONSENTS_LIST_TYPES.find((known) => known === params.list_type);
  if (!list) throw invalidField('list_type', `must be one of ${CONSENTS_LIST_TYPES.join(', ')}`);
  const request = { size: query.page_size, token: query.page_token };
  const page = toPage(world.store.consents.of(app.id, list), (identity) => identity, 'ascending', request);
  return { identities: page.items.map((identity) => ({ identity })), next_page_token: page.next };
};

export const listAuditRecords: Operation<ConsentsWorld> = (world, { params }) => {
  const app = requireApp(world, params.app_id ?? '');
  const identity = toConsentIdentity(params.identity ?? '');
  return { identity: { identity }, audit_records: world.store.consents.history(app.id, identity) };
};

type Origin = AuditRecord['origin'];

/** Puts an identity on a list. */
export function addConsent(world: ConsentsWorld, appId: string, list: ConsentsListType, identity: string, origin: Origin): void {
  const { consents } = world.store;
  const operation = consents.has(appId, list, identity) ? 'OPERATION_UPDATE' : 'OPERATION_INSERT';
  consents.add(appId, list, identity);
  note(world, appId, list, identity, { origin, operation });
}

/** Takes an identity off a list, if it is on it. */
export function removeConsent(world: ConsentsWorld, appId: string, list: ConsentsListType, identity: string, origin: Origin): void {
  const { consents } = world.store;
  if (!consents.has(appId, list, identity)) return;
  consents.remove(appId, list, identity);
  note(world, appId, list, identity, { origin, operation: 'OPERATION_DELETE' });
}

/** OPT_OUT_ALL stops every message, the other lists stop what is marked as theirs. */
export function isOptedOut({ store }: KnownConsents, appId: string, identity: string, contentType: string): boolean {
  if (!store.consents.isOn(appId)) return false;
  const isOn = (list: ConsentsListType) => store.consents.has(appId, list, identity);
  if (isOn('OPT_OUT_ALL')) return true;
  if (contentType === 'CONTENT_MARKETING') return isOn('OPT_OUT_MARKETING');
  return contentType === 'CONTENT_NOTIFICATION' && isOn('OPT_OUT_NOTIFICATION');
}

function note(
  { clock, settings, store }: ConsentsWorld,
  appId: string,
  list: ConsentsListType,
  identity: string,
  change: Pick<AuditRecord, 'origin' | 'operation'>,
): void {
  const record = { ...change, list_type: list, project_id: settings.projectId, app_id: appId, datetime: toTimestamp(clock.now()) };
  store.consents.note(identity, record);
}
