import type { ContactSettings, ProjectSettingsRequest } from '@convapi/core';
import type { Operation } from '../../operations/operation.ts';
import { Refusal } from '../../operations/refusal.ts';
import type { World } from '../../service/world.ts';
import { findConflicts } from '../contacts/identity-conflicts.ts';
import { calledRegion } from '../regions/regions.ts';

export const createSettings: Operation = (world, { body }) => {
  if (world.store.projectSettings.has(calledRegion(world)))
    throw new Refusal('ALREADY_EXISTS', 'The project has settings already. Update them with PATCH.');
  return save(world, {}, body as ProjectSettingsRequest);
};

export const getSettings: Operation = (world) => show(world, requireSettings(world));

export const updateSettings: Operation = (world, { body }) => save(world, requireSettings(world), body as ProjectSettingsRequest);

export const deleteSettings: Operation = (world) => {
  requireSettings(world);
  world.store.projectSettings.delete(calledRegion(world));
  return {};
};

function requireSettings(world: World): ContactSettings {
  const settings = world.store.projectSettings.get(calledRegion(world));
  if (!settings) throw new Refusal('NOT_FOUND', 'The project has no settings yet. Create them with POST.');
  return settings;
}

function save(world: World, previous: ContactSettings, { contact_settings: given }: ProjectSettingsRequest): object {
  const settings = { unified_contact_id_enabled: false, ...previous, ...given };
  if (settings.unified_contact_id_enabled && previous.unified_contact_id_enabled !== true) checkConflicts(world);
  world.store.projectSettings.set(calledRegion(world), settings);
  return show(world, settings);
}

function checkConflicts(world: World): void {
  const { length } = findConflicts(world);
  if (length === 0) return;
  const message = `Unified contact ids need contacts without identity conflicts; there are ${length}. Merge those contacts first.`;
  throw new Refusal('FAILED_PRECONDITION', message, [
    { field: 'contact_settings.unified_contact_id_enabled', description: `cannot be enabled with ${length} identity conflicts` },
  ]);
}

function show({ settings }: World, contactSettings: ContactSettings): object {
  return { project_id: settings.projectId, settings: { contact_settings: contactSettings } };
}
