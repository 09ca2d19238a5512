/** Webhooks of the apps. */
export { createWebhookStore, type WebhookRecord, type WebhookStore } from './webhook-store.ts';
export {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  subscribeWebhooks,
  updateWebhook,
  type WebhooksWorld,
} from './webhooks.ts';
