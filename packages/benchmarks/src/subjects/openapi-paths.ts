/** The three paths that are called, as a generator would type them. */
export interface Paths {
  '/v1/projects/{project_id}/messages:send': {
    post: {
      parameters: { path: { project_id: string } };
      requestBody: { content: { 'application/json': SendBody } };
      responses: { 200: { content: { 'application/json': { message_id: string } } } };
    };
  };
  '/v1/projects/{project_id}/contacts': {
    get: {
      parameters: { path: { project_id: string }; query?: { page_size?: number; page_token?: string } };
      responses: { 200: { content: { 'application/json': { contacts: Contact[]; next_page_token?: string } } } };
    };
  };
  '/v1/projects/{project_id}/contacts/{contact_id}': {
    get: {
      parameters: { path: { project_id: string; contact_id: string } };
      responses: { 200: { content: { 'application/json': Contact } } };
    };
  };
}

interface Contact {
  id: string;
  display_name: string;
}

interface SendBody {
  app_id: string;
  recipient: { identified_by: { channel_identities: { channel: 'SMS' | 'RCS'; identity: string }[] } };
  message: { text_message: { text: string } };
}
