import type { Captured } from './variables.ts';

/** What the answer of an operation puts into a variable. */
export const CAPTURES: Record<string, { variable: Captured | 'TEMPLATE_V1'; from: string }> = {
  App_CreateApp: { variable: 'APP', from: 'id' },
  Contact_CreateContact: { variable: 'CONTACT', from: 'id' },
  Conversation_CreateConversation: { variable: 'CONVERSATION', from: 'id' },
  Messages_SendMessage: { variable: 'MESSAGE', from: 'message_id' },
  Events_SendEvent: { variable: 'EVENT', from: 'event_id' },
  Webhooks_CreateWebhook: { variable: 'WEBHOOK_ID', from: 'id' },
  Templates_CreateTemplate: { variable: 'TEMPLATE_V1', from: 'id' },
  Templates_v2_CreateTemplate: { variable: 'TEMPLATE', from: 'id' },
  Batch_SendBatch: { variable: 'BATCH', from: 'batch_id' },
};

/** What is gone after an operation. */
export const FORGETS: Record<string, Captured> = {
  App_DeleteApp: 'APP',
  Contact_DeleteContact: 'CONTACT',
  Contact_MergeContact: 'OTHER_CONTACT',
  Conversation_DeleteConversation: 'CONVERSATION',
  Messages_DeleteMessage: 'MESSAGE',
  Events_DeleteEvents: 'EVENT',
  Webhooks_DeleteWebhook: 'WEBHOOK_ID',
  Templates_v2_DeleteTemplate: 'TEMPLATE',
  Batch_CancelBatch: 'BATCH',
  Batch_DeleteContacts: 'OTHER_CONTACT',
};

/** Values of parameters in paths and queries. */
export const PARAMETERS: Record<string, string> = {
  project_id: '{{PROJECT}}',
  app_id: '{{APP}}',
  contact_id: '{{CONTACT}}',
  destination_id: '{{CONTACT}}',
  conversation_id: '{{CONVERSATION}}',
  message_id: '{{MESSAGE}}',
  event_id: '{{EVENT}}',
  webhook_id: '{{WEBHOOK_ID}}',
  template_id: '{{TEMPLATE}}',
  batch_id: '{{BATCH}}',
  list_type: 'OPT_OUT_ALL',
  identity: '{{PHONE}}',
  channel_identity: '{{PHONE}}',
  channel: '{{CHANNEL}}',
  active_channel: '{{CHANNEL}}',
  page_size: '10',
};

/** Optional query parameters that are sent all the same; the others are there to be ticked. */
export const TICKED: Record<string, string[]> = {
  Messages_ListMessages: ['app_id', 'page_size'],
  Conversation_ListConversations: ['app_id'],
  // without it the service answers an empty list
  Conversation_ListRecentConversations: ['page_size'],
  Events_ListEvents: ['contact_id'],
  Contact_ListContacts: ['page_size'],
};

/** Query parameters with names of the caller's choice. */
export const FREE_QUERY: Record<string, Record<string, string>> = { Batch_FindBatches: { campaign: 'spring-menu' } };
