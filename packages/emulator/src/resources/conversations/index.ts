/** Conversations of an app and a contact: started, stopped, expired. */
export { type ConversationStore, createConversationStore } from './conversation-store.ts';
export {
  createConversation,
  deleteConversation,
  getConversation,
  listConversations,
  listRecentConversations,
  requireConversation,
  stopConversation,
  updateConversation,
} from './conversations.ts';
export type { ConversationsWorld, ConversationTopics, ExpireConversationJob } from './conversations-world.ts';
export { expireConversation } from './expire-conversation.ts';
export { checkContact, toPastTime } from './injected.ts';
export type { Party } from './party.ts';
export { tellRecorded } from './record-notification.ts';
export { conversationFor, switchChannel } from './start-conversation.ts';
export { subscribeConversations } from './subscribe-conversations.ts';
