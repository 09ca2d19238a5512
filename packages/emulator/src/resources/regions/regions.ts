import type { Region } from '@convapi/core';
import type { World } from '../../service/world.ts';
import type { AppRecord, TemplateRecord } from '../../store/records.ts';

/** Where everything lives of which nothing else is noted. Fixed, so that what is stored means the same whatever the options are. */
const UNNOTED: Region = 'us';

/**
 * The region in which an app, a contact or a batch lives. Webhooks, conversations, messages, events and consents live with their app.
 *
 * Access keys and the project are the same in all regions.
 */
export function regionOf({ store }: World, id: string): Region {
  return store.homes.get(id) ?? UNNOTED;
}

/** The region that is being called; for what the emulator does of itself, the one of the options. */
export function calledRegion({ region, settings }: World): Region {
  return region ?? settings.region;
}

/** Notes where something new lives; it never moves. */
export function settleIn({ store }: World, id: string, region: Region): void {
  if (region !== UNNOTED) store.homes.set(id, region);
}

/** Can the region that is being called see it? What the emulator does of itself sees everything. */
export function isHere(world: World, id: string): boolean {
  return world.region === undefined || regionOf(world, id) === world.region;
}

/** Apps of one region. */
export function appsIn(world: World, region: Region): AppRecord[] {
  return [...world.store.apps.values()].filter((app) => regionOf(world, app.id) === region);
}

/** Key of a stored template. Its id may be chosen, so that two regions may have the same. */
export function templateKey(region: Region, id: string): string {
  return `${region}|${id}`;
}

/** The stored templates that messages of an app can use. */
export function templatesFor(world: World, appId: string): { get(id: string): TemplateRecord | undefined } {
  const region = regionOf(world, appId);
  return { get: (id) => world.store.templates.get(templateKey(region, id)) };
}
