/** News become callbacks: to whom, signed, tried again, and remembered. */
export type { CallbackAttempt, CallbackJob, CallbackRecord } from './callback-record.ts';
export { type CallbackDispatcher, createCallbackDispatcher, type RetryJob } from './dispatcher.ts';
export { createEventLog, type EmulatedEvent, type EventLog } from './event-log.ts';
export { createPoster } from './poster.ts';
export { createPublisher, type Publisher, type TellJob } from './publisher.ts';
export { createReceiverTokens } from './receiver-tokens.ts';
export { createRepeats, RESENDABLE_STATES, type Repeats, type ResendableState } from './repeats.ts';
export { createTargetOf } from './targets.ts';
