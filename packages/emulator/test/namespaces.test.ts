import { describe, expect, it } from 'vitest';
import type { EmulatedProject } from '../src/index.ts';
import { type Answer, type Body, credential, startLab, startReceiver } from './support.ts';

type Keys = Pick<EmulatedProject, 'url' | 'projectId' | 'keyId' | 'keySecret'>;

async function call(keys: Keys, method: string, path: string, body?: unknown, authorization?: string): Promise<Answer> {
  const response = await fetch(`${keys.url}/v1/projects/${keys.projectId}${path}`, {
    method,
    headers: {
      authorization: authorization ?? `Basic ${btoa(`${keys.keyId}:${keys.keySecret}`)}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

function createApp(keys: Keys): Promise<Answer> {
  return call(keys, 'POST', '/apps', { display_name: 'Test', processing_mode: 'CONVERSATION', channel_credentials: [credential('SMS')] });
}

function getToken({ url, keyId, keySecret }: Keys, inForm = false): Promise<Response> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...(inForm ? { client_id: keyId, client_secret: keySecret } : {}) });
  const headers = inForm ? {} : { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}` };
  return fetch(`${url}/oauth2/token`, { method: 'POST', headers, body: form });
}

describe('a namespace', () => {
  it('knows nothing of the others', async () => {
    const lab = await startLab();
    const [one, two] = [await lab.namespace('one'), await lab.namespace('two')];
    const id = (await createApp(one)).body.id;
    one.control.contact('46700000001', 'SMS').writes('Hi');
    await one.control.idle();
    expect((await call(one, 'GET', '/apps')).body.apps).toHaveLength(1);
    expect((await call(two, 'GET', '/apps')).body.apps).toEqual([]);
    expect((await call(two, 'GET', `/apps/${id}`)).status).toBe(404);
    expect((await lab.done('GET', '/apps')).apps).toEqual([]);
    expect(one.control.events().length).toBeGreaterThan(0);
    expect([two.control.events(), lab.control.events()]).toEqual([[], []]);
  });

  it('has a project and a key of its own, the same ones each time', async () => {
    const [lab, again] = [await startLab(), await startLab()];
    const [one, same, two] = [await lab.namespace('one'), await again.namespace('one'), await lab.namespace('two')];
    expect([one.projectId, one.keyId, one.keySecret]).toEqual([same.projectId, same.keyId, same.keySecret]);
    expect(new Set([lab, one, two].flatMap(({ projectId, keyId, keySecret }) => [projectId, keyId, keySecret])).size).toBe(9);
    expect(one.projectId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('keeps its keys to itself', async () => {
    const lab = await startLab();
    const [one, two] = [await lab.namespace('one'), await lab.namespace('two')];
    for (const [project, key] of [[one, two] as const, [lab, one] as const, [one, lab] as const]) {
      const mixed = { ...key, projectId: project.projectId };
      expect((await call(mixed, 'GET', '/apps')).status).toBe(403);
      expect((await call({ ...project, keySecret: key.keySecret }, 'GET', '/apps')).status).toBe(401);
    }
  });

  it.each([false, true])('gives tokens that count there and nowhere else, key in the form: %s', async (inForm) => {
    const lab = await startLab();
    const [one, two] = [await lab.namespace('one'), await lab.namespace('two')];
    const { access_token: token } = (await (await getToken(one, inForm)).json()) as { access_token: string };
    expect((await call(one, 'GET', '/apps', undefined, `Bearer ${token}`)).status).toBe(200);
    expect((await call(two, 'GET', '/apps', undefined, `Bearer ${token}`)).status).toBe(403);
    const forged = `${token.split('.').slice(0, 2).join('.')}.AAAA`;
    expect((await call(one, 'GET', '/apps', undefined, `Bearer ${forged}`)).status).toBe(401);
    expect((await call(one, 'GET', '/apps', undefined, 'Bearer a.b.c')).status).toBe(401);
  });

  it('has limits, faults and a clock of its own', async () => {
    const lab = await startLab();
    const [one, two] = [await lab.namespace('one', { rateLimits: { requestsPerSecond: 2 } }), await lab.namespace('two')];
    two.control.fault({ effect: { status: 503 }, times: 1 });
    const statuses = async (keys: Keys) => {
      const found: number[] = [];
      for (let count = 0; count < 3; count += 1) found.push((await call(keys, 'GET', '/apps')).status);
      return found;
    };
    expect(await statuses(one)).toEqual([200, 200, 429]);
    expect(await statuses(two)).toEqual([503, 200, 200]);
    const before = lab.control.now();
    await one.control.advance(60_000);
    expect(lab.control.now()).toBe(before);
    expect(one.control.now()).toBeGreaterThanOrEqual(two.control.now() + 60_000);
  });

  it('sends its callbacks with its own project id', async () => {
    const lab = await startLab();
    const one = await lab.namespace('one');
    const receiver = await startReceiver();
    const app = await createApp(one);
    await call(one, 'POST', '/webhooks', { app_id: app.body.id, target: receiver.url, target_type: 'HTTP', triggers: ['MESSAGE_INBOUND'] });
    one.control.contact('46700000001', 'SMS').writes('Hi');
    await one.control.idle();
    expect(receiver.got.map(({ body }) => JSON.parse(body).project_id)).toEqual([one.projectId]);
  });

  it('is the same for the same name, until it is closed', async () => {
    const lab = await startLab();
    const one = await lab.namespace('one');
    await createApp(one);
    expect((await call(await lab.namespace('one'), 'GET', '/apps')).body.apps).toHaveLength(1);
    await expect(lab.namespace('one', { strictChannels: true })).rejects.toThrow('exists already');
    await one.close();
    expect((await call(one, 'GET', '/apps')).status).toBe(401);
    expect((await getToken(one)).status).toBe(401);
    expect((await call(await lab.namespace('one'), 'GET', '/apps')).body.apps).toEqual([]);
    await one.close();
  });

  it('is made once when it is asked for twice at a time', async () => {
    const lab = await startLab();
    const [one, same] = await Promise.all([lab.namespace('one'), lab.namespace('one')]);
    expect(one.control).toBe(same.control);
  });

  it.each(['', '.', '..', 'a/b', 'a b', '../x', 'x'.repeat(101), 'ä'])('cannot be called %j', async (name) => {
    const lab = await startLab();
    await expect(lab.namespace(name)).rejects.toMatchObject({ name: 'EmulatorError' });
  });

  it('is free for another try when its options were wrong', async () => {
    const lab = await startLab();
    await expect(lab.namespace('one', { channelDelayMs: -1 })).rejects.toThrow('channelDelayMs');
    await expect(lab.namespace('one')).resolves.toMatchObject({ name: 'one' });
  });
});

describe('/_emulator/namespaces', () => {
  it('opens, lists, controls and closes', async () => {
    const lab = await startLab();
    const opened = await lab.call('POST', '/_emulator/namespaces', { name: 'one' });
    const { project_id: projectId, key_id: keyId, key_secret: keySecret, control } = opened.body as unknown as Record<string, string>;
    const keys = { url: lab.url, projectId, keyId, keySecret } as Keys;
    await createApp(keys);
    expect((await lab.call('GET', '/_emulator/namespaces')).body.namespaces).toEqual([opened.body]);
    const path = new URL(control ?? '').pathname;
    await lab.call('POST', `${path}/inbound`, { channel: 'SMS', identity: '46700000001', text: 'Hi' });
    await lab.call('POST', `${path}/idle`, {});
    expect((await lab.call('GET', `${path}/messages`)).body.messages).toHaveLength(1);
    expect((await lab.call('GET', '/_emulator/messages')).body.messages).toEqual([]);
    expect((await lab.call('GET', path)).body.project_id).toBe(projectId);
    expect((await lab.call('POST', `${path}/faults`, { effect: { status: 503 } })).status).toBe(200);
    expect((await call(keys, 'GET', '/apps')).status).toBe(503);
    expect((await lab.call('DELETE', path)).status).toBe(200);
    expect((await lab.call('DELETE', path)).status).toBe(400);
    expect((await lab.call('GET', `${path}/messages`)).status).toBe(400);
    expect((await lab.call('GET', '/_emulator/namespaces')).body.namespaces).toEqual([]);
  });

  it.each([{}, { name: 'a/b' }, { name: 'one', key_id: 'mine' }, { name: 1 }])('refuses %j', async (body) => {
    const lab = await startLab();
    expect((await lab.call('POST', '/_emulator/namespaces', body)).status).toBe(400);
  });
});
