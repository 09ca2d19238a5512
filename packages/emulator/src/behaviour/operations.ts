import { createApp, deleteApp, getApp, listApps, updateApp } from './apps.ts';
import { createContact, deleteContact, getContact, listContacts, listIdentityConflicts, updateContact } from './contacts.ts';
import {
  createConversation,
  deleteConversation,
  getConversation,
  listConversations,
  listRecentConversations,
  stopConversation,
  updateConversation,
} from './conversations.ts';
import { deleteEvent, getEvent, listEvents, sendEvent } from './events.ts';
import { injectEvent, injectMessage } from './inject.ts';
import { mergeContacts } from './merge-contacts.ts';
import { deleteMessage, getMessage, listLastMessages, listMessages, updateMessage } from './messages.ts';
import type { Operation } from './operation.ts';
import { sendMessage } from './sending/send-message.ts';
import { createWebhook, deleteWebhook, getWebhook, listWebhooks, updateWebhook } from './webhooks.ts';

/** What is emulated, by operation id. Every other operation of the spec answers 501. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  App_CreateApp: createApp,
  App_GetApp: getApp,
  App_ListApps: listApps,
  App_UpdateApp: updateApp,
  App_DeleteApp: deleteApp,
  Webhooks_CreateWebhook: createWebhook,
  Webhooks_GetWebhook: getWebhook,
  Webhooks_ListWebhooks: listWebhooks,
  Webhooks_UpdateWebhook: updateWebhook,
  Webhooks_DeleteWebhook: deleteWebhook,
  Contact_CreateContact: createContact,
  Contact_GetContact: getContact,
  Contact_ListContacts: listContacts,
  Contact_UpdateContact: updateContact,
  Contact_DeleteContact: deleteContact,
  Contact_MergeContact: mergeContacts,
  Contact_ListIdentityConflicts: listIdentityConflicts,
  Conversation_CreateConversation: createConversation,
  Conversation_GetConversation: getConversation,
  Conversation_ListConversations: listConversations,
  Conversation_ListRecentConversations: listRecentConversations,
  Conversation_UpdateConversation: updateConversation,
  Conversation_DeleteConversation: deleteConversation,
  Conversation_StopActiveConversation: stopConversation,
  Conversation_InjectMessage: injectMessage,
  Conversation_InjectEvent: injectEvent,
  Messages_SendMessage: sendMessage,
  Messages_GetMessage: getMessage,
  Messages_ListMessages: listMessages,
  Messages_ListLastMessagesByChannelIdentity: listLastMessages,
  Messages_UpdateMessageMetadata: updateMessage,
  Messages_DeleteMessage: deleteMessage,
  Events_SendEvent: sendEvent,
  Events_GetEvent: getEvent,
  Events_ListEvents: listEvents,
  Events_DeleteEvents: deleteEvent,
};
