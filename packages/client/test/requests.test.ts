import { isConvapiError } from '@convapi/core';
import { describe, expect, test } from 'vitest';
import { createConversationClient } from '../src/index.ts';
import { json, startApi } from './api-server.ts';

const message = { app_id: '01APP', recipient: { contact_id: '01CONTACT' }, message: { text_message: { text: 'Hej då 👋' } } };

describe('a call', () => {
  test('posts the body as JSON with credentials, and returns the data', async () => {
    const { client, requests } = await startApi(json({ message_id: '01MESSAGE', accepted_time: '2026-01-02T03:04:05Z' }));
    expect(await client.messages.send(message)).toEqual({ message_id: '01MESSAGE', accepted_time: '2026-01-02T03:04:05Z' });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'POST', target: '/v1/projects/project/messages:send', body: message });
    expect(requests[0]?.headers).toMatchObject({ authorization: 'Bearer token', 'content-type': 'application/json' });
  });

  test('takes path parameters first, then the body, then the query', async () => {
    const { client, requests } = await startApi(json({ id: '01MESSAGE' }));
    await client.messages.updateMetadata('01MESSAGE', { metadata: 'm' }, { messages_source: 'DISPATCH_SOURCE' });
    expect(requests[0]).toMatchObject({
      method: 'PATCH',
      target: '/v1/projects/project/messages/01MESSAGE?messages_source=DISPATCH_SOURCE',
      body: { metadata: 'm' },
    });
  });

  test('adds the headers of the caller', async () => {
    const { client, requests } = await startApi();
    await client.apps.get('01APP', { headers: { traceparent: '00-1-2-3' } });
    expect(requests[0]?.headers.traceparent).toBe('00-1-2-3');
  });

  test('keeps text text: what looks like a date is not revived', async () => {
    const { client } = await startApi(json({ id: '01', metadata: '2026-01-02T03:04:05Z' }));
    expect((await client.messages.get('01')).metadata).toBe('2026-01-02T03:04:05Z');
  });

  test('an empty answer is no data', async () => {
    const { client } = await startApi((_, response) => response.writeHead(200).end());
    expect(await client.contacts.delete('01CONTACT')).toBeUndefined();
  });

  test('withResponse gives status and headers beside the data', async () => {
    const { client } = await startApi(json({ id: '01APP' }, 200, { 'x-request-id': 'r-1' }));
    const { data, response } = await client.apps.get('01APP').withResponse();
    expect(data.id).toBe('01APP');
    expect(response.status).toBe(200);
    expect(response.headers.get('x-request-id')).toBe('r-1');
  });

  test('goes through the fetch that was given', async () => {
    const { client, connect } = await startApi(json({ id: 'server' }));
    const seen: string[] = [];
    const own = connect({
      fetch: async (input) => {
        seen.push(String(input));
        return Response.json({ id: 'own' });
      },
    });
    expect((await own.apps.get('01APP')).id).toBe('own');
    expect((await client.apps.get('01APP')).id).toBe('server');
    expect(seen).toHaveLength(1);
  });
});

describe('addresses', () => {
  async function addressOf(call: (client: ReturnType<typeof createConversationClient>) => Promise<unknown>, region: 'us' | 'eu' | 'br') {
    const seen: string[] = [];
    const client = createConversationClient({
      projectId: 'p',
      region,
      auth: { headers: async () => ({}) },
      fetch: async (input) => {
        seen.push(String(input));
        return Response.json({});
      },
    });
    await call(client);
    return seen[0];
  }

  test.each(['us', 'eu', 'br'] as const)('each host has one for region %s', async (region) => {
    expect(await addressOf((client) => client.apps.get('01'), region)).toBe(
      `https://${region}.conversation.api.sinch.com/v1/projects/p/apps/01`,
    );
    expect(await addressOf((client) => client.templates.get('01'), region)).toBe(
      `https://${region}.template.api.sinch.com/v2/projects/p/templates/01`,
    );
    expect(await addressOf((client) => client.batch.get('01'), region)).toBe(
      `https://${region}.conversationbatch.api.sinch.com/v1/projects/p/messages/01`,
    );
  });

  test('baseUrl stands in for all of them; batch, which reuses paths, goes to a folder below', async () => {
    const { connect, baseUrl, requests } = await startApi();
    const client = connect({ baseUrl: `${baseUrl}/` });
    await client.templates.get('01');
    await client.batch.get('01');
    expect(requests.map(({ target }) => target)).toEqual(['/v2/projects/project/templates/01', '/batch/v1/projects/project/messages/01']);
  });
});

describe('what goes into a URL', () => {
  test.each([
    ['../../apps', '..%2F..%2Fapps'],
    ['a/b', 'a%2Fb'],
    ['a/b?x=1', 'a%2Fb%3Fx%3D1'],
    ['a?b=c#d', 'a%3Fb%3Dc%23d'],
    ['a b#c', 'a%20b%23c'],
    ['01:merge', '01%3Amerge'],
    ['%2e%2e', '%252e%252e'],
    ['%2e%2e/x', '%252e%252e%2Fx'],
    ['å 👋', '%C3%A5%20%F0%9F%91%8B'],
  ])('%j as a path value is one segment', async (id, segment) => {
    const { client, requests } = await startApi();
    await client.contacts.get(id);
    expect(requests[0]?.target).toBe(`/v1/projects/project/contacts/${segment}`);
  });

  test.each(['.', '..', ''])('%j as a path value is refused before anything is sent', async (id) => {
    const { client, requests } = await startApi();
    await expect(client.contacts.delete(id)).rejects.toSatisfy(isConvapiError);
    await expect(client.contacts.delete(id)).rejects.toThrow(`contact_id is "${id}"`);
    expect(requests).toHaveLength(0);
  });

  test('a path value that is missing is refused', async () => {
    const { client, requests } = await startApi();
    await expect(client.contacts.get(undefined as unknown as string)).rejects.toThrow('contact_id is undefined');
    expect(requests).toHaveLength(0);
  });

  test('a project id is encoded too', async () => {
    const { connect, requests } = await startApi();
    await connect({ projectId: 'a/../b' }).apps.list();
    expect(requests[0]?.target).toBe('/v1/projects/a%2F..%2Fb/apps');
  });

  test.each(['+46700000000', 'a&page_size=999', 'a+b/c==', 'a=b#c?d', '%26', 'å 👋'])(
    '%j as a query value stays one value',
    async (value) => {
      const { client, requests } = await startApi(json({}));
      await client.contacts.list({ external_id: value, page_token: value });
      const { searchParams } = new URL(requests[0]?.target ?? '', 'http://api');
      expect([...searchParams]).toEqual([
        ['external_id', value],
        ['page_token', value],
      ]);
    },
  );

  test('query values are encoded, lists are joined by commas, and what is undefined is left out', async () => {
    const { client, requests } = await startApi(json({}));
    await client.contacts.list({ external_id: 'a&page_token=x +ö', page_size: 5, page_token: undefined as unknown as string });
    await client.apps.update('01', { display_name: 'x' }, { update_mask: ['display_name', 'a,b'] });
    await client.apps.update('01', { display_name: 'x' }, { update_mask: [] });
    expect(requests.map(({ target }) => target.split('?')[1])).toEqual([
      'external_id=a%26page_token%3Dx%20%2B%C3%B6&page_size=5',
      'update_mask=display_name,a%2Cb',
      undefined,
    ]);
  });
});

describe('options', () => {
  const auth = { headers: async () => ({}) };
  test.each([
    [{ projectId: '', region: 'eu', auth }, /projectId is missing/],
    [{ projectId: 'p', auth }, /region undefined is unknown. Use the region of your app: us, eu, br/],
    [{ projectId: 'p', region: 'uk', auth }, /region "uk" is unknown/],
    [{ projectId: 'p', region: 'eu' }, /auth is missing/],
    [{ projectId: 'p', region: 'eu', auth, baseUrl: 'localhost:4010' }, /baseUrl "localhost:4010" is no http\(s\) address/],
    [{ projectId: 'p', region: 'eu', auth, timeoutMs: -1 }, /timeoutMs is -1/],
    [{ projectId: 'p', region: 'eu', auth, timeoutMs: Number.NaN }, /timeoutMs is NaN/],
  ])('%# are checked at once, and the bad one is named', (options, expected) => {
    expect(() => createConversationClient(options as never)).toThrow(expected);
  });
});
