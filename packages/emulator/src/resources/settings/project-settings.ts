import type { ContactSettings, ProjectSettingsRequest } from '@convapi/core';
import { type Operation, Refusal } from '../../operations/index.ts';
import { findConflicts, type KnownContacts } from '../contacts/index.ts';
import { calledRegion } from '../regions/index.ts';

/** What the operations on the settings of a project work with. */
export type SettingsWorld = KnownContacts & {
  settings: { projectId: string };
  store: {
    /** By region; empty as long as nobody made any. */
    projectSettings: Map<string, ContactSettings>;
  };
};

export const createSettings: Operation<SettingsWorld> = (world, { body }) => {
  if (world.store.projectSettings.has(calledRegion(world)))
    throw new Refusal('ALREADY_EXISTS', 'The project has settings already. Update them with PATCH.');
  return save(world, {}, body as ProjectSettingsRequest);
};

export const getSettings: Operation<SettingsWorld> = (world) => show(world, requireSettings(world));

export const updateSettings: Operation<SettingsWorld> = (world, { body }) =>
  save(world, requireSettings(world), body as ProjectSettingsRequest);

export const deleteSettings: Operation<SettingsWorld> = (world) => {
  requireSettings(world);
  world.store.projectSettings.delete(calledRegion(world));
  return {};
};

function requireSettings(world: SettingsWorld): ContactSettings {
  const settings = world.store.projectSettings.get(calledRegion(world));
  if (!settings) throw new Refusal('NOT_FOUND', 'The project has no settings yet. Create them with POST.');
  return settings;
}

function save(world: SettingsWorld, previous: ContactSettings, { contact_settings: given }: ProjectSettingsRequest): object {
  const settings = { unified_contact_id_enabled: false, ...previous, ...given };
  if (settings.unified_contact_id_enabled && previous.unified_contact_id_enabled !== true) checkConflicts(world);
  world.store.projectSettings.set(calledRegion(world), settings);
  return show(world, settings);
}

function checkConflicts(world: SettingsWorld): void {
  const { length } = findConflicts(world);
  if (length === 0) return;
  const message = `Unified contact ids need contacts without identity conflicts; there are ${length}. Merge those contacts first.`;
  throw new Refusal('FAILED_PRECONDITION', message, [
    { field: 'contact_settings.unified_contact_id_enabled', description: `cannot be enabled with ${length} identity conflicts` },
  ]);
}

function show({ settings }: SettingsWorld, contactSettings: ContactSettings): object {
  return { project_id: settings.projectId, settings: { contact_settings: contactSettings } };
}
