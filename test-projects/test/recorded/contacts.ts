import type { Contact, ContactCreateRequest, GetChannelProfileRequest, MergeContactRequest } from '@convapi/client';
import type { Recorded } from './recorded-request.ts';

export const contacts: Recorded = ({ app, contact, other }) => [
  {
    from: 'snippet',
    name: 'contacts/create',
    operation: 'Contact_CreateContact',
    body: {
      channel_identities: [{ channel: 'RCS', identity: '+46700000023' }],
      display_name: 'Ada',
      language: 'SV',
    } satisfies ContactCreateRequest,
  },
  { from: 'snippet', name: 'contacts/delete', operation: 'Contact_DeleteContact', path: { contact_id: contact } },
  { from: 'snippet', name: 'contacts/get', operation: 'Contact_GetContact', path: { contact_id: contact } },
  {
    from: 'snippet',
    name: 'contacts/get-channel-profile',
    operation: 'Contact_GetChannelProfile',
    body: { app_id: app, channel: 'MESSENGER', recipient: { contact_id: contact } } satisfies GetChannelProfileRequest,
  },
  { from: 'snippet', name: 'contacts/list', operation: 'Contact_ListContacts' },
  { from: 'snippet', name: 'contacts/list-identity-conflicts', operation: 'Contact_ListIdentityConflicts' },
  {
    from: 'snippet',
    name: 'contacts/merge',
    operation: 'Contact_MergeContact',
    path: { destination_id: contact },
    body: { source_id: other } satisfies MergeContactRequest,
  },
  {
    from: 'snippet',
    name: 'contacts/update',
    operation: 'Contact_UpdateContact',
    path: { contact_id: contact },
    body: { display_name: 'Ada, renamed' } satisfies Contact,
  },
];
