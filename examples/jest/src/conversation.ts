import { clientCredentials } from '@convapi/auth';
import { type ConversationClient, createConversationClient, type Region } from '@convapi/client';
import { text, toContact, toIdentities } from '@convapi/message-builder';
import { createWebhookHandler, createWebhookVerifier } from '@convapi/webhook-verifier';

/** A setting of the environment. */
export function read(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing.`);
  return value;
}

/** A client of the emulator where its addresses are set, else of the real service. */
export function connect(): ConversationClient {
  const { CONVAPI_BASE_URL, CONVAPI_TOKEN_URL } = process.env;
  // Both or neither, so that no key goes to the other service.
  const emulated = Boolean(CONVAPI_BASE_URL || CONVAPI_TOKEN_URL);
  const auth = clientCredentials({
    keyId: read('SINCH_KEY_ID'),
    keySecret: read('SINCH_KEY_SECRET'),
    tokenUrl: emulated ? read('CONVAPI_TOKEN_URL') : undefined,
  });
  return createConversationClient({
    projectId: read('SINCH_PROJECT_ID'),
    region: read('SINCH_REGION') as Region, // checked by the client
    auth,
    baseUrl: emulated ? read('CONVAPI_BASE_URL') : undefined,
  });
}

/** Greets a phone by SMS. */
export async function greet(conversation: ConversationClient, appId: string, phone: string) {
  const recipient = toIdentities({ SMS: phone });
  const { message_id } = await conversation.messages.send({ app_id: appId, recipient, message: text('Welcome! Ask us anything.') });
  console.log('sent:', message_id);
  return { message_id };
}

/** Answers whoever writes, and logs what became of each message. */
export function createCallbacks(conversation: ConversationClient, appId: string, secret: string) {
  const verifier = createWebhookVerifier({ secrets: secret });
  return createWebhookHandler(verifier, {
    async MESSAGE_INBOUND({ message: { contact_id, channel_identity, contact_message } }) {
      if (!channel_identity) return;
      const words = contact_message?.text_message?.text ?? 'something else than text';
      console.log('wrote:', words);
      // In DISPATCH mode there are no contacts.
      const recipient = contact_id ? toContact(contact_id) : toIdentities({ [channel_identity.channel]: channel_identity.identity });
      const { message_id } = await conversation.messages.send({ app_id: appId, recipient, message: text(`You wrote: ${words}`) });
      console.log('answered:', message_id);
    },
    MESSAGE_DELIVERY({ message_delivery_report: { message_id, status, reason } }) {
      console.log('report:', message_id, status, reason?.code ?? '');
    },
  });
}
