import { rm } from 'node:fs/promises';
import { clientCredentials } from '@convapi/auth';
import { type ConversationClient, createConversationClient } from '@convapi/client';
import { WEBHOOK_TRIGGERS } from '@convapi/core';
import { type Emulator, startEmulator } from '@convapi/emulator';
import { type InboxServer, startInbox } from '../../src/index.ts';
import { createDataFolder } from '../data-folder.ts';

const SECRET = 'the-secret-of-the-webhook';
const CHANNELS = ['RCS', 'SMS', 'WHATSAPP'] as const;

export const MAJA = { name: 'Maja Ek', email: 'maja@example.com', role: 'admin', password: 'a long password' } as const;
export const BO = { name: 'Bo Berg', email: 'bo@example.com', role: 'agent', password: 'another long one' } as const;

/** An inbox with two people, at an emulator whose app has three channels. */
export interface RunningDesk {
  url: string;
  emulator: Emulator;
  conversation: ConversationClient;
  inbox: InboxServer;
  appId: string;
  /** What the phones have, as JSON. */
  onPhones(): string;
  close(): Promise<void>;
}

export async function startDesk(): Promise<RunningDesk> {
  const emulator = await startEmulator({ region: 'eu' });
  const { projectId, keyId, keySecret, tokenUrl, url: baseUrl } = emulator;
  const auth = clientCredentials({ keyId, keySecret, tokenUrl });
  const conversation = createConversationClient({ projectId, region: 'eu', auth, baseUrl });
  const { id: appId = '' } = await conversation.apps.create({
    display_name: 'Support',
    processing_mode: 'CONVERSATION',
    channel_credentials: CHANNELS.map((channel) => ({ channel, static_bearer: { claimed_identity: `plan-${channel}`, token: 't' } })),
  });
  const dataDir = await createDataFolder();
  const inbox = await startInbox({ projectId, region: 'eu', keyId, keySecret, appId, baseUrl, tokenUrl, webhookSecrets: SECRET, dataDir });
  const target = `${inbox.url}/webhook`;
  await conversation.webhooks.create({ app_id: appId, target, target_type: 'HTTP', secret: SECRET, triggers: [...WEBHOOK_TRIGGERS] });
  await inbox.addAgent(MAJA);
  await inbox.addAgent(BO);
  return {
    url: inbox.url,
    emulator,
    conversation,
    inbox,
    appId,
    onPhones: () => JSON.stringify(emulator.control.messages().map(({ message }) => message)),
    async close() {
      await inbox.close();
      await emulator.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
