/** The settings of the project. */
export { createSettings, deleteSettings, getSettings, type SettingsWorld, updateSettings } from './project-settings.ts';
