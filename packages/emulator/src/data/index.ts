/** The journal: what changes is written to a folder, and read back from there. */
export { checkRows, isRow } from './check-rows.ts';
export { openPersistence, type Persistence, type StoredState } from './persistence.ts';
export { isEmpty, restoreRows, type StateRow } from './state.ts';
export type { WriteSync } from './write-file.ts';
