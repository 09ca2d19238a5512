/** Tables that say what changed in them, and the indexes and logs that stores are built of. */
export { createItemStore, type ItemStore } from './item-store.ts';
export { createLog } from './log.ts';
export { createMultiMap } from './multi-map.ts';
export type { NoteFor, Part } from './note.ts';
export { createQueue, type Queue } from './queue.ts';
export { createTable, Table, toPart } from './table.ts';
