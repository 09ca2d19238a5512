/** The state as a whole: taken, put back, forgotten, given at the start. */
export { createKeeper, type Keeper } from './keeper.ts';
export type { EmulatorSeed, SeedChannel } from './seed.ts';
export { type EmulatorSnapshot, isSnapshot } from './snapshot.ts';
