export type { CallbackAttempt, CallbackRecord, EmulatedEvent } from './callbacks/index.ts';
export type {
  AddedFault,
  ChannelControl,
  ChoiceSelector,
  ContactActor,
  ContactDeeds,
  ContactMessageSent,
  EmulatorControl,
  EventFilter,
  EventOf,
  EventPredicate,
  FaultControl,
  MessageFilter,
  Order,
  SharedLocation,
  WaitOptions,
} from './control/index.ts';
export { EmulatorError, isEmulatorError } from './emulator-error.ts';
export type {
  CallbackEffect,
  ChannelEffect,
  Duration,
  EmulatorPreset,
  Fault,
  FaultEffect,
  FaultMatch,
  FaultPoint,
  FaultState,
  FaultSubject,
  FiredFault,
  RequestEffect,
} from './faults/index.ts';
export type { EmulatedProject, NamespaceOptions } from './namespaces/index.ts';
export type { ProxiedOperation, ProxyOptions, ProxyReport, ShapeDifference, SpecDeviation, StatusDifference } from './proxy/index.ts';
export type { RateLimits } from './rate-limits.ts';
export type { ChannelNews } from './resources/apps/index.ts';
export type { ChannelAnswer, HandsetMessage } from './resources/channels/index.ts';
export { MAGIC_IDENTITIES, type MagicIdentity } from './resources/channels/index.ts';
export type { EmulatorOptions, WebhookOptions } from './settings.ts';
export type { EmulatorSeed, EmulatorSnapshot, SeedChannel } from './snapshots/index.ts';
export { type Emulator, type EmulatorNamespace, startEmulator } from './start-emulator.ts';
