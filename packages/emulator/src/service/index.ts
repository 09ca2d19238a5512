/** All resources as one service: its world, its store, and its tables of operations and of jobs. */
export { createHandlers, createJobRunner } from './create-handlers.ts';
export { createStore, type Store } from './create-store.ts';
export { createTopics, subscribeAll } from './create-topics.ts';
export type { ServiceJob } from './job.ts';
export { OPERATIONS } from './operations.ts';
export { RETIRED_OPERATIONS } from './retired-operations.ts';
export type { World } from './world.ts';
