/** One project or several on the same port. */
export type { NamespaceOptions } from './namespace-options.ts';
export { createNamespaces, type Namespaces } from './namespaces.ts';
export { routeToSpace } from './route-to-space.ts';
export type { Space } from './space.ts';
export { type EmulatedProject, toEmulator } from './to-emulator.ts';
