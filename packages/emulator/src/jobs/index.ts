/** What is planned and survives a restart, with the time and the ids that go on from where they were. */
export { createTime } from './create-time.ts';
export type { Plan } from './job.ts';
export type { PlannedJob, Scheduler } from './scheduler.ts';
