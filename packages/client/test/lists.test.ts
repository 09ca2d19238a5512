import { describe, expect, test } from 'vitest';
import { type Respond, startApi } from './api-server.ts';

/** Three pages of two contacts. */
const threePages: Respond = ({ target, body }, response) => {
  const token =
    new URL(target, 'http://x').searchParams.get('page_token') ?? (body as { page_token?: string } | undefined)?.page_token ?? '0';
  const page = Number(token);
  const items = [{ id: `${page}a` }, { id: `${page}b` }];
  response.end(JSON.stringify({ contacts: items, messages: items, next_page_token: page < 2 ? String(page + 1) : '' }));
};

async function ids(items: AsyncIterable<{ id?: string }>): Promise<(string | undefined)[]> {
  const found = [];
  for await (const { id } of items) found.push(id);
  return found;
}

describe('a list', () => {
  test('awaited is the first page', async () => {
    const { client, requests } = await startApi(threePages);
    const page = await client.contacts.list();
    expect(page).toMatchObject({ contacts: [{ id: '0a' }, { id: '0b' }], next_page_token: '1' });
    expect(requests).toHaveLength(1);
  });

  test('iterated is every item of every page, and filters carry over', async () => {
    const { client, requests } = await startApi(threePages);
    expect(await ids(client.contacts.list({ page_size: 2, external_id: 'x' }))).toEqual(['0a', '0b', '1a', '1b', '2a', '2b']);
    expect(requests.map(({ target }) => target.split('?')[1])).toEqual([
      'page_size=2&external_id=x',
      'page_size=2&external_id=x&page_token=1',
      'page_size=2&external_id=x&page_token=2',
    ]);
  });

  test('that is empty unless a page has a size says one, on every page, and leaves the choice to the caller', async () => {
    const { client, requests } = await startApi(threePages);
    await ids(client.conversations.listRecent({ app_id: 'A' }) as never);
    await client.conversations.listRecent({ app_id: 'A', page_size: 50 });
    await client.conversations.listRecent({ app_id: 'A', page_size: undefined as never });
    expect(requests.map(({ target }) => target.split('?')[1])).toEqual([
      'app_id=A&page_size=10',
      'app_id=A&page_token=1&page_size=10',
      'app_id=A&page_token=2&page_size=10',
      'app_id=A&page_size=50',
      'app_id=A&page_size=10',
    ]);
  });

  test('awaited and then iterated asks for the first page once', async () => {
    const { client, requests } = await startApi(threePages);
    const list = client.contacts.list();
    await list;
    await ids(list);
    expect(requests).toHaveLength(3);
  });

  test('leaving the loop stops the requests', async () => {
    const { client, requests } = await startApi(threePages);
    for await (const contact of client.contacts.list()) if (contact.id === '1a') break;
    expect(requests).toHaveLength(2);
  });

  test('a token in the body is passed on in the body', async () => {
    const { client, requests } = await startApi(threePages);
    expect(await ids(client.messages.fetchLast({ channel_identities: ['46700000000'] }))).toHaveLength(6);
    expect(requests.map(({ body }) => body)).toEqual([
      { channel_identities: ['46700000000'] },
      { channel_identities: ['46700000000'], page_token: '1' },
      { channel_identities: ['46700000000'], page_token: '2' },
    ]);
  });

  test('an answer without the list is an empty list', async () => {
    const { client } = await startApi((_, response) => response.end('{}'));
    expect(await ids(client.contacts.list())).toEqual([]);
  });

  test('tokens that come round again are an error, not a loop without end', async () => {
    const { client, requests } = await startApi((_, response, count) =>
      response.end(`{"contacts":[{"id":"a"}],"next_page_token":"${count % 2 ? 'a' : 'b'}"}`),
    );
    await expect(ids(client.contacts.list())).rejects.toThrow(/contacts.list: the service gave the same page token twice/);
    expect(requests).toHaveLength(3);
  });

  test('the same token twice is an error, not a loop without end', async () => {
    const { client, requests } = await startApi((_, response) => response.end('{"contacts":[{"id":"a"}],"next_page_token":"same"}'));
    await expect(ids(client.contacts.list())).rejects.toThrow(/contacts.list: the service gave the same page token twice/);
    expect(requests).toHaveLength(2);
  });

  test('an error on a later page comes out of the loop after the items before it', async () => {
    const { client } = await startApi((request, response, count) =>
      count === 2 ? void response.writeHead(503).end('{}') : threePages(request, response, count),
    );
    const found: unknown[] = [];
    await expect(
      (async () => {
        for await (const contact of client.contacts.list()) found.push(contact.id);
      })(),
    ).rejects.toMatchObject({ status: 503 });
    expect(found).toEqual(['0a', '0b']);
  });
});
