import type { AppCreateRequest, AppUpdateRequest } from '@convapi/client';
import type { Recorded } from './recorded-request.ts';

const bearer = { claimed_identity: 'shop', token: 'made-up' };
const RCS = { channel: 'RCS', static_bearer: bearer } as const;
const SMS = { channel: 'SMS', static_bearer: bearer } as const;
const WHATSAPP = { channel: 'WHATSAPP', static_bearer: bearer } as const;

export const apps: Recorded = ({ app }) => {
  /** The tools that set a channel up read the app, put the channel into its list, and send the list with two of its read-only fields. */
  const withChannel = (name: string, channel: typeof RCS | typeof SMS | typeof WHATSAPP) =>
    ({
      from: 'mcp',
      name,
      operation: 'App_UpdateApp',
      path: { app_id: app },
      body: {
        channel_credentials: [
          { channel: 'MESSENGER', static_token: { token: 'made-up' }, credential_ordinal_number: 0, callback_secret: '' },
          channel,
        ],
      } satisfies AppUpdateRequest,
    }) as const;
  return [
    {
      from: 'snippet',
      name: 'applications/create',
      operation: 'App_CreateApp',
      body: { display_name: 'Bakery', channel_credentials: [RCS] } satisfies AppCreateRequest,
    },
    { from: 'snippet', name: 'applications/delete', operation: 'App_DeleteApp', path: { app_id: app } },
    { from: 'snippet', name: 'applications/get', operation: 'App_GetApp', path: { app_id: app } },
    { from: 'snippet', name: 'applications/list', operation: 'App_ListApps' },
    {
      from: 'snippet',
      name: 'applications/update',
      operation: 'App_UpdateApp',
      path: { app_id: app },
      body: { display_name: 'Bakery, new' } satisfies AppUpdateRequest,
    },
    {
      from: 'mcp',
      name: 'create-conversation-app, without any channel',
      operation: 'App_CreateApp',
      body: { display_name: 'Florist', channel_credentials: [] } satisfies AppCreateRequest,
    },
    {
      from: 'mcp',
      name: 'update-conversation-app',
      operation: 'App_UpdateApp',
      path: { app_id: app },
      body: { display_name: 'Florist, new' } satisfies AppUpdateRequest,
    },
    withChannel('set-rcs-channel-on-app', RCS),
    withChannel('set-sms-channel-on-app', SMS),
    withChannel('set-whatsapp-channel-on-app', WHATSAPP),
    { from: 'mcp', name: 'list-all-apps', operation: 'App_ListApps' },
    { from: 'mcp', name: 'send-…-message reads the app first', operation: 'App_GetApp', path: { app_id: app } },
    { from: 'mcp', name: 'delete-conversation-app', operation: 'App_DeleteApp', path: { app_id: app } },
    { from: 'node-red', name: 'conversation-api, its list of apps', operation: 'App_ListApps' },
  ];
};
