import type { EmulatorOptions } from '../settings.ts';

/** What a namespace may have of its own; the rest is as for the emulator. */
export type NamespaceOptions = Omit<
  EmulatorOptions,
  'port' | 'host' | 'allowHosts' | 'adminToken' | 'console' | 'data' | 'salvage' | 'proxy' | 'projectId' | 'keyId' | 'keySecret'
>;
