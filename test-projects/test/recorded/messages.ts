import type { ListLastMessagesByChannelIdentityRequest, MessagesListQuery, UpdateMessageRequest } from '@convapi/client';
import type { Recorded } from './recorded-request.ts';

/** Stored messages; what is sent stands in a file of its own. */
export const messages: Recorded = ({ app, contact, conversation, message, number }) => {
  const listed = (name: string, query: MessagesListQuery) =>
    [
      { from: 'skills', name, operation: 'Messages_ListMessages', query },
      { from: 'plugins', name, operation: 'Messages_ListMessages', query },
    ] as const;
  return [
    { from: 'snippet', name: 'messages/delete', operation: 'Messages_DeleteMessage', path: { message_id: message } },
    { from: 'snippet', name: 'messages/get', operation: 'Messages_GetMessage', path: { message_id: message } },
    {
      from: 'snippet',
      name: 'messages/list',
      operation: 'Messages_ListMessages',
      query: { app_id: app } satisfies MessagesListQuery,
    },
    {
      from: 'snippet',
      name: 'messages/listLastMessagesByChannelIdentity',
      operation: 'Messages_ListMessagesByChannelIdentity',
      body: {
        channel_identities: [number, '46700000022'],
        messages_source: 'DISPATCH_SOURCE',
      } satisfies ListLastMessagesByChannelIdentityRequest,
    },
    {
      from: 'snippet',
      name: 'messages/update',
      operation: 'Messages_UpdateMessageMetadata',
      path: { message_id: message },
      body: { metadata: 'order 17' } satisfies UpdateMessageRequest,
    },
    ...listed('list_messages', { page_size: 10 }),
    ...listed('list_messages --contact-id', { page_size: 20, contact_id: contact }),
    ...listed('list_messages --conversation-id --channel --app-id', {
      page_size: 10,
      conversation_id: conversation,
      channel: 'RCS',
      app_id: app,
    }),
  ];
};
