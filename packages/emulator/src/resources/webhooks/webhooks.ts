import type { CreateWebhookRequest, UpdateWebhookRequest } from '@convapi/core';
import { applyUpdate, invalid, notFound, type Operation, Refusal } from '../../operations/index.ts';
import { type AppTopics, type KnownApps, requireApp } from '../apps/index.ts';
import { isHere } from '../regions/index.ts';
import type { WebhookRecord, WebhookStore } from './webhook-store.ts';

/** What the operations on webhooks work with. */
export type WebhooksWorld = KnownApps & { newId: () => string; store: { webhooks: WebhookStore } };

/** The webhooks of an app go with it. */
export function subscribeWebhooks({ topics, store }: { topics: AppTopics; store: { webhooks: WebhookStore } }): void {
  topics.appDeleted.subscribe(({ id }) => {
    for (const webhook of store.webhooks.ofApp(id)) store.webhooks.delete(webhook.id);
  });
}

/** An app can have this many. */
const MOST_WEBHOOKS = 5;

const DEFAULTS = { app_id: undefined, target: '', target_type: 'HTTP', triggers: [], secret: '', client_credentials: undefined } as const;

export const createWebhook: Operation<WebhooksWorld> = (world, { body }) => {
  const request = body as CreateWebhookRequest;
  requireApp(world, request.app_id);
  const webhook = applyUpdate({ id: world.newId() } as WebhookRecord, { ...DEFAULTS, ...request }, DEFAULTS, undefined);
  if (world.store.webhooks.ofApp(webhook.app_id).length >= MOST_WEBHOOKS) {
    throw new Refusal('INVALID_ARGUMENT', `App ${webhook.app_id} has ${MOST_WEBHOOKS} webhooks already, which is the limit.`, [
      { field: 'app_id', description: `has ${MOST_WEBHOOKS} webhooks already` },
    ]);
  }
  return save(world, webhook);
};

export const updateWebhook: Operation<WebhooksWorld> = (world, { params, query, body }) => {
  const webhook = requireWebhook(world, params.webhook_id ?? '');
  const updated = applyUpdate(webhook, body as UpdateWebhookRequest, DEFAULTS, query.update_mask);
  requireApp(world, updated.app_id);
  return save(world, updated);
};

export const getWebhook: Operation<WebhooksWorld> = (world, { params }) => requireWebhook(world, params.webhook_id ?? '');

export const listWebhooks: Operation<WebhooksWorld> = (world, { params }) => {
  const app = requireApp(world, params.app_id ?? '');
  return { webhooks: world.store.webhooks.ofApp(app.id) };
};

export const deleteWebhook: Operation<WebhooksWorld> = (world, { params }) => {
  world.store.webhooks.delete(requireWebhook(world, params.webhook_id ?? '').id);
  return {};
};

function requireWebhook(world: WebhooksWorld, id: string): WebhookRecord {
  const webhook = world.store.webhooks.get(id);
  if (!webhook || !isHere(world, webhook.app_id)) throw notFound('Webhook', id);
  return webhook;
}

function save(world: WebhooksWorld, webhook: WebhookRecord): WebhookRecord {
  const violations = [...checkTarget(world, webhook), ...checkTriggers(webhook)];
  if (violations.length > 0) throw invalid(violations);
  world.store.webhooks.put(webhook);
  return webhook;
}

function checkTarget(world: WebhooksWorld, { id, app_id, target }: WebhookRecord): { field: string; description: string }[] {
  const refuse = (description: string) => [{ field: 'target', description }];
  if (!URL.canParse(target) || !/^https?:/i.test(target)) return refuse('must be an http or https URL');
  if (/^conversation-api\..*sinch\.com$/.test(new URL(target).hostname)) return refuse('must not be a host of the service itself');
  const taken = world.store.webhooks.ofApp(app_id).some((other) => other.id !== id && other.target === target);
  return taken ? refuse('is the target of another webhook of this app') : [];
}

function checkTriggers({ triggers = [] }: WebhookRecord): { field: string; description: string }[] {
  return triggers.flatMap((trigger, index) =>
    trigger === 'UNSPECIFIED_TRIGGER' ? { field: `triggers[${index}]`, description: 'must name a trigger' } : [],
  );
}
