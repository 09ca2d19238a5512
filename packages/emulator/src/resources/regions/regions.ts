import type { Region } from '@convapi/core';

/** Where things live, and which region is called. */
export interface RegionsWorld {
  /** The region that was called; absent for what the emulator does of itself. */
  region?: Region;
  settings: { region: Region };
  store: {
    /** The region of apps, contacts and batches, by id; `us` where none is noted. */
    homes: Map<string, Region>;
  };
}

/** Where everything lives of which nothing else is noted. Fixed, so that what is stored means the same whatever the options are. */
const UNNOTED: Region = 'us';

/**
 * The region in which an app, a contact or a batch lives. Webhooks, conversations, messages, events and consents live with their app.
 *
 * Access keys and the project are the same in all regions.
 */
export function regionOf({ store }: RegionsWorld, id: string): Region {
  return store.homes.get(id) ?? UNNOTED;
}

/** The region that is being called; for what the emulator does of itself, the one of the options. */
export function calledRegion({ region, settings }: RegionsWorld): Region {
  return region ?? settings.region;
}

/** Notes where something new lives; it never moves. */
export function settleIn({ store }: RegionsWorld, id: string, region: Region): void {
  if (region !== UNNOTED) store.homes.set(id, region);
}

/** Can the region that is being called see it? What the emulator does of itself sees everything. */
export function isHere(world: RegionsWorld, id: string): boolean {
  return world.region === undefined || regionOf(world, id) === world.region;
}

/** Forgets where something lived that is no more. */
export function moveOut({ store }: RegionsWorld, id: string): void {
  store.homes.delete(id);
}
