import type { Region } from '@convapi/core';
import { type RegionsWorld, regionOf } from '../regions/index.ts';
import type { TemplateRecord } from './template-record.ts';

/** Stored templates by their id. */
export type Templates = Pick<ReadonlyMap<string, TemplateRecord>, 'get'>;

/** What tells which templates there are. */
export type KnownTemplates = RegionsWorld & { store: { templates: Templates } };

/** Key of a stored template. Its id may be chosen, so that two regions may have the same. */
export function templateKey(region: Region, id: string): string {
  return `${region}|${id}`;
}

/** The stored templates that messages of an app can use. */
export function templatesFor(world: KnownTemplates, appId: string): Templates {
  const region = regionOf(world, appId);
  return { get: (id) => world.store.templates.get(templateKey(region, id)) };
}
