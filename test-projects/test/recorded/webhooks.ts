import { type CreateWebhookRequest, type UpdateWebhookRequest, unrecognized, type WebhooksUpdateQuery } from '@convapi/client';
import type { Recorded, RecordedRequest } from './recorded-request.ts';

const client_credentials = {
  client_id: 'shop',
  client_secret: 'made-up',
  endpoint: 'https://shop.example/token',
  token_request_type: 'BASIC',
} as const;

export const webhooks: Recorded = ({ app, webhook }) => {
  const path = { webhook_id: webhook };
  const update = (from: RecordedRequest['from'], name: string, body: UpdateWebhookRequest, query?: WebhooksUpdateQuery) => ({
    from,
    name,
    operation: 'Webhooks_UpdateWebhook',
    path,
    body,
    ...(query ? { query } : {}),
  });
  /** Scripts of both repositories: they name in a mask what they change. */
  const scripted = (flags: string, body: UpdateWebhookRequest, ...update_mask: string[]) => [
    update('skills', `update_webhook ${flags}`, body, { update_mask }),
    update('plugins', `update_webhook ${flags}`, body, { update_mask }),
  ];
  return [
    {
      from: 'snippet',
      name: 'webhooks/create, without a target type',
      operation: 'Webhooks_CreateWebhook',
      body: { app_id: app, target: 'https://shop.example/hook', triggers: ['CAPABILITY'] } satisfies CreateWebhookRequest,
    },
    { from: 'snippet', name: 'webhooks/delete', operation: 'Webhooks_DeleteWebhook', path },
    { from: 'snippet', name: 'webhooks/get', operation: 'Webhooks_GetWebhook', path },
    { from: 'snippet', name: 'webhooks/list', operation: 'Webhooks_ListWebhooks', path: { app_id: app } },
    update('snippet', 'webhooks/update', {
      target: 'https://shop.example/other',
      triggers: ['MESSAGE_SUBMIT', 'MESSAGE_DELIVERY'],
      target_type: 'HTTP',
    }),
    {
      from: 'mcp',
      name: 'create-webhook, without triggers',
      operation: 'Webhooks_CreateWebhook',
      body: { app_id: app, target: 'https://shop.example/hook', target_type: 'HTTP' } satisfies CreateWebhookRequest,
    },
    {
      from: 'mcp',
      name: 'create-webhook, with a name of a trigger that the document does not have',
      operation: 'Webhooks_CreateWebhook',
      body: {
        app_id: app,
        target: 'https://shop.example/hook',
        target_type: 'HTTP',
        triggers: ['MESSAGE_INBOUND', unrecognized('SMART_CONVERSATIONS')],
      } satisfies CreateWebhookRequest,
    },
    update('mcp', 'update-webhook, its target', { target: 'https://shop.example/other' }),
    update('mcp', 'update-webhook, its triggers', { triggers: ['CONTACT_CREATE'] }),
    update('mcp', 'update-webhook, no triggers', { triggers: [] }),
    { from: 'mcp', name: 'get-webhook', operation: 'Webhooks_GetWebhook', path },
    { from: 'mcp', name: 'list-webhooks', operation: 'Webhooks_ListWebhooks', path: { app_id: app } },
    { from: 'mcp', name: 'delete-webhook', operation: 'Webhooks_DeleteWebhook', path },
    ...(['skills', 'plugins'] as const).flatMap((from): RecordedRequest[] => [
      {
        from,
        name: 'create_webhook --secret --oauth-…',
        operation: 'Webhooks_CreateWebhook',
        body: {
          app_id: app,
          target: 'https://shop.example/hook',
          target_type: 'HTTP',
          triggers: ['MESSAGE_INBOUND', 'BATCH_STATUS_UPDATE'],
          secret: 'made-up',
          client_credentials,
        } satisfies CreateWebhookRequest,
      },
      { from, name: 'get_webhook', operation: 'Webhooks_GetWebhook', path },
      { from, name: 'list_webhooks', operation: 'Webhooks_ListWebhooks', path: { app_id: app } },
      { from, name: 'delete_webhook', operation: 'Webhooks_DeleteWebhook', path },
    ]),
    ...scripted('--target', { target: 'https://shop.example/other' }, 'target'),
    ...scripted('--triggers --secret', { triggers: ['OPT_IN'], secret: 'newer' }, 'triggers', 'secret'),
    ...scripted('--clear-secret', { secret: '' }, 'secret'),
    ...scripted('--oauth-…', { client_credentials }, 'client_credentials'),
    ...scripted('--clear-oauth', { client_credentials: null }, 'client_credentials'),
  ];
};
