export type { ChannelAnswer } from './behaviour/channel-answers.ts';
export type { ChannelNews } from './behaviour/channel-events.ts';
export { MAGIC_IDENTITIES, type MagicIdentity } from './behaviour/magic-identities.ts';
export type { CallbackAttempt, CallbackRecord } from './callbacks/callback-record.ts';
export type { EmulatedEvent } from './callbacks/event-log.ts';
export type { ChoiceSelector, ContactActor, ContactMessageSent, SharedLocation } from './control/contact-actor.ts';
export type { ContactDeeds, Order } from './control/contact-deeds.ts';
export type { ChannelControl, EmulatorControl, MessageFilter } from './control/control.ts';
export type { AddedFault, FaultControl } from './control/fault-control.ts';
export type { EventFilter, EventOf, EventPredicate, WaitOptions } from './control/wait-for.ts';
export type { EmulatorSeed, SeedChannel } from './data/seed.ts';
export type { EmulatorSnapshot } from './data/snapshot.ts';
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
export type { EmulatorOptions, WebhookOptions } from './settings.ts';
export { type Emulator, type EmulatorNamespace, startEmulator } from './start-emulator.ts';
export type { HandsetMessage, HandsetReaction, HandsetTyping } from './store/records.ts';
export type {
  AccessKey,
  AnswersFrame,
  AppFrame,
  AsOf,
  CallbackEntry,
  CallbackFrame,
  CallbackPage,
  CallbackState,
  CallbackSummary,
  ChannelAnswerEntry,
  ChannelAnswerList,
  ClockFrame,
  ClockState,
  ContactFrame,
  ConversationFrame,
  EmulatorFrame,
  EventEntry,
  EventFrame,
  EventPage,
  EventSummary,
  FaultFrame,
  FaultList,
  FaultRule,
  GapFrame,
  HandsetEntrySummary,
  HandsetEntryView,
  HandsetFrame,
  HandsetList,
  HandsetOverview,
  HandsetRecord,
  HandsetSender,
  HandsetStatus,
  KeyFrame,
  KeyList,
  LoggedBody,
  LogPage,
  LogQuery,
  MediaList,
  MessagePage,
  NewAccessKey,
  PlanFrame,
  PlanList,
  PlannedThing,
  RequestEntry,
  RequestFrame,
  RequestPage,
  RequestSummary,
  Seq,
  StoredMedia,
  TypingFrame,
  WebhookFrame,
} from './views/control-api.ts';
