export type { Agent, ConversationView, LiveEvents, MessageView, NewAgent } from './api/contract.ts';
export type { InboxCallback } from './callbacks/inbox-callback.ts';
export { createInbox } from './create-inbox.ts';
export type { InboxLogger } from './inbox-logger.ts';
export type { InboxOptions } from './inbox-options.ts';
export type { Inbox } from './prepare-inbox.ts';
export type { Deleted } from './retention/deleted.ts';
export { type InboxServer, type StartInboxOptions, startInbox } from './start-inbox.ts';
