/** What is there and what happens, in the words of the wire: one schema for the control API and the stream. */

export { toCallbackEntry, toCallbackSummary } from './callback-view.ts';
export type { Change } from './change.ts';
export type {
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
  MessagePage,
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
} from './control-api.ts';
export { createViews, type Views } from './create-views.ts';
export { createWatchers } from './create-watchers.ts';
export { describeBody, toEventEntry, toEventSummary } from './event-view.ts';
export { listHandsets, showHandset } from './handset-list.ts';
export { toHandsetSummary, toHandsetView } from './handset-view.ts';
export { toOverview } from './overview.ts';
export { toCamel, toSnake } from './rename.ts';
export { createRequestViews } from './request-view.ts';
export { toFrames } from './to-frame.ts';
