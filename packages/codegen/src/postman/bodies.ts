const recipient = { identified_by: { channel_identities: [{ channel: '{{CHANNEL}}', identity: '{{PHONE}}' }] } };
const text = (words: string) => ({ text_message: { text: words } });
/** Where a template puts a value in. */
const ORDER = `$\{order}`;
const credentials = [{ channel: '{{CHANNEL}}', static_bearer: { claimed_identity: '{{SENDER}}', token: '{{SENDER_TOKEN}}' } }];
const reply = (words: string, data: string) => ({ text_message: { text: words }, postback_data: data });
const contactOf = (phone: string, name: string) => ({
  channel_identities: [{ channel: '{{CHANNEL}}', identity: phone }],
  display_name: name,
  language: 'EN_US',
});

/** A question with two answers to tap. */
export const QUESTION = {
  app_id: '{{APP}}',
  recipient,
  message: {
    choice_message: {
      text_message: { text: 'Your table is ready. Are you coming?' },
      choices: [reply('On my way', 'coming'), reply('Cancel', 'cancel')],
    },
  },
};

/** A body that works as it stands, by operation id. Where none is written here, the example of the spec or a made-up one is used. */
export const BODIES: Record<string, unknown> = {
  Messages_SendMessage: { app_id: '{{APP}}', recipient, message: text('Your table is ready'), message_metadata: 'order-17' },
  Messages_UpdateMessageMetadata: { metadata: 'order-18' },
  Messages_ListMessagesByChannelIdentity: {
    channel_identities: ['{{PHONE}}'],
    messages_source: 'CONVERSATION_SOURCE',
    app_id: '{{APP}}',
  },
  App_CreateApp: {
    display_name: 'Harbour Restaurant',
    processing_mode: 'CONVERSATION',
    channel_credentials: credentials,
  },
  App_UpdateApp: { display_name: 'Harbour Restaurant and Bar' },
  Contact_CreateContact: contactOf('{{PHONE}}', 'Maria Ortiz'),
  Contact_UpdateContact: { display_name: 'Maria Ortiz Lind' },
  Contact_GetChannelProfile: {
    app_id: '{{APP}}',
    channel: 'MESSENGER',
    recipient: { identified_by: { channel_identities: [{ channel: 'MESSENGER', identity: '7746490198930851' }] } },
  },
  Contact_MergeContact: { source_id: '{{OTHER_CONTACT}}', strategy: 'MERGE' },
  Conversation_CreateConversation: {
    app_id: '{{APP}}',
    contact_id: '{{CONTACT}}',
    active: true,
    active_channel: '{{CHANNEL}}',
    metadata_json: { desk: 'returns' },
  },
  Conversation_UpdateConversation: { metadata_json: { desk: 'sales' } },
  Conversation_InjectEvent: {
    app_event: { agent_joined_event: { agent: { display_name: 'Kim', type: 'HUMAN' } } },
    contact_id: '{{CONTACT}}',
    channel_identity: { channel: '{{CHANNEL}}', identity: '{{PHONE}}' },
    accept_time: '{{$isoTimestamp}}',
  },
  Conversation_InjectMessage: {
    contact_message: text('I wrote this before we used the API'),
    direction: 'TO_APP',
    contact_id: '{{CONTACT}}',
    channel_identity: { channel: '{{CHANNEL}}', identity: '{{PHONE}}' },
    accept_time: '{{$isoTimestamp}}',
  },
  Events_SendEvent: { app_id: '{{APP}}', recipient: { contact_id: '{{CONTACT}}' }, event: { composing_event: {} } },
  Transcoding_TranscodeMessage: {
    app_id: '{{APP}}',
    app_message: { card_message: { title: 'Order 17', description: 'On its way', choices: [reply('Track it', 'track-17')] } },
    channels: ['RCS', 'SMS', 'WHATSAPP'],
  },
  Capability_QueryCapability: { app_id: '{{APP}}', recipient: { contact_id: '{{CONTACT}}' } },
  Webhooks_CreateWebhook: {
    app_id: '{{APP}}',
    target: '{{WEBHOOK_URL}}',
    target_type: 'HTTP',
    secret: '{{WEBHOOK_SECRET}}',
    triggers: ['MESSAGE_INBOUND', 'MESSAGE_DELIVERY', 'EVENT_INBOUND'],
  },
  Webhooks_UpdateWebhook: { target: '{{WEBHOOK_URL}}', triggers: ['MESSAGE_INBOUND'] },
  ProjectSettings_CreateSettings: { contact_settings: { unified_contact_id_enabled: false } },
  ProjectSettings_UpdateSettings: { contact_settings: { unified_contact_id_enabled: false } },
  Templates_CreateTemplate: {
    channel: 'CONVERSATION',
    default_translation: 'en-US',
    translations: [{ language_code: 'en-US', version: '1', content: JSON.stringify(text(`Your order ${ORDER} is on its way`)) }],
  },
  Templates_UpdateTemplate: { default_translation: 'en-US' },
  Templates_v2_CreateTemplate: {
    default_translation: 'en-US',
    translations: [
      {
        language_code: 'en-US',
        version: '1',
        ...text(`Your order ${ORDER} is on its way`),
        variables: [{ key: 'order', preview_value: '17' }],
      },
    ],
  },
  Templates_v2_UpdateTemplate: {
    id: '{{TEMPLATE}}',
    version: 1,
    default_translation: 'en-US',
    translations: [
      { language_code: 'en-US', version: '2', ...text(`Order ${ORDER} has left us`), variables: [{ key: 'order', preview_value: '17' }] },
    ],
  },
  Batch_SendBatch: {
    app_id: '{{APP}}',
    message: text(`Your order ${ORDER} is on its way`),
    recipient_and_params: [{ recipient, parameters: { order: '17' } }],
    batch_metadata: { campaign: 'spring-menu' },
    send_after: '{{LATER}}',
  },
  Batch_CancelBatch: { batch_id: '{{BATCH}}' },
  Batch_CreateContacts: { contacts: [contactOf('46709999999', 'Ahmed Karlsson')] },
  Batch_DeleteContacts: { contact_ids: ['{{OTHER_CONTACT}}'] },
  Batch_InsertConsents: { app_id: '{{APP}}', list_type: 'OPT_OUT_MARKETING', identities: [{ identity: '46709999999' }] },
};

/** An app that can also be asked about people on Messenger; only the emulator takes its credentials unseen. */
export const EMULATED_APP_BODY = {
  display_name: 'Harbour Restaurant',
  processing_mode: 'CONVERSATION',
  channel_credentials: [...credentials, { channel: 'MESSENGER', static_token: { token: 'any' } }],
};

/** A conversation besides an active one, which there may be already. */
export const SIDE_CONVERSATION_BODY = { app_id: '{{APP}}', contact_id: '{{CONTACT}}', active: false, active_channel: '{{CHANNEL}}' };

/** A second contact, for what takes one away. */
export const OTHER_CONTACT_BODY = contactOf('46708888888', 'Maria O.');
