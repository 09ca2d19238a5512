import { type Call, call } from './call.ts';

const MESSAGE_KINDS = ['Card', 'Carousel', 'Choice', 'ContactInfo', 'List', 'Location', 'Media', 'Template', 'Text'];
const EVENT_KINDS = ['Composing', 'ComposingEnd', 'CommentReply', 'AgentJoined', 'AgentLeft', 'Generic'];

/**
 * Every method of the vendor's conversation domain beside ours: the one table that the rewriting, the declarations and the pages
 * of the documentation are made from. A test holds it against the generated operation table of `@convapi/client`.
 */
export const CALLS: readonly Call[] = [
  call('Messages_SendMessage', 'messages.send', 'messages.send', {
    data: 'SendMessageRequestData',
    body: ['sendMessageRequestBody', 'SendMessageRequest'],
    result: 'SendMessageResponse',
    variants: MESSAGE_KINDS.map((kind) => ({
      method: `send${kind}Message`,
      data: `Send${kind}MessageRequestData`,
      bodyType: `Send${kind}MessageRequest`,
    })),
  }),
  call('Messages_GetMessage', 'messages.get', 'messages.get', {
    data: 'GetMessageRequestData',
    path: ['message_id'],
    query: ['messages_source'],
    result: 'ConversationMessage',
  }),
  call('Messages_ListMessages', 'messages.list', 'messages.list', {
    data: 'ListMessagesRequestData',
    query: [
      ...['conversation_id', 'contact_id', 'app_id', 'channel_identity', 'start_time', 'end_time', 'page_size', 'page_token'],
      ...['view', 'messages_source', 'only_recipient_originated', 'channel', 'direction'],
    ],
    dates: ['start_time', 'end_time'],
    list: ['messages', 'ConversationMessage', 'ListMessagesResponse'],
  }),
  call('Messages_ListMessagesByChannelIdentity', 'messages.listLastMessagesByChannelIdentity', 'messages.fetchLast', {
    data: 'ListLastMessagesByChannelIdentityRequestData',
    body: ['listLastMessagesByChannelIdentityRequestBody', 'ListLastMessagesByChannelIdentityRequest'],
    list: ['messages', 'ConversationMessage', 'ListMessagesResponse'],
  }),
  call('Messages_UpdateMessageMetadata', 'messages.update', 'messages.updateMetadata', {
    data: 'UpdateMessageRequestData',
    path: ['message_id'],
    body: ['updateMessageRequestBody', 'UpdateMessageRequest'],
    query: ['messages_source'],
    result: 'ConversationMessage',
  }),
  call('Messages_DeleteMessage', 'messages.delete', 'messages.delete', {
    data: 'DeleteMessageRequestData',
    path: ['message_id'],
    query: ['messages_source'],
  }),

  call('App_CreateApp', 'app.create', 'apps.create', {
    data: 'CreateAppRequestData',
    body: ['appCreateRequestBody', 'AppCreateRequest'],
    result: 'AppResponse',
  }),
  call('App_GetApp', 'app.get', 'apps.get', { data: 'GetAppRequestData', path: ['app_id'], result: 'AppResponse' }),
  call('App_ListApps', 'app.list', 'apps.list', { data: 'ListAppsRequestData', result: 'ListAppsResponse' }),
  call('App_UpdateApp', 'app.update', 'apps.update', {
    data: 'UpdateAppRequestData',
    path: ['app_id'],
    body: ['appUpdateRequestBody', 'AppUpdateRequest'],
    query: ['update_mask'],
    result: 'AppResponse',
  }),
  call('App_DeleteApp', 'app.delete', 'apps.delete', { data: 'DeleteAppRequestData', path: ['app_id'] }),

  call('Contact_CreateContact', 'contact.create', 'contacts.create', {
    data: 'CreateContactRequestData',
    body: ['contactCreateRequestBody', 'ContactCreateRequest'],
    result: 'Contact',
  }),
  call('Contact_GetContact', 'contact.get', 'contacts.get', { data: 'GetContactRequestData', path: ['contact_id'], result: 'Contact' }),
  call('Contact_ListContacts', 'contact.list', 'contacts.list', {
    data: 'ListContactsRequestData',
    query: ['page_size', 'page_token', 'external_id', 'channel', 'identity'],
    list: ['contacts', 'Contact', 'ListContactsResponse'],
  }),
  call('Contact_UpdateContact', 'contact.update', 'contacts.update', {
    data: 'UpdateContactRequestData',
    path: ['contact_id'],
    body: ['updateContactRequestBody', 'Contact'],
    query: ['update_mask'],
    result: 'Contact',
  }),
  call('Contact_DeleteContact', 'contact.delete', 'contacts.delete', { data: 'DeleteContactRequestData', path: ['contact_id'] }),
  call('Contact_MergeContact', 'contact.mergeContact', 'contacts.merge', {
    data: 'MergeContactRequestData',
    path: ['destination_id'],
    body: ['mergeContactRequestBody', 'MergeContactRequest'],
    result: 'Contact',
  }),
  call('Contact_GetChannelProfile', 'contact.getChannelProfile', 'contacts.getChannelProfile', {
    data: 'GetChannelProfileRequestData',
    body: ['getChannelProfileRequestBody', 'GetChannelProfileRequest'],
    result: 'GetChannelProfileResponse',
  }),
  call('Contact_ListIdentityConflicts', 'contact.listIdentityConflicts', 'contacts.listIdentityConflicts', {
    data: 'ListIdentityConflictsRequestData',
    query: ['page_size', 'page_token'],
    list: ['conflicts', 'IdentityConflict', 'ListIdentityConflictsResponse'],
  }),

  call('Conversation_CreateConversation', 'conversation.create', 'conversations.create', {
    data: 'CreateConversationRequestData',
    body: ['createConversationRequestBody', 'CreateConversationRequest'],
    result: 'Conversation',
  }),
  call('Conversation_GetConversation', 'conversation.get', 'conversations.get', {
    data: 'GetConversationRequestData',
    path: ['conversation_id'],
    result: 'Conversation',
  }),
  call('Conversation_ListConversations', 'conversation.list', 'conversations.list', {
    data: 'ListConversationsRequestData',
    query: ['only_active', 'app_id', 'contact_id', 'page_size', 'page_token', 'active_channel'],
    list: ['conversations', 'Conversation', 'ListConversationsResponse'],
  }),
  call('Conversation_ListRecentConversations', 'conversation.listRecent', 'conversations.listRecent', {
    data: 'ListRecentConversationsRequestData',
    query: ['app_id', 'only_active', 'page_size', 'page_token', 'order'],
    list: ['conversations', 'ConversationRecentMessage', 'ListRecentConversationsResponse'],
  }),
  call('Conversation_UpdateConversation', 'conversation.update', 'conversations.update', {
    data: 'UpdateConversationRequestData',
    path: ['conversation_id'],
    body: ['updateConversationRequestBody', 'Conversation'],
    query: ['update_mask', 'metadata_update_strategy'],
    result: 'Conversation',
  }),
  call('Conversation_DeleteConversation', 'conversation.delete', 'conversations.delete', {
    data: 'DeleteConversationRequestData',
    path: ['conversation_id'],
  }),
  call('Conversation_StopActiveConversation', 'conversation.stopActive', 'conversations.stop', {
    data: 'StopActiveConversationRequestData',
    path: ['conversation_id'],
  }),
  call('Conversation_InjectEvent', 'conversation.injectEvent', 'conversations.injectEvent', {
    data: 'InjectEventRequestData',
    path: ['conversation_id'],
    body: ['injectConversationEventRequestBody', 'InjectConversationEventRequest'],
    result: 'InjectEventResponse',
  }),
  call('Conversation_InjectMessage', 'conversation.injectMessage', 'conversations.injectMessage', {
    data: 'InjectMessageRequestData',
    path: ['conversation_id'],
    body: ['injectMessageRequestBody', 'InjectMessageRequest'],
  }),

  call('Events_SendEvent', 'events.send', 'events.send', {
    data: 'SendEventRequestData',
    body: ['sendEventRequestBody', 'SendEventRequest'],
    result: 'SendEventResponse',
    variants: EVENT_KINDS.map((kind) => ({
      method: `send${kind}Event`,
      data: `Send${kind}EventRequestData`,
      bodyType: `Send${kind}EventRequest`,
    })),
  }),
  call('Events_GetEvent', 'events.get', 'events.get', { data: 'GetEventRequestData', path: ['event_id'], result: 'ConversationEvent' }),
  call('Events_ListEvents', 'events.list', 'events.list', {
    data: 'ListEventsRequestData',
    query: ['conversation_id', 'contact_id', 'page_size', 'page_token'],
    list: ['events', 'ConversationEvent', 'ListEventsResponse'],
  }),
  call('Events_DeleteEvents', 'events.delete', 'events.delete', { data: 'DeleteEventRequestData', path: ['event_id'] }),

  call('Transcoding_TranscodeMessage', 'transcoding.transcodeMessage', 'transcoding.transcode', {
    data: 'TranscodeMessageRequestData',
    body: ['transcodeMessageRequestBody', 'TranscodeMessageRequest'],
    result: 'TranscodeMessageResponse',
  }),
  call('Capability_QueryCapability', 'capability.lookup', 'capability.query', {
    data: 'LookupCapabilityRequestData',
    body: ['lookupCapabilityRequestBody', 'QueryCapabilityRequest'],
    result: 'QueryCapabilityResponse',
  }),

  call('Webhooks_CreateWebhook', 'webhooks.create', 'webhooks.create', {
    data: 'CreateWebhookRequestData',
    body: ['webhookCreateRequestBody', 'CreateWebhookRequest'],
    result: 'Webhook',
  }),
  call('Webhooks_GetWebhook', 'webhooks.get', 'webhooks.get', { data: 'GetWebhookRequestData', path: ['webhook_id'], result: 'Webhook' }),
  call('Webhooks_ListWebhooks', 'webhooks.list', 'webhooks.list', {
    data: 'ListWebhooksRequestData',
    path: ['app_id'],
    result: 'ListWebhooksResponse',
  }),
  call('Webhooks_UpdateWebhook', 'webhooks.update', 'webhooks.update', {
    data: 'UpdateWebhookRequestData',
    path: ['webhook_id'],
    body: ['webhookUpdateRequestBody', 'UpdateWebhookRequest'],
    query: ['update_mask'],
    result: 'Webhook',
  }),
  call('Webhooks_DeleteWebhook', 'webhooks.delete', 'webhooks.delete', { data: 'DeleteWebhookRequestData', path: ['webhook_id'] }),

  call('Consents_ListIdentities', 'consents.listIdentities', 'consents.listIdentities', {
    data: 'ListIdentitiesRequestData',
    path: ['app_id', 'list_type'],
    query: ['page_size', 'page_token'],
    list: ['identities', 'ConsentIdentity', 'ListConsentIdentitiesResponse'],
  }),
  call('Consents_ListAuditRecords', 'consents.listAuditRecords', 'consents.listAuditRecords', {
    data: 'ListAuditRecordsRequestData',
    path: ['app_id', 'identity'],
    result: 'AuditRecordsResponse',
  }),

  call('ProjectSettings_CreateSettings', 'projectSettings.create', 'settings.create', {
    data: 'CreateProjectSettingsRequestData',
    body: ['createProjectSettingsRequestBody', 'ProjectSettingsRequest'],
    result: 'ProjectSettings',
  }),
  call('ProjectSettings_GetSettings', 'projectSettings.get', 'settings.get', {
    data: 'GetProjectSettingsRequestData',
    result: 'ProjectSettings',
  }),
  call('ProjectSettings_UpdateSettings', 'projectSettings.update', 'settings.update', {
    data: 'UpdateProjectSettingsRequestData',
    body: ['updateProjectSettingsRequestBody', 'ProjectSettingsRequest'],
    result: 'ProjectSettings',
  }),
  call('ProjectSettings_DeleteSettings', 'projectSettings.delete', 'settings.delete', { data: 'DeleteProjectSettingsRequestData' }),

  call('Templates_CreateTemplate', 'templatesV1.create', 'templatesV1.create', {
    data: 'CreateTemplateRequestData',
    body: ['createTemplateRequestBody', 'V1Template'],
    result: 'V1Template',
  }),
  call('Templates_GetTemplate', 'templatesV1.get', 'templatesV1.get', {
    data: 'GetTemplateRequestData',
    path: ['template_id'],
    result: 'V1Template',
  }),
  call('Templates_ListTemplates', 'templatesV1.list', 'templatesV1.list', {
    data: 'ListTemplatesRequestData',
    result: 'V1ListTemplatesResponse',
  }),
  call('Templates_UpdateTemplate', 'templatesV1.update', 'templatesV1.update', {
    data: 'UpdateTemplateRequestData',
    path: ['template_id'],
    body: ['updateTemplateRequestBody', 'V1Template'],
    query: ['update_mask'],
    result: 'V1Template',
  }),
  call('Templates_DeleteTemplate', 'templatesV1.delete', 'templatesV1.delete', {
    data: 'DeleteTemplateRequestData',
    path: ['template_id'],
  }),

  call('Templates_v2_CreateTemplate', 'templatesV2.create', 'templates.create', {
    data: 'V2CreateTemplateRequestData',
    body: ['createTemplateRequestBody', 'V2Template'],
    result: 'V2TemplateResponse',
  }),
  call('Templates_v2_GetTemplate', 'templatesV2.get', 'templates.get', {
    data: 'V2GetTemplateRequestData',
    path: ['template_id'],
    result: 'V2TemplateResponse',
  }),
  call('Templates_v2_ListTemplates', 'templatesV2.list', 'templates.list', {
    data: 'V2ListTemplatesRequestData',
    result: 'V2ListTemplatesResponse',
  }),
  call('Templates_v2_ListTranslations', 'templatesV2.listTranslations', 'templates.listTranslations', {
    data: 'V2ListTranslationsRequestData',
    path: ['template_id'],
    query: ['language_code', 'translation_version'],
    result: 'V2ListTranslationsResponse',
  }),
  call('Templates_v2_UpdateTemplate', 'templatesV2.update', 'templates.update', {
    data: 'V2UpdateTemplateRequestData',
    path: ['template_id'],
    body: ['updateTemplateRequestBody', 'V2TemplateUpdate'],
    idInBody: 'template_id',
    result: 'V2TemplateResponse',
  }),
  call('Templates_v2_DeleteTemplate', 'templatesV2.delete', 'templates.delete', {
    data: 'V2DeleteTemplateRequestData',
    path: ['template_id'],
  }),
];

/** The vendor's property of a resource → ours. */
export const RESOURCES: ReadonlyMap<string, string> = new Map(CALLS.map(({ vendor, ours }) => [vendor.resource, ours.resource]));

/** A row by `resource.method` of the vendor, the methods for one kind of message included. */
export const CALLS_BY_VENDOR: ReadonlyMap<string, Call> = new Map(
  CALLS.flatMap((one) =>
    [one.vendor.method, ...one.variants.map(({ method }) => method)].map((method) => [`${one.vendor.resource}.${method}`, one]),
  ),
);
