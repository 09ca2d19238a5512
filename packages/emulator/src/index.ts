export type { CallbackAttempt, CallbackRecord } from './callbacks/callback-record.ts';
export type { EmulatedEvent } from './callbacks/event-log.ts';
export type { ChoiceSelector, ContactActor, ContactMessageSent, SharedLocation } from './control/contact-actor.ts';
export type { ContactDeeds, Order } from './control/contact-deeds.ts';
export type { ChannelControl, EmulatorControl, MessageFilter } from './control/control.ts';
export type { AddedFault, FaultControl } from './control/fault-control.ts';
export type { EventFilter, EventOf, EventPredicate, WaitOptions } from './control/wait-for.ts';
export { EmulatorError, isEmulatorError } from './emulator-error.ts';
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
} from './faults/fault.ts';
export type { EmulatorPreset } from './faults/presets.ts';
export type { NamespaceOptions } from './namespaces/namespace-options.ts';
export type { EmulatedProject } from './namespaces/to-emulator.ts';
export type { SpecDeviation } from './proxy/check-real-answer.ts';
export type { ShapeDifference } from './proxy/compare-shapes.ts';
export type { ProxyOptions } from './proxy/proxy-options.ts';
export type { ProxiedOperation, ProxyReport, StatusDifference } from './proxy/report.ts';
export type { RateLimits } from './rate-limits.ts';
export type { ChannelNews } from './resources/apps/tell-channel-news.ts';
export type { ChannelAnswer } from './resources/channels/channel-answer.ts';
export type { HandsetMessage } from './resources/channels/handset-message.ts';
export { MAGIC_IDENTITIES, type MagicIdentity } from './resources/channels/magic-identities.ts';
export type { EmulatorOptions, WebhookOptions } from './settings.ts';
export type { EmulatorSeed, SeedChannel } from './snapshots/seed.ts';
export type { EmulatorSnapshot } from './snapshots/snapshot.ts';
export { type Emulator, type EmulatorNamespace, startEmulator } from './start-emulator.ts';
