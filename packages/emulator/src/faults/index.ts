/** What goes wrong on purpose. */
export type { SendCallbackJob } from './callback-faults.ts';
export { createConnection } from './connection.ts';
export { createFaultStore } from './create-fault-store.ts';
export { TOKEN_OPERATION, TOKEN_PATH } from './describe-request.ts';
export type {
  CallbackEffect,
  ChannelEffect,
  Duration,
  Fault,
  FaultEffect,
  FaultMatch,
  FaultPoint,
  FaultState,
  FaultSubject,
  FiredFault,
  RequestEffect,
} from './fault.ts';
export type { Faults } from './faults.ts';
export { type EmulatorPreset, PRESET_NAMES, readPresets } from './presets.ts';
export type { Answering, FaultyAnswering } from './request-faults.ts';
