export { type FileChange, type LeftCode, type MigrateOptions, type Migration, migrateTexts } from './migrate-texts.ts';
export type { Call, ListResult, MethodName } from './table/call.ts';
export { CALLS } from './table/calls.ts';
