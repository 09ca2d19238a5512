import { clientCredentials } from '@convapi/auth';
import { expect, test } from 'vitest';
import { startApi } from './api-server.ts';

/** An API that takes the tokens in `valid`, and a token endpoint that hands out the next number. */
async function startBoth(valid: (authorization: string) => boolean) {
  let tokens = 0;
  const api = await startApi((request, response) => {
    if (request.target === '/token') {
      tokens += 1;
      return void response.end(JSON.stringify({ access_token: `token-${tokens}`, expires_in: 3600 }));
    }
    response.writeHead(valid(request.headers.authorization ?? '') ? 200 : 401).end('{}');
  });
  const auth = clientCredentials({
    keyId: 'id',
    keySecret: 'secret',
    tokenUrl: `${api.baseUrl}/token`,
    // The helper reads every body as JSON, and a token request is a form.
    fetch: (input, init) => fetch(input, { ...init, body: null }),
  });
  return { ...api, client: api.connect({ auth }) };
}

test('a call that is refused with 401 is repeated once with a new token', async () => {
  const { client, requests } = await startBoth((authorization) => authorization === 'Bearer token-2');
  await client.apps.list();
  expect(requests.map(({ target, headers }) => [target, headers.authorization?.slice(0, 14)])).toEqual([
    ['/token', expect.stringMatching(/^Basic/)],
    ['/v1/projects/project/apps', 'Bearer token-1'],
    ['/token', expect.stringMatching(/^Basic/)],
    ['/v1/projects/project/apps', 'Bearer token-2'],
  ]);
});

test('a second 401 is final', async () => {
  const { client, requests } = await startBoth(() => false);
  await expect(client.apps.list()).rejects.toMatchObject({ name: 'ApiError', status: 401 });
  expect(requests.filter(({ target }) => target !== '/token')).toHaveLength(2);
});

test('the body goes out again with the repeated call', async () => {
  const { client, requests } = await startBoth((authorization) => authorization === 'Bearer token-2');
  await client.contacts.merge('01A', { source_id: '01B' });
  expect(requests.filter(({ target }) => target !== '/token').map(({ body }) => body)).toEqual([
    { source_id: '01B' },
    { source_id: '01B' },
  ]);
});

test('200 calls of a cold client ask for one token', async () => {
  const { client, requests } = await startBoth((authorization) => authorization === 'Bearer token-1');
  await Promise.all(Array.from({ length: 200 }, () => client.apps.list()));
  expect(requests.filter(({ target }) => target === '/token')).toHaveLength(1);
});

test('50 calls refused at once ask for one new token', async () => {
  const { client, requests } = await startBoth((authorization) => authorization === 'Bearer token-2');
  await Promise.all(Array.from({ length: 50 }, () => client.apps.list()));
  expect(requests.filter(({ target }) => target === '/token')).toHaveLength(2);
});
