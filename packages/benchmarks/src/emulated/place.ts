import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import type { CreateWebhookRequest } from '@convapi/core';
import type { ClientSettings } from '../subjects/subject.ts';

/** Where an emulator is, and who may use it. */
export type Place = Omit<ClientSettings, 'appId'>;

/** An app that keeps messages for a day, with a webhook for their reports. */
export async function createApp({ baseUrl, tokenUrl, projectId, keyId, keySecret }: Place, target: string): Promise<string> {
  const auth = clientCredentials({ keyId, keySecret, tokenUrl });
  const conversation = createConversationClient({ projectId, region: 'us', auth, baseUrl });
  const { id = '' } = await conversation.apps.create({
    display_name: 'Bench',
    processing_mode: 'CONVERSATION',
    retention_policy: { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 1 },
    channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'plan', token: 'token' } }],
  });
  const webhook: CreateWebhookRequest = {
    app_id: id,
    target,
    target_type: 'HTTP',
    triggers: ['MESSAGE_DELIVERY'],
    secret: 'bench-secret',
  };
  await conversation.webhooks.create(webhook);
  return id;
}

/** Waits until every callback has been delivered. */
export async function idle(place: Place): Promise<void> {
  await control(place, 'idle', {});
}

/** Moves the emulator's time forward. */
export async function advance(place: Place, ms: number): Promise<void> {
  await control(place, 'clock', { advance_ms: ms });
}

async function control({ baseUrl }: Place, path: string, body: object): Promise<void> {
  const response = await fetch(`${baseUrl}/_emulator/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(`The emulator answers ${response.status} to ${path}: ${await response.text()}`);
}
