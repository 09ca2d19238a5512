const CREDENTIALS = 'credentials of channels work at once and are not checked';
const BATCH = 'as far as public notes tell, and no further';
const NO_SETTINGS = '404 until settings are created: a guess';

/** What is simplified, by operation id. What is not named here behaves as far as is known like the service. */
export const COVERAGE_NOTES: Readonly<Record<string, string>> = {
  App_CreateApp: CREDENTIALS,
  App_UpdateApp: CREDENTIALS,
  Messages_ListMessagesByChannelIdentity: 'CONVERSATION_SOURCE by default, as the document says; SDKs say DISPATCH_SOURCE',
  Messages_SendMessage: 'media are not fetched; which failures are temporary is a guess',
  Messages_ListMessages: 'retention is exact rather than daily',
  Messages_GetMessage: 'retention is exact rather than daily',
  Events_SendEvent: 'events do not wait in the outbound queue and do not fall back',
  Conversation_InjectMessage: 'causes RECORD_NOTIFICATION: a guess',
  Conversation_InjectEvent: 'causes RECORD_NOTIFICATION: a guess',
  Contact_GetChannelProfile: 'the name that control gave, that of the contact, or a made-up one',
  Transcoding_TranscodeMessage: 'the form is known for WhatsApp only, and roughly; see Guesses',
  Capability_QueryCapability: 'CAPABILITY_FULL, unless the channel was told not to reach the recipient; never CAPABILITY_PARTIAL',
  Consents_ListIdentities: 'the batch API, `optsOut` and STOP by SMS fill the lists',
  ProjectSettings_CreateSettings: 'the first must be created; a second time is 409: guesses',
  ProjectSettings_GetSettings: NO_SETTINGS,
  ProjectSettings_DeleteSettings: NO_SETTINGS,
  ProjectSettings_UpdateSettings: 'unified contact ids join the numbers of phone channels: a guess',
  Templates_v2_CreateTemplate: 'a taken id is 409: a guess',
  Templates_v2_UpdateTemplate: 'a stale version is 409: a guess',
  Templates_v2_ListTranslations: 'also older versions: a guess',
  Batch_SendBatch: 'at once rather than bit by bit; BATCH_STATUS_UPDATE as far as one sample tells',
  Batch_FindBatches: 'each key of the metadata as a query parameter: a guess',
  Batch_GetBatch: BATCH,
  Batch_CancelBatch: BATCH,
  Batch_CreateContacts: BATCH,
  Batch_DeleteContacts: BATCH,
  Batch_InsertConsents: BATCH,
};
