import { inspect } from 'node:util';
import { clientCredentials } from '@convapi/auth';
import { describe, expect, test } from 'vitest';
import type { Attempt, ClientHooks } from '../src/index.ts';
import { json, startApi } from './api-server.ts';

const message = { app_id: '01APP', recipient: { contact_id: '01CONTACT' }, message: { text_message: { text: 'the text of a person' } } };
const tools = { random: () => 0.5, sleep: async () => {} };

describe('hooks', () => {
  test('see each attempt, its answer and its retry, as one object an attempt', async () => {
    const { connect } = await startApi((_, response, count) =>
      json({}, count === 1 ? 503 : 200, { 'x-request-id': `r-${count}` })(_, response, count),
    );
    const seen: unknown[] = [];
    const attempts: Attempt[] = [];
    const hooks: ClientHooks = {
      onRequest: (attempt) => attempts.push(attempt),
      onResponse: (attempt, { status, requestId }) => seen.push([attempts.indexOf(attempt), status, requestId]),
      onRetry: (attempt, { delayMs, reason }) => seen.push([attempts.indexOf(attempt), delayMs, reason]),
    };
    await connect({ retry: {}, hooks, ...tools }).contacts.get('01SECRETPERSON');
    expect(seen).toEqual([
      [0, 503, 'r-1'],
      [0, 250, 503],
      [1, 200, 'r-2'],
    ]);
    expect(attempts.map(({ operation, method, pathTemplate, number }) => [operation, method, pathTemplate, number])).toEqual([
      ['contacts.get', 'GET', '/v1/projects/{project_id}/contacts/{contact_id}', 0],
      ['contacts.get', 'GET', '/v1/projects/{project_id}/contacts/{contact_id}', 1],
    ]);
  });

  test('can add a header', async () => {
    const { connect, requests } = await startApi();
    await connect({ hooks: { onRequest: (attempt) => attempt.setHeader('traceparent', '00-1-2-01') } }).apps.list();
    expect(requests[0]?.headers.traceparent).toBe('00-1-2-01');
  });

  test('see failures without an answer', async () => {
    const { connect } = await startApi((_, response) => response.socket?.destroy());
    const seen: unknown[] = [];
    await connect({ hooks: { onError: (_, { error }) => seen.push((error as Error).name) } })
      .apps.list()
      .catch(() => {});
    expect(seen).toEqual(['ConnectionError']);
  });

  test('never see credentials, message texts or queries', async () => {
    const { connect } = await startApi(json({ contacts: [] }));
    const seen: unknown[] = [];
    const note = (...args: unknown[]) => void seen.push(inspect(args, { depth: 9, showHidden: true }));
    const client = connect({ hooks: { onRequest: note, onResponse: note, onError: note, onRetry: note } });
    await client.messages.send(message);
    await client.contacts.list({ identity: '46700000000' });
    expect(seen.join()).not.toMatch(/Bearer|the text of a person|46700000000/);
    expect(seen.length).toBe(4);
  });
});

describe('a logger', () => {
  test('is told of answers at debug, of retries and failures at warn, and never of texts, tokens or secrets', async () => {
    const { connect } = await startApi((request, response, count) => {
      if (count === 1) return json({ error: { status: 'UNAVAILABLE', message: 'later' } }, 503)(request, response, count);
      if (count === 3) return void response.socket?.destroy();
      json({ message_id: '01' })(request, response, count);
    });
    const lines: [string, string, Record<string, unknown>][] = [];
    const logger = {
      debug: (text: string, fields: Record<string, unknown>) => lines.push(['debug', text, fields]),
      warn: (text: string, fields: Record<string, unknown>) => lines.push(['warn', text, fields]),
    };
    const client = connect({ retry: {}, logger, ...tools });
    await client.messages.send(message);
    await client.contacts.get('46700000000');
    expect(lines.map(([level, text]) => `${level} ${text}`)).toEqual([
      'debug [@convapi/client] messages.send answered 503',
      'warn [@convapi/client] messages.send is tried again',
      'debug [@convapi/client] messages.send answered 200',
      'warn [@convapi/client] contacts.get got no answer',
      'warn [@convapi/client] contacts.get is tried again',
      'debug [@convapi/client] contacts.get answered 200',
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Bearer|the text of a person|46700000000/);
    expect(lines[1]?.[2]).toMatchObject({
      operation: 'messages.send',
      path: '/v1/projects/{project_id}/messages:send',
      attempt: 0,
      delayMs: 250,
      reason: 503,
    });
  });
});

test('a client and its errors show no secret when they are printed', async () => {
  const { connect, baseUrl } = await startApi(json({ error: { message: 'no' } }, 403));
  const auth = clientCredentials({
    keyId: 'id',
    keySecret: 'top-secret',
    tokenUrl: `${baseUrl}/token`,
    fetch: async () => Response.json({ access_token: 'the-token' }),
  });
  const client = connect({ auth });
  const error = await client.messages.send(message).catch((reason: unknown) => reason);
  for (const shown of [inspect(client, { depth: 9, showHidden: true }), inspect(error, { depth: 9 }), JSON.stringify(error)]) {
    expect(shown).not.toMatch(/top-secret|the-token|the text of a person/);
  }
});
