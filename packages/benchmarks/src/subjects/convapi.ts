import { clientCredentials } from '@convapi/auth';
import { createConversationClient, type Transport } from '@convapi/client';
import { text, toIdentities } from '@convapi/message-builder';
import { type ClientSettings, PHONE, type SubjectClient } from './subject.ts';

/** This toolkit with its defaults: node:http carries the requests. */
export function createClient(settings: ClientSettings): SubjectClient {
  return createClientOver(undefined, settings);
}

/** This toolkit over another transport. */
export function createClientOver(transport: Transport | undefined, settings: ClientSettings): SubjectClient {
  const { projectId, baseUrl, tokenUrl, keyId, keySecret, appId } = settings;
  const auth = clientCredentials({ keyId, keySecret, tokenUrl });
  const conversation = createConversationClient({ projectId, region: 'eu', auth, baseUrl, transport });
  return {
    send: (message) => conversation.messages.send({ app_id: appId, recipient: toIdentities({ SMS: PHONE }), message: text(message) }),
    async countItems() {
      let count = 0;
      for await (const _contact of conversation.contacts.list({ page_size: 20 })) count += 1;
      return count;
    },
    readText: async (id) => (await conversation.contacts.get(id)).display_name,
  };
}
