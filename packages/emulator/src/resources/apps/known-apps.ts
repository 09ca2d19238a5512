import type { Region } from '@convapi/core';
import { invalidField, notFound, type Refusal } from '../../operations/index.ts';
import { isHere, type RegionsWorld, regionOf } from '../regions/index.ts';
import type { AppRecord } from './app-record.ts';

/** What tells which apps there are. */
export type KnownApps = RegionsWorld & { store: { apps: Pick<ReadonlyMap<string, AppRecord>, 'get' | 'has' | 'values'> } };

/** Ids of the service; a project id, for one, is none. */
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i;

/** @throws {@link Refusal} 404 when there is none of that id in the region that is called, 400 when it cannot be the id of an app */
export function requireApp(world: KnownApps, id: string): AppRecord {
  const app = world.store.apps.get(id);
  if (app && isHere(world, id)) return app;
  // A seed may give ids of its own, and then names one that is missing.
  if (!app && world.region !== undefined && !ULID.test(id)) throw invalidField('app_id', 'is no ULID, as the ids of apps are');
  throw notFound('App', id);
}

/** Channels that the app can send on, in its order of priority. Nobody can on the old Viber bots, whose credentials are still taken. */
export function channelsOf(app: AppRecord): string[] {
  return (app.channel_credentials ?? []).map((credential) => credential.channel as string).filter((channel) => channel !== 'VIBER');
}

/** Apps of one region. */
export function appsIn(world: KnownApps, region: Region): AppRecord[] {
  return [...world.store.apps.values()].filter((app) => regionOf(world, app.id) === region);
}
