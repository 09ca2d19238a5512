export type { CallOptions, CallPromise, CallResponse, DataWithResponse, PagePromise } from './call.ts';
export { type ConversationClient, type ConversationClientOptions, createConversationClient } from './create-conversation-client.ts';
// Names made by the generator, one for each resource and each set of query parameters. Types only.
export type * from './generated/queries.ts';
export type * from './generated/resources.ts';
