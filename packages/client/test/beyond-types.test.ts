import { describe, expect, test } from 'vitest';
import { json, startApi } from './api-server.ts';

const message = { app_id: '01APP', recipient: { contact_id: '01CONTACT' }, message: { text_message: { text: 'Hello' } } };

describe('extraBody', () => {
  test('is merged over the body, last', async () => {
    const { client, requests } = await startApi(json({ message_id: '01' }));
    await client.messages.send(message, { extraBody: { brand_new: { a: 1 }, app_id: '01OTHER' } });
    expect(requests[0]?.body).toEqual({ ...message, brand_new: { a: 1 }, app_id: '01OTHER' });
  });

  test('also makes a body where there is none', async () => {
    const { client, requests } = await startApi(json({}));
    await client.request('POST', '/v1/x', { extraBody: { a: 1 } });
    expect(requests[0]?.body).toEqual({ a: 1 });
  });
});

describe('request', () => {
  test('calls what the types do not know, with project, parameters, query and body', async () => {
    const { client, requests } = await startApi(json({ archived: true }));
    const path = '/v1/projects/{project_id}/contacts/{contact_id}:archive';
    const options = { params: { contact_id: 'a/b' }, query: { since: new Date(0), list: ['x', 'y'] }, body: { reason: 'moved' } };
    const { data, response } = await client.request<{ archived: boolean }>('POST', path, options).withResponse();
    expect([data.archived, response.status]).toEqual([true, 200]);
    expect(requests[0]).toMatchObject({
      method: 'POST',
      target: '/v1/projects/project/contacts/a%2Fb:archive?since=1970-01-01T00%3A00%3A00.000Z&list=x,y',
      body: { reason: 'moved' },
      headers: { authorization: 'Bearer token' },
    });
  });

  test('goes to the other hosts', async () => {
    const { client, requests } = await startApi(json({}));
    await client.request('GET', '/v1/projects/{project_id}/messages/1', { host: 'batch' });
    expect(requests[0]?.target).toBe('/batch/v1/projects/project/messages/1');
  });

  test('goes through the same steps: a GET is tried again, a POST with an unknown outcome is not, errors are the same', async () => {
    const { connect, requests } = await startApi(json({ error: { message: 'no', status: 'INTERNAL' } }, 500));
    const client = connect({ retry: { maxRetries: 2 }, sleep: async () => {} });
    const error = await client.request('GET', '/v1/x').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'ApiError', status: 500, operation: 'GET /v1/x' });
    expect(requests).toHaveLength(3);
    await client.request('POST', '/v1/x', { body: {} }).catch(() => {});
    expect(requests).toHaveLength(4);
  });

  test('takes an empty answer, and refuses a page', async () => {
    const { client } = await startApi((_, response, count) => response.writeHead(200).end(count === 1 ? '' : '<html>'));
    expect(await client.request('DELETE', '/v1/x')).toBeUndefined();
    await expect(client.request('GET', '/v1/x')).rejects.toThrow(/is HTML, not JSON/);
  });

  test.each<[string, string, object | undefined, RegExp]>([
    ['GET', 'v1/x', undefined, /"v1\/x" is no path. Pass one from \/v1 on/],
    ['GET', 'https://elsewhere.example/v1', undefined, /is no path/],
    ['GET', '//elsewhere.example/v1', undefined, /is no path/],
    ['GET', '/v1/../x', undefined, /is no path/],
    ['GET', '/v1/%2E%2e/x', undefined, /is no path/],
    ['GET', '/v1?x=1', undefined, /is no path/],
    ['get', '/v1', undefined, /"get" is no HTTP method/],
    ['GET', '/v1/{id}', {}, /id is undefined/],
    ['GET', '/v1', { timeout: 3 }, /request has no option "timeout"/],
  ])('%s %s %j is refused before anything is sent', async (method, path, options, expected) => {
    const { client, requests } = await startApi();
    await expect(client.request(method, path, options as never)).rejects.toThrow(expected);
    expect(requests).toHaveLength(0);
  });
});
