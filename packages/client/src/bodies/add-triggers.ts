import type { UpdateWebhookRequest, Webhook, WebhookTrigger } from '@convapi/core';

/**
 * The body that adds triggers to a webhook: those that it has, and the new ones. An update replaces the whole list.
 *
 * @param webhook The webhook, as it was read.
 * @param triggers The new ones; what is there already is not there twice.
 *
 * @example
 * ```ts
 * import { addTriggers, type ConversationClient } from '@convapi/client';
 *
 * async function followSubmits(conversation: ConversationClient, id: string) {
 *   const webhook = await conversation.webhooks.get(id);
 *   await conversation.webhooks.update(id, addTriggers(webhook, 'MESSAGE_SUBMIT'));
 * }
 * ```
 */
export function addTriggers(webhook: Pick<Webhook, 'triggers'>, ...triggers: WebhookTrigger[]): UpdateWebhookRequest {
  return { triggers: [...new Set([...(webhook.triggers ?? []), ...triggers])] };
}
