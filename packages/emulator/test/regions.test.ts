import { request } from 'node:http';
import { REGIONS } from '@convapi/core';
import { describe, expect, it } from 'vitest';
import { type Answer, credential, type Lab, startLab, text } from './support.ts';

const APP = { display_name: 'Test', channel_credentials: [credential('SMS')], processing_mode: 'CONVERSATION' };
const TEMPLATE = {
  id: 'greeting',
  description: '',
  default_translation: 'en',
  translations: [{ language_code: 'en', variables: [], text_message: { text: 'Hello' } }],
};

/** Calls the API in one region. */
function inRegion(lab: Lab, region: string, version = 'v1') {
  const base = `/${region}/${version}/projects/${lab.projectId}`;
  return {
    call: (method: string, path: string, body?: unknown): Promise<Answer> => lab.call(method, base + path, body),
    done: (method: string, path: string, body?: unknown) => lab.done(method, base + path, body),
  };
}

function sms(appId: string, identity: string, message: object = text('Hello')): object {
  return { app_id: appId, message, recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity }] } } };
}

function numbered(number: string): object {
  return { channel_identities: [{ channel: 'SMS', identity: number }], language: 'EN_US' };
}

/** A call with a host name of its own choice, which fetch does not allow. */
function callAs(host: string, lab: Lab, path: string): Promise<{ status: number; body: string }> {
  const headers = { host, authorization: `Basic ${btoa(`${lab.keyId}:${lab.keySecret}`)}` };
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, lab.url), { headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject).end();
  });
}

describe('an app', () => {
  it.each(REGIONS)('made in %s lives there and is a 404 in the others', async (home) => {
    const lab = await startLab();
    const { id } = await inRegion(lab, home).done('POST', '/apps', APP);
    for (const region of REGIONS) {
      const { call, done } = inRegion(lab, region);
      const isHome = region === home;
      expect((await call('GET', `/apps/${id}`)).status).toBe(isHome ? 200 : 404);
      expect((await call('POST', '/messages:send', sms(id, '46700000000'))).status).toBe(isHome ? 200 : 404);
      expect((await done('GET', '/apps')).apps).toHaveLength(isHome ? 1 : 0);
    }
  });

  it('lives in the region of the option when the path names none', async () => {
    const lab = await startLab({ region: 'eu' });
    const { id } = await lab.done('POST', '/apps', APP);
    expect((await inRegion(lab, 'eu').call('GET', `/apps/${id}`)).status).toBe(200);
    expect((await inRegion(lab, 'us').call('GET', `/apps/${id}`)).status).toBe(404);
  });

  it('keeps its webhooks, conversations, messages, events and consents in its region', async () => {
    const lab = await startLab();
    const eu = inRegion(lab, 'eu');
    const us = inRegion(lab, 'us');
    const app = await eu.done('POST', '/apps', APP);
    const webhook = await eu.done('POST', '/webhooks', { app_id: app.id, target: 'http://127.0.0.1:1/', triggers: ['MESSAGE_INBOUND'] });
    const { message_id: message } = await eu.done('POST', '/messages:send', sms(app.id, '46700000000'));
    await lab.control.idle();
    lab.control.contact('46700000000', 'SMS').types();
    const { conversations } = await eu.done('GET', `/conversations?app_id=${app.id}`);
    const [{ id: conversation, contact_id: contact } = { id: '', contact_id: '' }] = conversations as { id: string; contact_id: string }[];
    const { events } = await eu.done('GET', `/events?conversation_id=${conversation}`);
    const [{ id: event } = { id: '' }] = events as { id: string }[];
    const paths = [
      `/webhooks/${webhook.id}`,
      `/messages/${message}`,
      `/conversations/${conversation}`,
      `/contacts/${contact}`,
      `/events/${event}`,
      `/apps/${app.id}/consents/OPT_OUT_ALL`,
      `/apps/${app.id}/webhooks`,
      `/conversations:recent?app_id=${app.id}`,
    ];
    for (const path of paths) {
      expect([path, (await eu.call('GET', path)).status]).toEqual([path, 200]);
      expect([path, (await us.call('GET', path)).status]).toEqual([path, 404]);
    }
    expect((await us.done('GET', '/messages')).messages).toEqual([]);
    expect((await us.done('GET', `/conversations?contact_id=${contact}`)).conversations).toEqual([]);
    expect((await us.done('GET', `/events?contact_id=${contact}`)).events).toEqual([]);
    expect((await us.done('POST', '/messages:fetch-last-message', { messages_source: 'CONVERSATION_SOURCE' })).messages).toEqual([]);
    expect((await eu.done('GET', '/messages')).messages).toHaveLength(1);
  });
});

describe('a contact', () => {
  it('is another one in each region, whatever its number', async () => {
    const lab = await startLab();
    const ids = new Set<string>();
    for (const region of REGIONS) {
      const { done } = inRegion(lab, region);
      const app = await done('POST', '/apps', APP);
      await done('POST', '/messages:send', sms(app.id, '46700000000'));
      await lab.control.idle();
      const { contacts } = await done('GET', '/contacts?channel=SMS&identity=46700000000');
      expect(contacts).toHaveLength(1);
      ids.add((contacts as { id: string }[])[0]?.id ?? '');
      expect((await done('GET', '/contacts:identityConflicts')).conflicts).toEqual([]);
    }
    expect(ids.size).toBe(3);
  });

  it('is told of to the apps of its region only', async () => {
    const lab = await startLab();
    const us = await inRegion(lab, 'us').done('POST', '/apps', APP);
    const br = await inRegion(lab, 'br').done('POST', '/apps', APP);
    await inRegion(lab, 'br').done('POST', '/contacts', numbered('46700000000'));
    await lab.control.idle();
    const told = lab.control.events().map((event) => event.app_id);
    expect(told).toEqual([br.id]);
    expect(told).not.toContain(us.id);
  });

  it('cannot be reached or merged from another region', async () => {
    const lab = await startLab();
    const app = await inRegion(lab, 'us').done('POST', '/apps', APP);
    const here = await inRegion(lab, 'us').done('POST', '/contacts', numbered('46700000001'));
    const there = await inRegion(lab, 'eu').done('POST', '/contacts', numbered('46700000002'));
    expect((await inRegion(lab, 'us').call('POST', `/contacts/${here.id}:merge`, { source_id: there.id })).status).toBe(404);
    const sent = { app_id: app.id, recipient: { contact_id: there.id }, message: text('Hello') };
    const { message_id: message } = await inRegion(lab, 'us').done('POST', '/messages:send', sent);
    await lab.control.idle();
    expect(lab.reports(message)).toEqual(['FAILED CHANNEL_UNSPECIFIED CONTACT_NOT_FOUND']);
  });
});

describe('templates, settings and batches', () => {
  it('belong to a region, so that an id can be taken in each', async () => {
    const lab = await startLab();
    for (const region of REGIONS) {
      const { call, done } = inRegion(lab, region, 'v2');
      expect((await call('GET', '/templates/greeting')).status).toBe(404);
      await done('POST', '/templates', TEMPLATE);
      expect((await done('GET', '/templates')).templates).toHaveLength(1);
    }
  });

  it('of one region serve the messages of that region only', async () => {
    const lab = await startLab();
    await inRegion(lab, 'eu', 'v2').done('POST', '/templates', TEMPLATE);
    const message = { template_message: { omni_template: { template_id: 'greeting', version: '1', parameters: {} } } };
    const outcome: Record<string, string | undefined> = {};
    for (const region of ['eu', 'us']) {
      const { done } = inRegion(lab, region);
      const app = await done('POST', '/apps', APP);
      const { message_id: id } = await done('POST', '/messages:send', sms(app.id, '46700000000', message));
      await lab.control.idle();
      outcome[region] = lab.reports(id).at(-1);
    }
    expect(outcome).toEqual({ eu: 'DELIVERED SMS', us: 'FAILED SMS TEMPLATE_NOT_FOUND' });
  });

  it('of a project differ from region to region', async () => {
    const lab = await startLab();
    await inRegion(lab, 'br').done('POST', '/settings', { contact_settings: { unified_contact_id_enabled: true } });
    expect((await inRegion(lab, 'br').call('GET', '/settings')).status).toBe(200);
    expect((await inRegion(lab, 'us').call('GET', '/settings')).status).toBe(404);
  });

  it('have the batch host of the region below its prefix', async () => {
    const lab = await startLab();
    const app = await inRegion(lab, 'eu').done('POST', '/apps', APP);
    const batch = (region: string, path: string) => `/${region}/batch/v1/projects/${lab.projectId}${path}`;
    const recipients = [{ recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000000' }] } } }];
    const body = { app_id: app.id, message: text('Hello'), recipient_and_params: recipients };
    expect((await lab.call('POST', batch('us', '/messages'), body)).status).toBe(404);
    const { batch_id: id } = await lab.done('POST', batch('eu', '/messages'), body);
    expect((await lab.call('GET', batch('eu', `/messages/${id}`))).status).toBe(200);
    expect((await lab.call('GET', batch('us', `/messages/${id}`))).status).toBe(404);
    expect((await lab.done('GET', batch('us', '/messages'))).batches).toEqual([]);
  });
});

describe('a host name of the vendor', () => {
  const hosts = ['eu.conversation.api.sinch.com', 'eu.template.api.sinch.com', 'eu.conversationbatch.api.sinch.com'];

  it('means its region, once it is allowed', async () => {
    const lab = await startLab({ allowHosts: hosts });
    const { id } = await inRegion(lab, 'eu').done('POST', '/apps', APP);
    const app = await callAs('eu.conversation.api.sinch.com', lab, `/v1/projects/${lab.projectId}/apps/${id}`);
    expect(app.status).toBe(200);
    expect((await callAs('eu.template.api.sinch.com', lab, `/v2/projects/${lab.projectId}/templates`)).status).toBe(200);
    const batches = await callAs('eu.conversationbatch.api.sinch.com', lab, `/v1/projects/${lab.projectId}/messages`);
    expect(JSON.parse(batches.body)).toEqual({ batches: [] });
    expect((await lab.call('GET', `/apps/${id}`)).status).toBe(404);
  });

  it('is refused otherwise', async () => {
    const lab = await startLab();
    expect((await callAs(hosts[0] ?? '', lab, `/v1/projects/${lab.projectId}/apps`)).status).toBe(403);
  });
});

it('says where each region is', async () => {
  const lab = await startLab();
  const { body } = await lab.call('GET', '/_emulator');
  expect(body.regions).toEqual({ us: `${lab.url}/us`, eu: `${lab.url}/eu`, br: `${lab.url}/br` });
});

it('takes one access key in every region, and none in a region that does not exist', async () => {
  const lab = await startLab();
  const answer = await fetch(lab.tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${lab.keyId}:${lab.keySecret}`)}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const status = async (region: string) =>
    (await fetch(`${lab.url}/${region}/v1/projects/${lab.projectId}/apps`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect([await status('us'), await status('eu'), await status('br'), await status('cn')]).toEqual([200, 200, 200, 404]);
});
