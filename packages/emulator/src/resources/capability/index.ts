/** Whether a channel reaches somebody. */
export { type CapabilityJob, type CapabilityWorld, queryCapability, tellCapability } from './capability.ts';
