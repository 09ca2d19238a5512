import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWebhookVerifier } from '@convapi/webhook-verifier';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ALL_TRIGGERS, type Lab, type Receiver, startLab, startReceiver } from './support.ts';

const CONVERSATION = { processing_mode: 'CONVERSATION' };
const ADA = '46700000001';

async function listen(lab: Lab, app_id: string, target: string, extra: object = {}): Promise<string> {
  return (await lab.done('POST', '/webhooks', { app_id, target, target_type: 'HTTP', triggers: ALL_TRIGGERS, ...extra })).id;
}

async function start(receiver: Receiver, options = {}, extra: object = {}): Promise<{ lab: Lab; app: string; webhook: string }> {
  const lab = await startLab(options);
  const app = await lab.app(['RCS', 'SMS'], CONVERSATION);
  return { lab, app, webhook: await listen(lab, app, receiver.url, extra) };
}

describe('callbacks', () => {
  it('arrive in the order in which things happened', async () => {
    const receiver = await startReceiver();
    const { lab, app } = await start(receiver);
    await lab.send(app, [['RCS', ADA]]);
    lab.control.contact(ADA, 'RCS').writes('Hi');
    await lab.control.idle();
    expect(receiver.keys()).toEqual([
      'contact_create_notification',
      'conversation_start_notification',
      'message_submit_notification',
      'message_delivery_report',
      'message_delivery_report',
      'message',
    ]);
  });

  it('carry the envelope of the API and nothing that names the trigger', async () => {
    const receiver = await startReceiver();
    const { lab, app } = await start(receiver);
    await lab.send(app, [['RCS', ADA]], { correlation_id: 'c' });
    const body = JSON.parse(receiver.got.at(-1)?.body ?? '') as Record<string, unknown>;
    expect(Object.keys(body).sort()).toEqual(
      ['accepted_time', 'app_id', 'correlation_id', 'event_time', 'message_delivery_report', 'message_metadata', 'project_id'].sort(),
    );
    expect(body).toMatchObject({ app_id: app, project_id: lab.projectId, correlation_id: 'c' });
    lab.checkCallbacks();
  });

  it('are signed so that the verifier takes them', async () => {
    const receiver = await startReceiver();
    const { lab, app } = await start(receiver, {}, { secret: 'sëcret' });
    await lab.send(app, [['RCS', ADA]], { message: { text_message: { text: 'Grüße 👋' } } });
    const verifier = createWebhookVerifier({ secrets: ['sëcret'], now: () => lab.control.now() });
    const wrong = createWebhookVerifier({ secrets: ['another'], now: () => lab.control.now() });
    const triggers: string[] = [];
    for (const { body, headers } of receiver.got) {
      const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
      await expect(wrong.verify(body, plain)).rejects.toMatchObject({ reason: 'signature_mismatch' });
      triggers.push((await verifier.verify(body, plain)).trigger);
    }
    expect(triggers.slice(0, 3)).toEqual(['CONTACT_CREATE', 'CONVERSATION_START', 'MESSAGE_SUBMIT']);
    expect(receiver.got[0]?.headers['x-sinch-webhook-signature-nonce']).toMatch(/^[0-9A-Z]{26}$/);
  });

  it('are not signed without a secret', async () => {
    const receiver = await startReceiver();
    const { lab, app } = await start(receiver);
    await lab.send(app, [['RCS', ADA]]);
    expect(Object.keys(receiver.got[0]?.headers ?? {}).filter((name) => name.startsWith('x-sinch'))).toEqual([]);
  });

  it('go once to every webhook that asked for them', async () => {
    const [one, two, dismissed] = [await startReceiver(), await startReceiver(), await startReceiver()];
    const { lab, app } = await start(one, {}, { triggers: ['MESSAGE_SUBMIT'] });
    await listen(lab, app, two.url, { triggers: ['MESSAGE_SUBMIT', 'CONTACT_CREATE'] });
    await listen(lab, app, dismissed.url, { target_type: 'DISMISS' });
    await lab.send(app, [['RCS', ADA]]);
    expect(one.keys()).toEqual(['message_submit_notification']);
    expect(two.keys()).toEqual(['contact_create_notification', 'message_submit_notification']);
    expect(dismissed.got).toEqual([]);
  });

  it('stay with the app they belong to', async () => {
    const receiver = await startReceiver();
    const { lab } = await start(receiver);
    await lab.send(await lab.app(['SMS']), [['SMS', ADA]]);
    expect(receiver.got).toEqual([]);
  });

  it('keep their order for a contact behind a slow first one', async () => {
    const receiver = await startReceiver((attempt) => (attempt === 1 ? undefined : 200));
    const { lab, app } = await start(receiver, { webhooks: { timeoutMs: 100, retryDelaysMs: [] } });
    await lab.send(app, [['RCS', ADA]]);
    expect(receiver.keys()[1]).toBe('conversation_start_notification');
    expect(lab.control.callbacks()[0]).toMatchObject({ state: 'dropped', attempts: [{ error: 'no answer within 100 ms' }] });
  });
});

describe('callbacks that are not taken', () => {
  it.each([500, 503, 429])('are tried again after %d, later and later, signed anew', async (status) => {
    const receiver = await startReceiver((attempt) => (attempt <= 2 ? status : 200));
    const { lab, app } = await start(
      receiver,
      { webhooks: { retryDelaysMs: [5000, 10_000] } },
      { triggers: ['MESSAGE_SUBMIT'], secret: 's' },
    );
    await lab.send(app, [['RCS', ADA]]);
    const state = () => lab.control.callbacks().map((callback) => [callback.state, callback.attempts.length]);
    expect(state()).toEqual([['pending', 1]]);
    await lab.control.advance(4999);
    expect(state()).toEqual([['pending', 1]]);
    await lab.control.advance(1);
    expect(state()).toEqual([['pending', 2]]);
    await lab.control.advance(10_000);
    expect(state()).toEqual([['delivered', 3]]);
    const nonces = receiver.got.map(({ headers }) => headers['x-sinch-webhook-signature-nonce']);
    expect(new Set(nonces).size).toBe(3);
    expect(new Set(receiver.got.map(({ body }) => body)).size).toBe(1);
  });

  it.each([400, 404, 302])('are dropped after %d', async (status) => {
    const receiver = await startReceiver(() => status);
    const { lab, app } = await start(receiver, {}, { triggers: ['MESSAGE_SUBMIT'] });
    await lab.send(app, [['RCS', ADA]]);
    await lab.control.advance(60_000);
    expect(lab.control.callbacks()).toMatchObject([{ state: 'dropped', attempts: [{ status }] }]);
    expect(receiver.got).toHaveLength(1);
  });

  it('are dropped when the schedule is over', async () => {
    const receiver = await startReceiver(() => 500);
    const { lab, app } = await start(receiver, {}, { triggers: ['MESSAGE_SUBMIT'] });
    await lab.send(app, [['RCS', ADA]]);
    await lab.control.advance(2 * 24 * 60 * 60 * 1000);
    const [callback] = lab.control.callbacks();
    expect(callback?.state).toBe('dropped');
    expect(callback?.attempts).toHaveLength(16);
    const seconds = callback?.attempts.map(({ time }) => (Date.parse(time) - Date.parse(callback.attempts[0]?.time ?? '')) / 1000);
    expect(seconds?.slice(0, 4)).toEqual([0, 5, 15, 35]);
  });

  it('are tried again when nobody listens', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    await listen(lab, app, 'http://127.0.0.1:9/', { triggers: ['MESSAGE_SUBMIT'] });
    await lab.send(app, [['SMS', ADA]]);
    expect(lab.control.callbacks()).toMatchObject([{ state: 'pending' }]);
    expect(lab.control.callbacks()[0]?.attempts[0]?.error).toContain('ECONNREFUSED');
  });

  it.each(['https://example.com/hook', 'http://10.0.0.1/', 'http://localhost.example.com/'])('are not sent to %s', async (target) => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    await listen(lab, app, target, { triggers: ['MESSAGE_SUBMIT'] });
    await lab.send(app, [['SMS', ADA]]);
    const [callback] = lab.control.callbacks();
    expect(callback?.state).toBe('refused');
    expect(callback?.attempts[0]?.error).toContain('allowTargets');
  });
});

describe('reset', () => {
  it('ends the retries of what was under way', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let attempts = 0;
    const server = createServer(async (request, response) => {
      attempts += 1;
      request.resume();
      await held;
      response.writeHead(500).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    await listen(lab, app_id, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { triggers: ['MESSAGE_SUBMIT'] });
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: ADA }] } };
    await lab.done('POST', '/messages:send', { app_id, recipient, message: { text_message: { text: 'x' } } });
    await lab.control.waitFor({ trigger: 'MESSAGE_SUBMIT' });
    lab.control.reset();
    release();
    await lab.control.idle();
    await lab.control.advance(60_000);
    expect(attempts).toBe(1);
  });
});

describe('a callback_url of one message', () => {
  it('takes the reports from the webhooks, signed with the secret of the app', async () => {
    const [webhook, override] = [await startReceiver(), await startReceiver()];
    const { lab, app } = await start(webhook, {}, { triggers: ['MESSAGE_DELIVERY', 'MESSAGE_SUBMIT'], secret: 'of the webhook' });
    await lab.done('PATCH', `/apps/${app}`, { callback_settings: { secret_for_overridden_callback_urls: 'of the app' } });
    await lab.send(app, [['RCS', ADA]], { callback_url: override.url });
    expect(webhook.keys()).toEqual(['message_submit_notification']);
    expect(override.keys()).toEqual(['message_delivery_report', 'message_delivery_report']);
    const verifier = createWebhookVerifier({ secrets: ['of the app'], now: () => lab.control.now() });
    const [first] = override.got;
    const headers = Object.fromEntries(Object.entries(first?.headers ?? {}).map(([name, value]) => [name, String(value)]));
    await expect(verifier.verify(first?.body ?? '', headers)).resolves.toMatchObject({ trigger: 'MESSAGE_DELIVERY' });
    expect(lab.control.callbacks().at(-1)).toMatchObject({ webhook_id: null, target: override.url });
  });
});

describe('a webhook with client credentials', () => {
  async function startIssuer(status = 200): Promise<{ url: string; asked: { authorization: string | undefined; body: string }[] }> {
    const asked: { authorization: string | undefined; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        asked.push({ authorization: request.headers.authorization, body });
        response.writeHead(status).end(JSON.stringify({ access_token: `token-${asked.length}`, expires_in: 60 }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`, asked };
  }

  it.each([
    ['BASIC', { authorization: `Basic ${btoa('id:secret')}`, body: 'grant_type=client_credentials&scope=all' }],
    ['FORM', { authorization: undefined, body: 'grant_type=client_credentials&scope=all&client_id=id&client_secret=secret' }],
  ])('gets a token by %s and shows it until it ends', async (token_request_type, expected) => {
    const [issuer, receiver] = [await startIssuer(), await startReceiver()];
    const client_credentials = { client_id: 'id', client_secret: 'secret', endpoint: issuer.url, scope: 'all', token_request_type };
    const { lab, app } = await start(receiver, {}, { client_credentials });
    await lab.send(app, [['RCS', ADA]]);
    expect(issuer.asked).toEqual([expected]);
    expect(new Set(receiver.got.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer token-1']));
    await lab.control.advance(60_000);
    await lab.send(app, [['RCS', ADA]]);
    expect(receiver.got.at(-1)?.headers.authorization).toBe('Bearer token-2');
  });

  it('is not told anything without one', async () => {
    const [issuer, receiver] = [await startIssuer(401), await startReceiver()];
    const client_credentials = { client_id: 'id', client_secret: 'secret', endpoint: issuer.url };
    const { lab, app } = await start(receiver, {}, { client_credentials, triggers: ['MESSAGE_SUBMIT'] });
    await lab.send(app, [['RCS', ADA]]);
    expect(receiver.got).toEqual([]);
    expect(lab.control.callbacks()).toMatchObject([{ state: 'pending', attempts: [{ error: 'token endpoint: answered 401' }] }]);
  });

  it('asks no token endpoint on another machine', async () => {
    const receiver = await startReceiver();
    const client_credentials = { client_id: 'id', client_secret: 'secret', endpoint: 'https://example.com/token' };
    const { lab, app } = await start(receiver, {}, { client_credentials, triggers: ['MESSAGE_SUBMIT'] });
    await lab.send(app, [['RCS', ADA]]);
    expect(lab.control.callbacks()[0]?.attempts[0]?.error).toContain('not on this machine');
  });
});
