import { type ApiError, isApiError, isConnectionError, isTimeoutError } from '@convapi/core';
import { describe, expect, test } from 'vitest';
import { json, startApi } from './api-server.ts';

async function failure(call: Promise<unknown>): Promise<ApiError> {
  return call.then(
    () => {
      throw new Error('the call should have failed');
    },
    (error: ApiError) => error,
  );
}

describe('an answer that is an error', () => {
  test('becomes an ApiError with status, code, details and request id', async () => {
    const details = [
      { '@type': 'type.googleapis.com/google.rpc.BadRequest', field_violations: [{ field: 'app_id', description: 'is missing' }] },
    ];
    const body = { error: { code: 400, message: 'Invalid argument', status: 'INVALID_ARGUMENT', details } };
    const { client } = await startApi(json(body, 400, { 'x-request-id': 'r-1' }));
    const error = await failure(client.apps.list());
    expect(isApiError(error)).toBe(true);
    expect(error).toMatchObject({ status: 400, code: 'INVALID_ARGUMENT', requestId: 'r-1', operation: 'apps.list', details, body });
    expect(error.message).toBe('[@convapi/client] 400 on apps.list: Invalid argument. (app_id: is missing)');
    expect(error.fieldViolations).toEqual([{ field: 'app_id', description: 'is missing' }]);
  });

  test('a 404 of an own address asks whether that is right', async () => {
    const { client } = await startApi(json({ error: { message: 'app not found', status: 'NOT_FOUND' } }, 404));
    const error = await failure(client.apps.get('01APP'));
    expect(error.message).toBe('[@convapi/client] 404 on apps.get: app not found. Check the id, and that `baseUrl` ends before /v1.');
  });

  test('a 404 of the service asks whether the region is right', async () => {
    const { connect } = await startApi();
    const answer = async () => Response.json({ error: { message: 'app not found', status: 'NOT_FOUND' } }, { status: 404 });
    const error = await failure(connect({ baseUrl: undefined, fetch: answer }).apps.get('01APP'));
    expect(error.message).toBe(
      '[@convapi/client] 404 on apps.get: app not found. Is it in another region than "eu"? Set `region` to match the dashboard.',
    );
  });

  test.each([
    [401, /key id and secret/],
    [403, /no access to this project/],
    [429, /slow down/],
    [501, /do not repeat it/],
    [302, /check `baseUrl`/],
  ])('a %i says what to do', async (status, advice) => {
    const { client } = await startApi(json({}, status, status === 302 ? { location: 'http://127.0.0.1:1/elsewhere' } : {}));
    const error = await failure(client.apps.list());
    expect(error.status).toBe(status);
    expect(error.message).toMatch(advice);
  });

  test('an answer that only the emulator gives speaks for itself', async () => {
    const { client } = await startApi(
      json({ error: { message: 'The emulator does not have this yet.' } }, 501, { 'x-convapi-emulator': 'not-emulated' }),
    );
    expect((await failure(client.templates.list())).message).toBe(
      '[@convapi/client] 501 on templates.list: The emulator does not have this yet.',
    );
  });

  test.each([
    ['the error at the top level', { code: 5, message: 'gone', status: 'NOT_FOUND' }, 'gone', 'NOT_FOUND'],
    ['text', 'gone', 'gone', undefined],
    ['a list', ['gone'], 'no explanation', undefined],
    ['null', null, 'no explanation', undefined],
    ['an error that is text', { error: 'gone', message: 'not here' }, 'not here', undefined],
  ])('is read when the body is %s', async (_, body, said, code) => {
    const { client } = await startApi(json(body, 404));
    const error = await failure(client.apps.list());
    expect(error.message).toContain(said);
    expect(error.code).toBe(code);
  });

  test('is thrown by withResponse too', async () => {
    const { client } = await startApi(json({}, 404));
    await expect(client.apps.get('01').withResponse()).rejects.toMatchObject({ status: 404 });
  });

  test('an HTML page of a proxy is cut short in the message', async () => {
    const { client } = await startApi((_, response) => response.writeHead(502).end(`<html>${'x'.repeat(10_000)}</html>`));
    expect((await failure(client.apps.list())).message.length).toBeLessThan(500);
  });

  test.each([
    ['Retry-After', { 'retry-after': '7' }, {}, 7_000],
    [
      'google.rpc.RetryInfo',
      {},
      { error: { details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retry_delay: '1.5s' }] } },
      1_500,
    ],
    ['google.rpc.RetryInfo in JSON style', {}, { error: { details: [{ type_url: 'x', retryDelay: '2s' }] } }, 2_000],
    ['nothing', {}, {}, undefined],
  ])('says how long to wait, from %s', async (_, headers, body, expected) => {
    const { client } = await startApi(json(body, 429, headers));
    expect((await failure(client.apps.list())).retryAfterMs).toBe(expected);
  });
});

describe('no answer', () => {
  test('an address where nothing listens is a ConnectionError that names the address', async () => {
    const { connect } = await startApi();
    const error = await failure(connect({ baseUrl: 'http://127.0.0.1:1' }).apps.list());
    expect(isConnectionError(error)).toBe(true);
    expect(error.message).toMatch(/no answer from http:\/\/127.0.0.1:1: .+ Nothing could be reached there: check `baseUrl`/);
    expect(error.cause).toBeInstanceOf(Error);
  });

  test('a connection that breaks in the middle of the body is a ConnectionError', async () => {
    const { client } = await startApi((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"apps":');
      setImmediate(() => response.socket?.destroy());
    });
    expect(isConnectionError(await failure(client.apps.list()))).toBe(true);
  });

  test('an answer that is too late is a TimeoutError with the limit', async () => {
    const { client } = await startApi(() => {});
    const error = await failure(client.apps.list({ timeoutMs: 20 }));
    expect(isTimeoutError(error)).toBe(true);
    expect(error).toMatchObject({ timeoutMs: 20 });
  });

  test('the limit covers the body, not only the headers', async () => {
    const { client } = await startApi((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{');
    });
    expect(isTimeoutError(await failure(client.apps.list({ timeoutMs: 50 })))).toBe(true);
  });

  test('timeoutMs 0 means no limit', async () => {
    const { connect } = await startApi(json({ apps: [] }));
    expect(await connect({ timeoutMs: 0 }).apps.list()).toEqual({ apps: [] });
  });

  test('the signal of the caller ends the call at once, with its own reason', async () => {
    const controller = new AbortController();
    const { client } = await startApi(() => controller.abort(new Error('changed my mind')));
    await expect(client.apps.list({ signal: controller.signal })).rejects.toThrow('changed my mind');
  });

  test('a signal that has fired sends nothing', async () => {
    const { client, requests } = await startApi();
    await expect(client.apps.list({ signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late');
    expect(requests).toHaveLength(0);
  });
});

describe('an answer that makes no sense', () => {
  test.each<[string, string, string, RegExp]>([
    ['a sign-in page', 'text/html', '<html>Sign in', /\(200\) is HTML, not JSON. A proxy or a sign-in page may have given it/],
    ['nothing', 'application/json', '', /\(200\) is empty where JSON was promised/],
    ['null', 'application/json', 'null', /\(200\) is not the JSON of the API \(application\/json\)/],
    ['text', 'text/plain', 'OK', /\(200\) is not the JSON of the API \(text\/plain\)/],
    ['JSON that was cut', 'application/json', '{"id":', /\(200\) broke off: .*JSON/],
  ])('%s in a 2xx is a ConnectionError that says so', async (_, type, body, expected) => {
    const { client } = await startApi((_request, response) => response.writeHead(200, { 'content-type': type }).end(body));
    const error = await failure(client.messages.get('01'));
    expect(error).toMatchObject({ name: 'ConnectionError', status: 200 });
    expect(error.message).toMatch(expected);
  });

  test('a byte order mark before the JSON is no part of it', async () => {
    const { client } = await startApi((_, response) => response.end('\uFEFF{"id":"01"}'));
    expect((await client.messages.get('01')).id).toBe('01');
  });
});
