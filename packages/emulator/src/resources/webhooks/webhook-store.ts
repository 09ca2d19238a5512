import type { Webhook } from '@convapi/core';
import type { WithId } from '../../operations/index.ts';
import { createTable, type NoteFor, type Part } from '../../store/index.ts';

/** A webhook, as the API shows it. */
export type WebhookRecord = WithId<Webhook> & { app_id: string };

/** The webhooks of the apps. */
export interface WebhookStore {
  get(id: string): WebhookRecord | undefined;
  put(webhook: WebhookRecord): void;
  delete(id: string): void;
  /** Webhooks of an app, oldest first; at most five. */
  ofApp(appId: string): readonly WebhookRecord[];
  part: Part;
  clear(): void;
}

export function createWebhookStore(noteFor: NoteFor): WebhookStore {
  const webhooks = createTable<WebhookRecord>('webhooks', noteFor);
  const byApp = new Map<string, readonly WebhookRecord[]>();

  // Read for every callback, written hardly ever: so the list of an app is made when it changes.
  function relist(appId: string): void {
    byApp.set(
      appId,
      [...webhooks.values()].filter((webhook) => webhook.app_id === appId),
    );
  }

  function put(webhook: WebhookRecord): void {
    const previous = webhooks.get(webhook.id);
    webhooks.set(webhook.id, webhook);
    relist(webhook.app_id);
    if (previous && previous.app_id !== webhook.app_id) relist(previous.app_id);
  }

  function clear(): void {
    webhooks.clear();
    byApp.clear();
  }

  return {
    get: (id) => webhooks.get(id),
    put,
    delete(id) {
      const webhook = webhooks.get(id);
      webhooks.delete(id);
      if (webhook) relist(webhook.app_id);
    },
    ofApp: (appId) => byApp.get(appId) ?? [],
    part: { name: 'webhooks', rows: () => webhooks, restore: (_, row) => put(row as WebhookRecord), clear },
    clear,
  };
}
