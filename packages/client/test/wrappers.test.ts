import { AsyncLocalStorage } from 'node:async_hooks';
import http, { Agent, type ClientRequest, type RequestOptions } from 'node:http';
import { clientCredentials } from '@convapi/auth';
import { afterEach, describe, expect, test } from 'vitest';
import { json, startApi } from './api-server.ts';

/**
 * Monitors and mocks wrap `request` of node:http. These are the kinds of wrappers, in a few lines each; the real ones are
 * tried on the packed packages.
 */
const original = http.request;
afterEach(() => {
  http.request = original;
});

type Request = (options: RequestOptions, callback?: () => void) => ClientRequest;

function wrap(wrapper: (options: RequestOptions, next: Request) => ClientRequest): void {
  http.request = ((options: RequestOptions) => wrapper(options, original as Request)) as typeof http.request;
}

test('a wrapper that copies the headers as an object keeps them all', async () => {
  wrap((options, next) => next({ ...options, headers: { ...(options.headers as object), traceparent: '00-1-2-01' } }));
  const { client, requests } = await startApi();
  await client.messages.send({ app_id: 'a', recipient: { contact_id: 'c' }, message: { text_message: { text: 'Hello' } } }).catch(() => {});
  expect(requests[0]?.headers).toMatchObject({
    authorization: 'Bearer token',
    'content-type': 'application/json',
    traceparent: '00-1-2-01',
  });
});

test('a wrapper that strips the headers is named, and nothing is sent', async () => {
  wrap(({ headers: _, ...options }, next) => next(options));
  const { client, requests } = await startApi();
  await expect(client.apps.list()).rejects.toThrow(
    /something that wraps http.request dropped the headers of the call, so nothing was sent/,
  );
  expect(requests).toHaveLength(0);
});

test('a wrapper that comes after the first call sees the next one, and is gone when it is taken away', async () => {
  const { client } = await startApi();
  const seen: string[] = [];
  await client.apps.list();
  wrap((options, next) => {
    seen.push(String(options.path));
    return next(options);
  });
  await client.apps.get('01');
  http.request = original;
  await client.apps.list();
  expect(seen).toEqual(['/v1/projects/project/apps/01']);
});

test('a wrapper that puts another agent in place of ours is obeyed', async () => {
  const { client } = await startApi();
  const agent = new Agent();
  const used: unknown[] = [];
  const addRequest = (agent as unknown as { addRequest: (...args: unknown[]) => void }).addRequest.bind(agent);
  Object.assign(agent, {
    addRequest: (...args: unknown[]) => {
      used.push(args[0]);
      addRequest(...args);
    },
  });
  wrap((options, next) => next({ ...options, agent }));
  await client.apps.list();
  expect(used).toHaveLength(1);
});

test('the token request is seen as well, with its headers', async () => {
  const api = await startApi((request, response) =>
    request.target === '/token' ? json({ access_token: 't', expires_in: 3600 })(request, response, 1) : json({})(request, response, 1),
  );
  const seen: [unknown, unknown][] = [];
  wrap((options, next) => {
    seen.push([options.path, (options.headers as Record<string, string>).authorization?.split(' ')[0]]);
    return next(options);
  });
  const auth = clientCredentials({ keyId: 'id', keySecret: 'secret', tokenUrl: `${api.baseUrl}/token` });
  await api.connect({ auth }).apps.get('01');
  expect(seen).toEqual([
    ['/token', 'Basic'],
    ['/v1/projects/project/apps/01', 'Bearer'],
  ]);
});

describe('the context of a call', () => {
  test('arrives in wrappers and hooks, for the token request too', async () => {
    const api = await startApi((request, response) =>
      request.target === '/token' ? json({ access_token: 't', expires_in: 3600 })(request, response, 1) : json({})(request, response, 1),
    );
    const context = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    wrap((options, next) => {
      seen.push(['request', options.path, context.getStore()]);
      return next(options);
    });
    const auth = clientCredentials({ keyId: 'id', keySecret: 'secret', tokenUrl: `${api.baseUrl}/token` });
    const hooks = { onResponse: ({ operation }: { operation: string }) => void seen.push(['hook', operation, context.getStore()]) };
    await context.run('call 17', () => api.connect({ auth, hooks }).apps.get('01'));
    expect(seen).toEqual([
      ['request', '/token', 'call 17'],
      ['hook', 'auth.token', 'call 17'],
      ['request', '/v1/projects/project/apps/01', 'call 17'],
      ['hook', 'apps.get', 'call 17'],
    ]);
  });
});
