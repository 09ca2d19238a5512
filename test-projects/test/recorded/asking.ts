import type { EventsListQuery, QueryCapabilityRequest, SendEventRequest, TranscodeMessageRequest } from '@convapi/client';
import type { Recorded } from './recorded-request.ts';

/** Events, and what is asked without sending anything. */
export const asking: Recorded = ({ app, conversation, event, number }) => {
  const recipient = { identified_by: { channel_identities: [{ channel: 'RCS' as const, identity: `+${number}` }] } };
  return [
    { from: 'snippet', name: 'events/delete', operation: 'Events_DeleteEvents', path: { event_id: event } },
    { from: 'snippet', name: 'events/get', operation: 'Events_GetEvent', path: { event_id: event } },
    {
      from: 'snippet',
      name: 'events/list',
      operation: 'Events_ListEvents',
      query: { conversation_id: conversation } satisfies EventsListQuery,
    },
    {
      from: 'snippet',
      name: 'events/send',
      operation: 'Events_SendEvent',
      body: { app_id: app, event: { composing_event: {} }, recipient } satisfies SendEventRequest,
    },
    {
      from: 'snippet',
      name: 'capability/lookup',
      operation: 'Capability_QueryCapability',
      body: { app_id: app, recipient } satisfies QueryCapabilityRequest,
    },
    {
      from: 'snippet',
      name: 'transcoding/transcode-message',
      operation: 'Transcoding_TranscodeMessage',
      body: {
        app_id: app,
        app_message: { location_message: { title: 'Our shop', coordinates: { latitude: 57.7, longitude: 11.97 } } },
        channels: ['WHATSAPP'],
      } satisfies TranscodeMessageRequest,
    },
  ];
};
