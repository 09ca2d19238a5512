import { expect, test } from 'vitest';
import { methodName, resourceName } from '../src/method-names.ts';

test.each([
  ['Contact_MergeContact', 'contacts.merge'],
  ['Contact_ListContacts', 'contacts.list'],
  ['Contact_GetChannelProfile', 'contacts.getChannelProfile'],
  ['Contact_ListIdentityConflicts', 'contacts.listIdentityConflicts'],
  ['Messages_SendMessage', 'messages.send'],
  ['Messages_UpdateMessageMetadata', 'messages.updateMetadata'],
  ['Messages_ListMessagesByChannelIdentity', 'messages.fetchLast'],
  ['App_CreateApp', 'apps.create'],
  ['Conversation_StopActiveConversation', 'conversations.stop'],
  ['Conversation_ListRecentConversations', 'conversations.listRecent'],
  ['Conversation_InjectMessage', 'conversations.injectMessage'],
  ['Events_DeleteEvents', 'events.delete'],
  ['Transcoding_TranscodeMessage', 'transcoding.transcode'],
  ['Capability_QueryCapability', 'capability.query'],
  ['ProjectSettings_CreateSettings', 'settings.create'],
  ['Templates_CreateTemplate', 'templatesV1.create'],
  ['Templates_v2_ListTranslations', 'templates.listTranslations'],
  ['Consents_ListAuditRecords', 'consents.listAuditRecords'],
  ['Batch_SendBatch', 'batch.send'],
  ['Batch_CreateContacts', 'batch.createContacts'],
  ['NewThings_FetchNewThing', 'newThings.fetch'],
])('%s is called as %s', (id, name) => {
  expect(`${resourceName(id)}.${methodName(id)}`).toBe(name);
});
