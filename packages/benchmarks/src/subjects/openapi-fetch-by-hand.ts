import createOpenApiClient from 'openapi-fetch';
import { sendBody, tokenByHand } from './by-hand.ts';
import type { Paths } from './openapi-paths.ts';
import type { ClientSettings, SubjectClient } from './subject.ts';

/** openapi-fetch with its defaults, and a token in a middleware. */
export function createClient(settings: ClientSettings): SubjectClient {
  const client = createOpenApiClient<Paths>({ baseUrl: settings.baseUrl });
  const token = tokenByHand(settings, async (method, url, headers, body) => {
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return response.json();
  });
  client.use({
    async onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${await token()}`);
    },
  });
  const project = { project_id: settings.projectId };
  return {
    send: async (text) =>
      orThrow(await client.POST('/v1/projects/{project_id}/messages:send', { params: { path: project }, body: sendBody(settings, text) })),
    async countItems() {
      let count = 0;
      let next: string | undefined = '';
      while (next !== undefined) {
        const query: { page_size: number; page_token?: string } = { page_size: 20, ...(next === '' ? {} : { page_token: next }) };
        const page = orThrow(await client.GET('/v1/projects/{project_id}/contacts', { params: { path: project, query } }));
        count += page.contacts.length;
        next = page.next_page_token;
      }
      return count;
    },
    async readText(id) {
      const path = { ...project, contact_id: id };
      return orThrow(await client.GET('/v1/projects/{project_id}/contacts/{contact_id}', { params: { path } })).display_name;
    },
  };
}

function orThrow<Data>({ data, response }: { data?: Data; response: Response }): Data {
  if (data === undefined) throw new Error(`${response.status} on ${response.url}`);
  return data;
}
