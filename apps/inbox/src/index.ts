export type { InboxCallback } from './callbacks/create-callback-handler.ts';
export type { CardView, ChoiceView, Content } from './content/content.ts';
export type { ReasonView, SwitchView } from './content/to-delivery.ts';
export { createInbox } from './create-inbox.ts';
export type { InboxLogger } from './inbox-logger.ts';
export type { InboxOptions } from './inbox-options.ts';
export type { Inbox } from './prepare-inbox.ts';
export { type InboxServer, type StartInboxOptions, startInbox } from './start-inbox.ts';
export type { ConversationView, LiveEvent, MessageView } from './views.ts';
