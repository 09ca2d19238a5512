import type { Operation } from '../operations/index.ts';
import { createApp, deleteApp, getApp, listApps, updateApp } from '../resources/apps/index.ts';
import { cancelBatch, createContacts, deleteContacts, findBatches, getBatch, insertConsents, sendBatch } from '../resources/batch/index.ts';
import { queryCapability } from '../resources/capability/index.ts';
import { listAuditRecords, listConsentIdentities } from '../resources/consents/index.ts';
import {
  createContact,
  deleteContact,
  getChannelProfile,
  getContact,
  listContacts,
  listIdentityConflicts,
  mergeContacts,
  updateContact,
} from '../resources/contacts/index.ts';
import {
  createConversation,
  deleteConversation,
  getConversation,
  listConversations,
  listRecentConversations,
  stopConversation,
  updateConversation,
} from '../resources/conversations/index.ts';
import { deleteEvent, getEvent, injectEvent, listEvents, sendEvent } from '../resources/events/index.ts';
import {
  deleteMessage,
  getMessage,
  injectMessage,
  listLastMessages,
  listMessages,
  sendMessage,
  updateMessage,
} from '../resources/messages/index.ts';
import { createSettings, deleteSettings, getSettings, updateSettings } from '../resources/settings/index.ts';
import {
  createTemplate,
  deleteTemplate,
  getTemplate,
  listTemplates,
  listTranslations,
  updateTemplate,
} from '../resources/templates/index.ts';
import { transcodeMessage } from '../resources/transcoding/index.ts';
import { createWebhook, deleteWebhook, getWebhook, listWebhooks, updateWebhook } from '../resources/webhooks/index.ts';
import type { World } from './world.ts';

/** What is emulated, by operation id. Every other operation of the spec answers 501. */
export const OPERATIONS: Readonly<Record<string, Operation<World>>> = {
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
  Messages_ListMessagesByChannelIdentity: listLastMessages,
  Messages_UpdateMessageMetadata: updateMessage,
  Messages_DeleteMessage: deleteMessage,
  Events_SendEvent: sendEvent,
  Events_GetEvent: getEvent,
  Events_ListEvents: listEvents,
  Events_DeleteEvents: deleteEvent,
  Contact_GetChannelProfile: getChannelProfile,
  Transcoding_TranscodeMessage: transcodeMessage,
  Capability_QueryCapability: queryCapability,
  Consents_ListIdentities: listConsentIdentities,
  Consents_ListAuditRecords: listAuditRecords,
  ProjectSettings_CreateSettings: createSettings,
  ProjectSettings_GetSettings: getSettings,
  ProjectSettings_UpdateSettings: updateSettings,
  ProjectSettings_DeleteSettings: deleteSettings,
  Templates_v2_CreateTemplate: createTemplate,
  Templates_v2_GetTemplate: getTemplate,
  Templates_v2_ListTemplates: listTemplates,
  Templates_v2_UpdateTemplate: updateTemplate,
  Templates_v2_DeleteTemplate: deleteTemplate,
  Templates_v2_ListTranslations: listTranslations,
  Batch_SendBatch: sendBatch,
  Batch_GetBatch: getBatch,
  Batch_FindBatches: findBatches,
  Batch_CancelBatch: cancelBatch,
  Batch_CreateContacts: createContacts,
  Batch_DeleteContacts: deleteContacts,
  Batch_InsertConsents: insertConsents,
};
