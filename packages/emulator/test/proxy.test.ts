import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ProxyReport } from '../src/index.ts';
import { type Body, type Lab, NOBODYS_ID, startLab, text } from './support.ts';

interface Real {
  lab: Lab;
  url: string;
  /** What it was asked: method, path and the key it was asked with. */
  asked: { method: string; path: string; authorization: string; userAgent: string }[];
}

/** What the fake service does otherwise than the emulator. */
type Deviate = (method: string, path: string, status: number, body: Body) => { status: number; body: unknown } | undefined;

const KEYS = { projectId: 'real-project', keyId: 'real-key', keySecret: 'real-secret' };

/** A stand-in for the service: another emulator, whose answers are changed on the way. */
async function startReal(deviate: Deviate = () => undefined): Promise<Real> {
  const lab = await startLab(KEYS);
  const asked: Real['asked'] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = 'GET', url: path = '/', headers } = incoming;
    asked.push({ method, path, authorization: headers.authorization ?? '', userAgent: headers['user-agent'] ?? '' });
    const passed = new Headers({ authorization: headers.authorization ?? '', 'content-type': headers['content-type'] ?? '' });
    const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {};
    const answer = await fetch(lab.url + path, { method, headers: passed, ...body });
    const words = (await answer.json()) as Body;
    const changed = deviate(method, path, answer.status, words) ?? { status: answer.status, body: words };
    outgoing.writeHead(changed.status, { 'content-type': 'application/json', 'x-request-id': 'r-1', 'set-cookie': 'a=b' });
    outgoing.end(typeof changed.body === 'string' ? changed.body : JSON.stringify(changed.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { lab, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function startBetween(real: Real): Promise<Lab> {
  return startLab({ proxy: { region: 'eu', ...KEYS, target: real.url } });
}

/** Without the check of answers against the spec, which the fake service breaks on purpose. */
async function callUnchecked(lab: Lab, method: string, path: string, body?: unknown): Promise<unknown> {
  const headers = { authorization: `Basic ${btoa('real-key:real-secret')}`, 'content-type': 'application/json' };
  const answer = await fetch(`${lab.url}/v1/projects/${lab.projectId}${path}`, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return answer.json().catch(() => undefined);
}

function found(report: ProxyReport, operation: string) {
  const entry = report.operations.find((one) => one.operation === operation);
  return {
    compared: entry?.compared,
    deviations: entry?.deviations.map(({ kind, path, detail }) => `${kind} ${path} ${detail}`),
    differences: entry?.differences.map(({ kind, path, real, emulated }) => `${kind} ${path} ${real ?? '-'} ${emulated ?? '-'}`),
  };
}

describe('record and compare', () => {
  it('answers what the service answers, and keeps nothing of it', async () => {
    const real = await startReal();
    const lab = await startBetween(real);
    const id = await lab.app(['SMS']);
    expect(id).toBe(((await real.lab.done('GET', '/apps')).apps as Body[])[0]?.id);
    const listed = await lab.call('GET', '/apps');
    expect(listed.body).toEqual(await real.lab.done('GET', '/apps'));
    expect([listed.headers.get('x-request-id'), listed.headers.get('set-cookie')]).toEqual(['r-1', null]);
    expect((await lab.call('GET', `/apps/${NOBODYS_ID}`)).status).toBe(404);
  });

  it('calls the service with a token of the real key, fetched once', async () => {
    const real = await startReal();
    const lab = await startBetween(real);
    await Promise.all([lab.done('GET', '/apps'), lab.done('GET', '/contacts')]);
    expect(real.asked.filter(({ path }) => path === '/oauth2/token')).toHaveLength(1);
    const calls = real.asked.filter(({ path }) => path !== '/oauth2/token');
    expect(calls.every(({ authorization }) => authorization.startsWith('Bearer '))).toBe(true);
  });

  it('fetches another token when the service has had enough of the first', async () => {
    const real = await startReal();
    const lab = await startBetween(real);
    await lab.done('GET', '/apps');
    real.lab.control.endTokens('expire');
    await lab.done('GET', '/apps');
    expect(real.asked.filter(({ path }) => path === '/oauth2/token')).toHaveLength(2);
  });

  it('lets nobody in who has not the key', async () => {
    const real = await startReal();
    const lab = await startBetween(real);
    for (const authorization of ['', 'Bearer x', `Basic ${btoa('real-key:wrong')}`]) {
      expect((await lab.call('GET', '/apps', undefined, { authorization })).status).toBe(401);
    }
    expect(real.asked).toEqual([]);
  });

  it('finds nothing where the service does as the emulator does', async () => {
    const real = await startReal();
    const lab = await startBetween(real);
    const appId = await lab.app(['SMS'], { processing_mode: 'CONVERSATION' });
    const sent = await lab.done('POST', '/messages:send', {
      app_id: appId,
      recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000001' }] } },
      message: text('Hello'),
    });
    await real.lab.control.idle();
    await lab.control.idle();
    await lab.done('GET', `/messages/${sent.message_id}`);
    await lab.done('GET', `/messages?app_id=${appId}`);
    await lab.done('PATCH', `/apps/${appId}`, { display_name: 'Other' });
    await lab.call('GET', '/contacts?page_size=1000');
    await lab.done('DELETE', `/apps/${appId}`);
    await lab.call('GET', `/apps/${appId}`);
    const report = lab.proxyReport();
    expect(report.calls).toBe(8);
    expect(report.operations.flatMap(({ deviations, differences }) => [...deviations, ...differences])).toEqual([]);
    expect(report.operations.every(({ calls, compared }) => calls === compared)).toBe(true);
  });

  it('finds fields, types and statuses that are otherwise', async () => {
    const real = await startReal((method, path, status, body) => {
      if (path.endsWith('/apps') && method === 'POST') return { status, body: { ...body, shiny: { new: true }, display_name: 7 } };
      if (path.endsWith('/contacts') && method === 'POST') return { status: 201, body };
      if (path.endsWith('/contacts') && method === 'GET') return { status: 418, body: { strange: 1 } };
      if (path.endsWith('/webhooks') && method === 'POST') return { status, body: '<html>' };
      return undefined;
    });
    const lab = await startBetween(real);
    const app = await callUnchecked(lab, 'POST', '/apps', { display_name: 'x', channel_credentials: [] });
    expect(app).toMatchObject({ shiny: { new: true } });
    await callUnchecked(lab, 'POST', '/contacts', { channel_identities: [{ channel: 'SMS', identity: '46700000001' }], language: 'EN_US' });
    await callUnchecked(lab, 'GET', '/contacts');
    const report = lab.proxyReport();
    expect(found(report, 'App_CreateApp')).toMatchObject({
      deviations: ['undocumented_field shiny object', 'violation display_name must be a string'],
      differences: expect.arrayContaining(['type display_name number string', 'only_real shiny object -']),
    });
    expect(found(report, 'Contact_CreateContact')).toMatchObject({
      deviations: ['undocumented_status  object'],
      differences: ['status  201 200'],
    });
    expect(found(report, 'Contact_ListContacts').deviations).toEqual(['undocumented_status  object']);
  });

  it('says that an answer is no JSON', async () => {
    const real = await startReal((_, path, status) => (path.endsWith('/apps') ? { status, body: '<html>' } : undefined));
    const lab = await startBetween(real);
    await callUnchecked(lab, 'GET', '/apps');
    expect(found(lab.proxyReport(), 'App_ListApps').deviations).toEqual(['not_json  must be JSON']);
  });

  it('shows no value and no key that is data', async () => {
    const real = await startReal((_, path, status, body) => {
      if (!path.includes('/conversations')) return undefined;
      return { status, body: { ...body, metadata_json: { 'customer-4711': 1 }, leaked: 'top secret' } };
    });
    const lab = await startBetween(real);
    const appId = await lab.app(['SMS'], { processing_mode: 'CONVERSATION' });
    await callUnchecked(lab, 'POST', '/conversations', { app_id: appId, contact_id: 'c-4711', metadata_json: { 'customer-4712': 'x' } });
    await callUnchecked(lab, 'GET', '/secret-4711/of-anna?name=anna');
    const report = JSON.stringify(lab.proxyReport());
    expect(report).toContain('leaked');
    for (const value of ['top secret', '4711', '4712', 'anna=', 'name=', appId, 'real-secret', '46700000001'])
      expect(report).not.toContain(value);
  });

  it('does not compare what it cannot know', async () => {
    const real = await startReal();
    const older = await real.lab.app(['SMS']);
    const lab = await startBetween(real);
    await lab.done('GET', `/apps/${older}`);
    await lab.done('GET', '/apps');
    expect(found(lab.proxyReport(), 'App_GetApp')).toEqual({ compared: 0, deviations: [], differences: [] });
    expect(found(lab.proxyReport(), 'App_ListApps')).toEqual({ compared: 1, deviations: [], differences: [] });
  });

  it('takes limits of the emulator for what they are', async () => {
    const real = await startReal();
    const lab = await startLab({ proxy: { region: 'eu', ...KEYS, target: real.url }, rateLimits: { requestsPerSecond: 1 } });
    for (let count = 0; count < 3; count += 1) await lab.done('GET', '/apps');
    expect(found(lab.proxyReport(), 'App_ListApps')).toEqual({ compared: 1, deviations: [], differences: [] });
  });

  it('passes batch and template calls to their hosts', async () => {
    const real = await startReal();
    const lab = await startBetween(real);
    await lab.done('GET', `/v2/projects/${lab.projectId}/templates`);
    await lab.call('GET', `/batch/v1/projects/${lab.projectId}/messages/nothing`);
    await lab.call('GET', `/eu/v1/projects/${lab.projectId}/apps`);
    expect(real.asked.map(({ path }) => path).slice(1)).toEqual([
      '/v2/projects/real-project/templates',
      '/batch/v1/projects/real-project/messages/nothing',
      '/v1/projects/real-project/apps',
    ]);
  });

  it('sends no callbacks of its own', async () => {
    const real = await startReal();
    const lab = await startBetween(real);
    const appId = await lab.app(['SMS']);
    await lab.done('POST', '/webhooks', {
      app_id: appId,
      target: `${real.url}/callbacks`,
      target_type: 'HTTP',
      triggers: ['MESSAGE_SUBMIT'],
    });
    await lab.done('POST', '/messages:send', {
      app_id: appId,
      recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000001' }] } },
      message: text('Hello'),
    });
    await lab.control.idle();
    expect(lab.control.callbacks()).toEqual([]);
    expect(lab.control.events().length).toBeGreaterThan(0);
  });

  it('says that the service cannot be reached', async () => {
    const lab = await startLab({ proxy: { region: 'us', ...KEYS, target: 'http://127.0.0.1:9' } });
    const answer = await lab.call('GET', '/apps');
    expect([answer.status, answer.headers.get('x-convapi-emulator')]).toEqual([502, 'service-unreachable']);
  });

  it('says that the key is wrong', async () => {
    const real = await startReal();
    const lab = await startLab({ proxy: { region: 'us', ...KEYS, keySecret: 'old', target: real.url } });
    expect(JSON.stringify((await lab.call('GET', '/apps')).body)).toContain('Check key id and key secret');
  });

  it('is read over HTTP, and only where calls are passed on', async () => {
    const real = await startReal();
    const lab = await startBetween(real);
    await lab.done('GET', '/apps');
    expect((await lab.call('GET', '/_emulator/proxy/report')).body).toEqual(lab.proxyReport());
    const other = await startLab();
    expect((await other.call('GET', '/_emulator/proxy/report')).status).toBe(404);
    expect(() => other.proxyReport()).toThrow('option proxy');
  });

  it.each([
    [{ region: 'us', projectId: '', keyId: 'x', keySecret: 'x' } as const, 'proxy.projectId'],
    [{ region: 'us', ...KEYS, target: 'ftp://x' } as const, 'proxy.target'],
  ])('refuses the option %j', async (proxy, message) => {
    await expect(startLab({ proxy })).rejects.toThrow(message);
  });
});
