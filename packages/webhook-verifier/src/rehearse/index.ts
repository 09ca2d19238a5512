export { formatReport } from './format-report.ts';
export { isRehearsalError, RehearsalError, type RehearsalFailure } from './rehearsal-error.ts';
export { type RehearseOptions, rehearse } from './rehearse.ts';
export type { RehearsalAdvice, RehearsalCheck, RehearsalGroup, RehearsalReport } from './report.ts';
export { type SampleOptions, sampleCallback } from './sample-callback.ts';
