import type { ConversationService } from '@sinch/conversation';
import { type ClientSettings, PHONE, type SubjectClient } from './subject.ts';

/** The vendor's client, however it was made. */
export function wrapConversationService(conversation: ConversationService, { appId }: ClientSettings): SubjectClient {
  return {
    send: (text) =>
      conversation.messages.sendTextMessage({
        sendMessageRequestBody: {
          app_id: appId,
          recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: PHONE }] } },
          message: { text_message: { text } },
        },
      }),
    async countItems() {
      let count = 0;
      for await (const _contact of conversation.contact.list({ page_size: 20 })) count += 1;
      return count;
    },
    readText: async (id) => (await conversation.contact.get({ contact_id: id })).display_name,
  };
}

/** The vendor's options for a server elsewhere. */
export function toSinchParameters({ projectId, keyId, keySecret, baseUrl, tokenUrl }: ClientSettings) {
  return {
    projectId,
    keyId,
    keySecret,
    conversationRegion: 'eu',
    conversationHostname: baseUrl,
    authHostname: new URL(tokenUrl).origin,
  };
}
