/**
 * What a program does with the vendor's SDK, a task each: the id of the operation, what is done, the vendor's call, and what to know.
 * Only the vendor's side is written by hand: ours is what the codemod makes of it.
 */
export const GROUPS = [
  {
    title: 'Messages',
    intro: 'The vendor has one method more for each kind of message, such as `sendTextMessage`. All of them become `send`.',
    tasks: [
      [
        'Messages_SendMessage',
        'Send a message',
        `await sinch.conversation.messages.send({
  sendMessageRequestBody: {
    app_id: appId,
    recipient: { contact_id: contactId },
    message: { text_message: { text: 'Your table is ready.' } },
    ttl: 60,
  },
});`,
        '`ttl` is text with its unit. The vendor adds the `s` to a number.',
      ],
      ['Messages_GetMessage', 'Get a message', `await sinch.conversation.messages.get({ message_id: messageId });`, ''],
      [
        'Messages_ListMessages',
        'List messages',
        `const messages = sinch.conversation.messages.list({ app_id: appId });
for await (const message of messages) console.log(message.id);`,
        '',
      ],
      [
        'Messages_ListMessagesByChannelIdentity',
        'Get the last message of several recipients',
        `await sinch.conversation.messages.listLastMessagesByChannelIdentity({
  listLastMessagesByChannelIdentityRequestBody: {
    channel_identities: [phone],
    messages_source: 'DISPATCH_SOURCE',
  },
});`,
        '',
      ],
      [
        'Messages_UpdateMessageMetadata',
        'Change the metadata of a message',
        `await sinch.conversation.messages.update({
  message_id: messageId,
  updateMessageRequestBody: { metadata: 'order 17' },
});`,
        'Named after what it can change.',
      ],
      ['Messages_DeleteMessage', 'Delete a message', `await sinch.conversation.messages.delete({ message_id: messageId });`, ''],
    ],
  },
  {
    title: 'Apps',
    tasks: [
      [
        'App_CreateApp',
        'Create an app',
        `await sinch.conversation.app.create({
  appCreateRequestBody: { display_name: 'Café', channel_credentials: [] },
});`,
        '',
      ],
      ['App_GetApp', 'Get an app', `await sinch.conversation.app.get({ app_id: appId });`, ''],
      ['App_ListApps', 'List apps', `const { apps } = await sinch.conversation.app.list({});`, ''],
      [
        'App_UpdateApp',
        'Update an app',
        `await sinch.conversation.app.update({
  app_id: appId,
  update_mask: ['display_name'],
  appUpdateRequestBody: { display_name: 'Bistro' },
});`,
        '',
      ],
      ['App_DeleteApp', 'Delete an app', `await sinch.conversation.app.delete({ app_id: appId });`, ''],
    ],
  },
  {
    title: 'Contacts',
    tasks: [
      [
        'Contact_CreateContact',
        'Create a contact',
        `await sinch.conversation.contact.create({
  contactCreateRequestBody: {
    channel_identities: [{ channel: 'SMS', identity: phone }],
    language: 'EN_US',
  },
});`,
        '',
      ],
      ['Contact_GetContact', 'Get a contact', `await sinch.conversation.contact.get({ contact_id: contactId });`, ''],
      [
        'Contact_ListContacts',
        'List contacts',
        `const page = await sinch.conversation.contact.list({ page_size: 20 });
for (const contact of page.data) console.log(contact.id);`,
        'A page holds the answer of the service as it is: the items have their own name.',
      ],
      [
        'Contact_UpdateContact',
        'Update a contact',
        `await sinch.conversation.contact.update({
  contact_id: contactId,
  updateContactRequestBody: { display_name: 'Ada' },
});`,
        '',
      ],
      [
        'Contact_MergeContact',
        'Merge two contacts',
        `await sinch.conversation.contact.mergeContact({
  destination_id: contactId,
  mergeContactRequestBody: { source_id: otherId },
});`,
        '',
      ],
      [
        'Contact_GetChannelProfile',
        'Get the profile of a contact on a channel',
        `await sinch.conversation.contact.getChannelProfile({
  getChannelProfileRequestBody: {
    app_id: appId,
    channel: 'MESSENGER',
    recipient: { contact_id: contactId },
  },
});`,
        '',
      ],
      [
        'Contact_ListIdentityConflicts',
        'List addresses that several contacts have',
        `const conflicts = sinch.conversation.contact.listIdentityConflicts({});
for await (const conflict of conflicts) console.log(conflict.identity);`,
        '',
      ],
      ['Contact_DeleteContact', 'Delete a contact', `await sinch.conversation.contact.delete({ contact_id: contactId });`, ''],
    ],
  },
  {
    title: 'Conversations',
    tasks: [
      [
        'Conversation_CreateConversation',
        'Create a conversation',
        `await sinch.conversation.conversation.create({
  createConversationRequestBody: { app_id: appId, contact_id: contactId },
});`,
        '',
      ],
      [
        'Conversation_GetConversation',
        'Get a conversation',
        `await sinch.conversation.conversation.get({
  conversation_id: conversationId,
});`,
        '',
      ],
      [
        'Conversation_ListConversations',
        'List conversations',
        `const active = sinch.conversation.conversation.list({
  app_id: appId,
  only_active: true,
});
for await (const one of active) console.log(one.id);`,
        '',
      ],
      [
        'Conversation_ListRecentConversations',
        'List conversations by their latest message',
        `const recent = sinch.conversation.conversation.listRecent({ app_id: appId });
for await (const one of recent) console.log(one.last_message?.id);`,
        'Our client always sends a `page_size`, because the service was seen to answer with an empty list without one.',
      ],
      [
        'Conversation_UpdateConversation',
        'Update a conversation',
        `await sinch.conversation.conversation.update({
  conversation_id: conversationId,
  updateConversationRequestBody: { metadata: 'vip' },
  update_mask: ['metadata'],
});`,
        '',
      ],
      [
        'Conversation_StopActiveConversation',
        'Stop a conversation',
        `await sinch.conversation.conversation.stopActive({
  conversation_id: conversationId,
});`,
        '',
      ],
      [
        'Conversation_InjectEvent',
        'Add an event without sending it',
        `await sinch.conversation.conversation.injectEvent({
  conversation_id: conversationId,
  injectConversationEventRequestBody: {
    app_event: {
      agent_joined_event: { agent: { display_name: 'Ada', type: 'HUMAN' } },
    },
    contact_id: contactId,
    accept_time: new Date(),
    channel_identity: { channel: 'SMS', identity: phone, app_id: appId },
  },
});`,
        'Times are text, as the service writes them.',
      ],
      [
        'Conversation_InjectMessage',
        'Add a message without sending it',
        `await sinch.conversation.conversation.injectMessage({
  conversation_id: conversationId,
  injectMessageRequestBody: {
    app_message: { text_message: { text: 'Said by phone' } },
    accept_time: new Date(),
    channel_identity: { channel: 'SMS', identity: phone, app_id: appId },
    contact_id: contactId,
    direction: 'TO_CONTACT',
  },
});`,
        '',
      ],
      [
        'Conversation_DeleteConversation',
        'Delete a conversation',
        `await sinch.conversation.conversation.delete({
  conversation_id: conversationId,
});`,
        '',
      ],
    ],
  },
  {
    title: 'Events',
    intro: 'The vendor has one method more for each kind of event, such as `sendComposingEvent`. All of them become `send`.',
    tasks: [
      [
        'Events_SendEvent',
        'Send an event',
        `await sinch.conversation.events.send({
  sendEventRequestBody: {
    app_id: appId,
    recipient: { contact_id: contactId },
    event: { composing_event: {} },
  },
});`,
        '',
      ],
      ['Events_GetEvent', 'Get an event', `await sinch.conversation.events.get({ event_id: eventId });`, ''],
      [
        'Events_ListEvents',
        'List events',
        `const events = sinch.conversation.events.list({ contact_id: contactId });
for await (const event of events) console.log(event.id);`,
        '',
      ],
      ['Events_DeleteEvents', 'Delete an event', `await sinch.conversation.events.delete({ event_id: eventId });`, ''],
    ],
  },
  {
    title: 'Webhooks',
    intro: 'These calls manage webhooks. How callbacks are verified is on [a page of its own](./webhooks).',
    tasks: [
      [
        'Webhooks_CreateWebhook',
        'Create a webhook',
        `await sinch.conversation.webhooks.create({
  webhookCreateRequestBody: {
    app_id: appId,
    target: 'https://example.com/callbacks',
    triggers: ['MESSAGE_INBOUND'],
  },
});`,
        '',
      ],
      ['Webhooks_GetWebhook', 'Get a webhook', `await sinch.conversation.webhooks.get({ webhook_id: webhookId });`, ''],
      [
        'Webhooks_ListWebhooks',
        'List the webhooks of an app',
        `const { webhooks } = await sinch.conversation.webhooks.list({
  app_id: appId,
});`,
        '',
      ],
      [
        'Webhooks_UpdateWebhook',
        'Update a webhook',
        `await sinch.conversation.webhooks.update({
  webhook_id: webhookId,
  webhookUpdateRequestBody: { target: 'https://example.com/new' },
});`,
        'A list of triggers replaces the one that is there. `addTriggers` of `@convapi/client` adds to it.',
      ],
      ['Webhooks_DeleteWebhook', 'Delete a webhook', `await sinch.conversation.webhooks.delete({ webhook_id: webhookId });`, ''],
    ],
  },
  {
    title: 'Capability and transcoding',
    tasks: [
      [
        'Capability_QueryCapability',
        'Ask what a recipient can receive',
        `await sinch.conversation.capability.lookup({
  lookupCapabilityRequestBody: {
    app_id: appId,
    recipient: { contact_id: contactId },
  },
});`,
        '',
      ],
      [
        'Transcoding_TranscodeMessage',
        'See a message as a channel gets it',
        `await sinch.conversation.transcoding.transcodeMessage({
  transcodeMessageRequestBody: {
    app_id: appId,
    app_message: { text_message: { text: 'Hello' } },
    channels: ['SMS'],
  },
});`,
        '',
      ],
    ],
  },
  {
    title: 'Consents',
    tasks: [
      [
        'Consents_ListIdentities',
        'List who opted out',
        `const optedOut = sinch.conversation.consents.listIdentities({
  app_id: appId,
  list_type: 'OPT_OUT_ALL',
});
for await (const { identity } of optedOut) console.log(identity);`,
        '',
      ],
      [
        'Consents_ListAuditRecords',
        'List what changed the consent of an address',
        `await sinch.conversation.consents.listAuditRecords({
  app_id: appId,
  identity: phone,
});`,
        '',
      ],
    ],
  },
  {
    title: 'Project settings',
    tasks: [
      [
        'ProjectSettings_CreateSettings',
        'Create the settings',
        `await sinch.conversation.projectSettings.create({
  createProjectSettingsRequestBody: {},
});`,
        '',
      ],
      ['ProjectSettings_GetSettings', 'Get the settings', `await sinch.conversation.projectSettings.get({});`, ''],
      [
        'ProjectSettings_UpdateSettings',
        'Update the settings',
        `await sinch.conversation.projectSettings.update({
  updateProjectSettingsRequestBody: {},
});`,
        '',
      ],
      ['ProjectSettings_DeleteSettings', 'Delete the settings', `await sinch.conversation.projectSettings.delete({});`, ''],
    ],
  },
  {
    title: 'Templates',
    intro: "Version 2 of the API of templates is `templates` in our client, and `templatesV2` in the vendor's.",
    tasks: [
      [
        'Templates_v2_CreateTemplate',
        'Create a template',
        `await sinch.conversation.templatesV2.create({
  createTemplateRequestBody: {
    default_translation: 'en-US',
    translations: [
      { language_code: 'en-US', version: '1', text_message: { text: 'Hello' } },
    ],
  },
});`,
        '',
      ],
      ['Templates_v2_GetTemplate', 'Get a template', `await sinch.conversation.templatesV2.get({ template_id: templateId });`, ''],
      ['Templates_v2_ListTemplates', 'List templates', `const { templates } = await sinch.conversation.templatesV2.list({});`, ''],
      [
        'Templates_v2_ListTranslations',
        'List the translations of a template',
        `await sinch.conversation.templatesV2.listTranslations({
  template_id: templateId,
  language_code: 'en-US',
});`,
        '',
      ],
      [
        'Templates_v2_UpdateTemplate',
        'Update a template',
        `await sinch.conversation.templatesV2.update({
  template_id: templateId,
  updateTemplateRequestBody: {
    version: 1,
    default_translation: 'en-US',
    translations: [
      { language_code: 'en-US', version: '2', text_message: { text: 'Hi' } },
    ],
  },
});`,
        'The body needs the id, too. `toTemplate` of `@convapi/client` makes the body from what was read, without the copies that are called `latest`.',
      ],
      ['Templates_v2_DeleteTemplate', 'Delete a template', `await sinch.conversation.templatesV2.delete({ template_id: templateId });`, ''],
    ],
  },
  {
    title: 'Templates, version 1',
    tasks: [
      [
        'Templates_CreateTemplate',
        'Create a template of version 1',
        `await sinch.conversation.templatesV1.create({
  createTemplateRequestBody: {
    channel: 'UNSPECIFIED',
    default_translation: 'en-US',
    translations: [
      { language_code: 'en-US', version: '1', content: 'Hello' },
    ],
  },
});`,
        '',
      ],
      [
        'Templates_GetTemplate',
        'Get a template of version 1',
        `await sinch.conversation.templatesV1.get({ template_id: templateId });`,
        '',
      ],
      [
        'Templates_ListTemplates',
        'List templates of version 1',
        `const { templates } = await sinch.conversation.templatesV1.list({});`,
        '',
      ],
      [
        'Templates_UpdateTemplate',
        'Update a template of version 1',
        `await sinch.conversation.templatesV1.update({
  template_id: templateId,
  updateTemplateRequestBody: {
    channel: 'UNSPECIFIED',
    default_translation: 'en-US',
    translations: [
      { language_code: 'en-US', version: '2', content: 'Hi' },
    ],
  },
});`,
        '',
      ],
      [
        'Templates_DeleteTemplate',
        'Delete a template of version 1',
        `await sinch.conversation.templatesV1.delete({ template_id: templateId });`,
        '',
      ],
    ],
  },
];
