import type {
  Conversation,
  ConversationsListQuery,
  ConversationsListRecentQuery,
  CreateConversationRequest,
  InjectConversationEventRequest,
  InjectMessageRequest,
} from '@convapi/client';
import type { Recorded } from './recorded-request.ts';

export const conversations: Recorded = ({ app, contact, conversation, number, other }) => {
  const path = { conversation_id: conversation };
  const channel_identity = { channel: 'RCS', identity: number } as const;
  return [
    {
      from: 'snippet',
      name: 'conversations/create',
      operation: 'Conversation_CreateConversation',
      body: { app_id: app, contact_id: other } satisfies CreateConversationRequest,
    },
    { from: 'snippet', name: 'conversations/delete', operation: 'Conversation_DeleteConversation', path },
    { from: 'snippet', name: 'conversations/get', operation: 'Conversation_GetConversation', path },
    {
      from: 'snippet',
      name: 'conversations/inject-event',
      operation: 'Conversation_InjectEvent',
      path,
      body: {
        accept_time: new Date().toISOString(),
        app_event: { generic_event: { payload: { shelf: 'seven' } } },
        channel_identity,
        conversation_id: conversation,
        processing_mode: 'CONVERSATION',
      } satisfies InjectConversationEventRequest,
    },
    {
      from: 'snippet',
      name: 'conversations/inject-message, what a contact wrote under the direction of the app',
      operation: 'Conversation_InjectMessage',
      path,
      body: {
        contact_id: contact,
        contact_message: { text_message: { text: 'I called you yesterday' } },
        channel_identity,
        direction: 'TO_CONTACT',
        accept_time: new Date().toISOString(),
      } satisfies InjectMessageRequest,
    },
    {
      from: 'snippet',
      name: 'conversations/list',
      operation: 'Conversation_ListConversations',
      query: { app_id: app } satisfies ConversationsListQuery,
    },
    {
      from: 'snippet',
      name: 'conversations/list-recent',
      operation: 'Conversation_ListRecentConversations',
      query: { app_id: app, only_active: true } satisfies ConversationsListRecentQuery,
    },
    { from: 'snippet', name: 'conversations/stop-active', operation: 'Conversation_StopActiveConversation', path },
    {
      from: 'snippet',
      name: 'conversations/update',
      operation: 'Conversation_UpdateConversation',
      path,
      body: { active: true } satisfies Conversation,
    },
    {
      from: 'node-red',
      name: 'send, which keeps the variables of a flow after an answer',
      operation: 'Conversation_UpdateConversation',
      path,
      body: { metadata_json: { variables: '{"name":"Ada"}' } } satisfies Conversation,
    },
  ];
};
