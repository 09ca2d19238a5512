import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { isApiError } from '@convapi/core';
import { card, reply, text, toIdentities } from '@convapi/message-builder';
import { createWebhookVerifier, signWebhook } from '@convapi/webhook-verifier';

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing`);
  return value;
}

/** Sends a text to the emulator, asks for what is not there, verifies a callback and builds a card. */
export async function useToolkit(): Promise<string> {
  const auth = clientCredentials({
    keyId: setting('SINCH_KEY_ID'),
    keySecret: setting('SINCH_KEY_SECRET'),
    tokenUrl: setting('CONVAPI_TOKEN_URL'),
  });
  const baseUrl = setting('CONVAPI_BASE_URL');
  const conversation = createConversationClient({ projectId: setting('SINCH_PROJECT_ID'), region: 'us', auth, baseUrl });
  const { message_id } = await conversation.messages.send({
    app_id: setting('SINCH_APP_ID'),
    recipient: toIdentities({ SMS: '+46700000000' }),
    message: text('Hello'),
  });
  const status = await conversation.apps.get('01HVN0B9TQ3F5Z2YQ8W0JK4M6P').then(
    () => 200,
    (error: unknown) => (isApiError(error) ? error.status : String(error)),
  );

  const body = '{"message":{}}';
  const signed = await signWebhook({ body, secret: 'secret' });
  const { trigger } = await createWebhookVerifier({ secrets: ['secret'] }).verify(body, signed);

  const { card_message } = card({ title: 'Order 17', choices: [reply('Track')] });
  return `${message_id === undefined ? 'not sent' : 'sent'}, ${status}, ${trigger}, ${card_message.title}`;
}
