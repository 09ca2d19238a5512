import { isConvapiError } from '@convapi/core';
import { describe, expect, test } from 'vitest';
import { startApi } from './api-server.ts';

const message = { app_id: '01APP', recipient: { contact_id: '01CONTACT' }, message: { text_message: { text: 'Hello' } } };

const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error as Error,
  );

describe('headers of a call', () => {
  test.each([
    'content-length',
    'Content-Length',
    'transfer-encoding',
    'content-encoding',
    'accept-encoding',
    'host',
    'connection',
    'keep-alive',
    'upgrade',
    'expect',
    'te',
    'trailer',
    'proxy-connection',
    'proxy-authorization',
  ])('cannot frame the request another way: %s is refused before anything is sent', async (name) => {
    const { client, requests } = await startApi();
    const error = await failure(client.messages.send(message, { headers: { [name]: '3' } }));
    expect(isConvapiError(error)).toBe(true);
    expect(error?.message).toBe(`[@convapi/client] the header ${name.toLowerCase()} is set by the transport. Leave it out.`);
    expect(requests).toHaveLength(0);
  });

  test.each([
    ['x-trace', 'a\r\nx-evil: 1', /the header x-trace has a value that no header can carry/],
    ['x-trace', 'null\u0000', /the header x-trace has a value/],
    ['x-trace', 'emoji 👋', /the header x-trace has a value/],
    ['x-trace', 17 as never, /the header x-trace has a value/],
    ['x trace', 'a', /"x trace" is no name of a header/],
    ['', 'a', /"" is no name of a header/],
  ])('%j: %j is refused, without its value in the error', async (name, value, expected) => {
    const { client, requests } = await startApi();
    const error = await failure(client.messages.send(message, { headers: { [name]: value } }));
    expect(error?.name).toBe('ConvapiError');
    expect(error?.message).toMatch(expected);
    expect(error?.message).not.toContain(String(value).slice(-6) === 'a' ? '\u0001' : String(value).slice(-6));
    expect(requests).toHaveLength(0);
  });

  test('of a hook obey the same', async () => {
    const { connect } = await startApi();
    const client = connect({ hooks: { onRequest: (attempt) => attempt.setHeader('host', 'elsewhere') } });
    await expect(client.apps.list()).rejects.toThrow(/the header host is set by the transport/);
  });

  test('a token that no header can carry is not sent, and not shown', async () => {
    const { connect, requests } = await startApi();
    const client = connect({ auth: { headers: async () => ({ authorization: 'Bearer top\nsecret' }) } });
    const error = await failure(client.messages.send(message));
    expect(error?.message).toMatch(/the header authorization has a value that no header can carry/);
    expect(JSON.stringify([error, error?.message, error?.stack])).not.toContain('secret');
    expect(requests).toHaveLength(0);
  });
});

describe('arguments in the wrong place', () => {
  test.each<[string, unknown[], RegExp]>([
    ['get', ['01', {}, { timeoutMs: 200 }], /apps.get got 3 arguments. It takes \(app_id, options\)/],
    ['get', ['01', { retry: 3 }], /retry is 3. Pass { maxRetries, maxDelayMs, sends }, or false/],
    ['get', ['01', { maxRetries: 3 }], /apps.get has no option "maxRetries". Pass retry: { maxRetries, maxDelayMs, sends }/],
    ['get', ['01', { timeout: 3 }], /apps.get has no option "timeout". Pass timeoutMs or deadlineMs, in milliseconds/],
    ['get', ['01', { retry: { maxretries: 3 } }], /retry has no option "maxretries". The options are maxRetries, maxDelayMs, sends/],
  ])('apps.%s(%j) is refused with the right place', async (_, values, expected) => {
    const { client, requests } = await startApi();
    const get = client.apps.get as (...args: unknown[]) => Promise<unknown>;
    await expect(get(...values)).rejects.toThrow(expected);
    expect(requests).toHaveLength(0);
  });

  test('an option of the call in a query is refused, not sent', async () => {
    const { client, requests } = await startApi();
    await expect(client.contacts.list({ timeoutMs: 200 } as never)).rejects.toThrow(
      /timeoutMs stands in the query of contacts.list. It is an option of the call: contacts.list\(query, options\)/,
    );
    expect(requests).toHaveLength(0);
  });

  test.each<[object, RegExp]>([
    [{ maxRetries: 3 }, /createConversationClient has no option "maxRetries". Pass retry: { maxRetries, maxDelayMs, sends }/],
    [{ timeout: 3 }, /no option "timeout". Pass timeoutMs/],
    [{ httpsAgent: {} }, /no option "httpsAgent". Pass transport: httpTransport\({ httpsAgent }\)/],
    [{ dispatcher: {} }, /no option "dispatcher". Pass transport: undiciTransport\({ dispatcher }\)/],
    [{ transport: { dispatch() {} } }, /transport is no function/],
    [{ keySecret: 'secret' }, /no option "keySecret". Pass auth: clientCredentials/],
    [{ retry: 3 }, /retry is 3/],
    [{ whatever: 1 }, /no option "whatever". The options are projectId, region, auth/],
    [{ baseUrl: 'http://user:pass@127.0.0.1' }, /baseUrl holds a user name or password/],
  ])('of a client: %j', async (options, expected) => {
    const { connect } = await startApi();
    expect(() => connect(options as never)).toThrow(expected);
  });

  test('of a transport or a rate limiter', async () => {
    const { createRateLimiter, fetchTransport } = await import('../src/index.ts');
    const { httpTransport } = await import('../src/transport/http-transport-node.ts');
    const { Agent } = await import('node:https');
    expect(() => httpTransport(new Agent() as never)).toThrow(/httpTransport has no option/);
    expect(() => httpTransport({ agent: new Agent() } as never)).toThrow(/Pass transport: httpTransport\({ httpsAgent }\)/);
    expect(() => fetchTransport(undefined as never)).toThrow(/fetchTransport got no function. Pass one like the global fetch/);
    expect(() => createRateLimiter({ perSecond: 3 } as never)).toThrow(/no option "perSecond". The options are perProject, perApp/);
  });

  test('no options at all', async () => {
    const { createConversationClient } = await import('../src/index.ts');
    expect(() => createConversationClient(undefined as never)).toThrow(/got no options. Pass { projectId, region, auth }/);
  });
});

describe('values of a query or path', () => {
  test('a Date goes out in RFC 3339, also one of another realm', async () => {
    const { client, requests } = await startApi();
    const { runInNewContext } = await import('node:vm');
    await client.messages.list({ start_time: new Date(0) as never, end_time: runInNewContext('new Date(0)') as never });
    expect(decodeURIComponent(requests[0]?.target ?? '')).toContain(
      'start_time=1970-01-01T00:00:00.000Z&end_time=1970-01-01T00:00:00.000Z',
    );
  });

  test.each<[string, unknown]>([
    ['a broken character', 'a\uD800'],
    ['an invalid date', new Date(Number.NaN)],
  ])('%s is refused', async (_, value) => {
    const { client, requests } = await startApi();
    await expect(client.messages.list({ page_token: value as never })).rejects.toThrow(/page_token holds what no URL can/);
    await expect(client.apps.get('a\uD800')).rejects.toThrow(/app_id holds what no URL can/);
    expect(requests).toHaveLength(0);
  });
});
