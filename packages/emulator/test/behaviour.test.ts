import { describe, expect, it } from 'vitest';
import { credential, type Lab, startLab, startReceiver, text } from './support.ts';

const CONVERSATION = { processing_mode: 'CONVERSATION' };
const NUMBER = '46700000000';

function contactBody(identity: string): object {
  return { channel_identities: [{ channel: 'SMS', identity }], language: 'EN_US' };
}

async function firstConversation(lab: Lab, app: string): Promise<{ id: string; contact_id: string }> {
  const { conversations } = await lab.done('GET', `/conversations?app_id=${app}`);
  const [first = { id: '', contact_id: '' }] = conversations as { id: string; contact_id: string }[];
  return first;
}

describe('the order of the credentials of an app', () => {
  it('is its priority, and a PATCH with another order changes it', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS', 'SMS'], CONVERSATION);
    const identities = ['MMS', 'SMS', 'RCS'].map((channel) => ({ channel, identity: NUMBER }));
    const firstChannel = async () => {
      const { id } = await lab.done('POST', '/contacts', { channel_identities: identities, channel_priority: ['MMS'], language: 'EN_US' });
      await lab.done('PATCH', `/contacts/${id}?update_mask=channel_priority`, { channel_priority: ['MMS'] });
      const { message_id: sent } = await lab.done('POST', '/messages:send', {
        app_id: app,
        recipient: { contact_id: id },
        message: text('Hi'),
      });
      await lab.control.idle();
      await lab.done('DELETE', `/contacts/${id}`);
      return lab.reports(sent)[0];
    };
    const before = await firstChannel();
    await lab.done('PATCH', `/apps/${app}`, { channel_credentials: ['SMS', 'RCS'].map(credential) });
    const { channel_credentials: shown } = await lab.done('GET', `/apps/${app}`);
    expect((shown as { channel: string }[]).map(({ channel }) => channel)).toEqual(['SMS', 'RCS']);
    // A contact that was given no priority has none.
    expect([before, await firstChannel()]).toEqual(['QUEUED_ON_CHANNEL RCS', 'QUEUED_ON_CHANNEL SMS']);
  });
});

describe('a conversation', () => {
  it('ends by a PATCH as by :stop, and only once', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS'], CONVERSATION);
    await lab.send(app, [['SMS', NUMBER]]);
    const { id } = await firstConversation(lab, app);
    await lab.done('PATCH', `/conversations/${id}`, { active: false });
    await lab.done('POST', `/conversations/${id}:stop`);
    await lab.control.idle();
    expect(lab.control.events().filter(({ trigger }) => trigger === 'CONVERSATION_STOP')).toHaveLength(1);
  });

  it('goes on after a stop only as long as there is no other', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS'], CONVERSATION);
    await lab.send(app, [['SMS', NUMBER]]);
    const { id } = await firstConversation(lab, app);
    await lab.done('POST', `/conversations/${id}:stop`);
    expect(await lab.done('PATCH', `/conversations/${id}`, { active: true })).toMatchObject({ active: true });
    await lab.done('POST', `/conversations/${id}:stop`);
    await lab.send(app, [['SMS', NUMBER]]);
    expect((await lab.call('PATCH', `/conversations/${id}`, { active: true })).status).toBe(400);
    const { conversations } = await lab.done('GET', `/conversations?app_id=${app}&only_active=true`);
    expect(conversations).toHaveLength(1);
  });

  it('stays when all its messages are deleted', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS'], CONVERSATION);
    await lab.done('DELETE', `/messages/${await lab.send(app, [['SMS', NUMBER]])}`);
    const { id } = await firstConversation(lab, app);
    expect((await lab.done('GET', `/messages?conversation_id=${id}`)).messages).toEqual([]);
    expect((await lab.call('GET', `/conversations/${id}`)).status).toBe(200);
  });

  it('is in the list of recent ones only for who says how many', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS'], CONVERSATION);
    await lab.send(app, [['SMS', NUMBER]]);
    expect(await lab.done('GET', `/conversations:recent?app_id=${app}`)).toMatchObject({ conversations: [], next_page_token: '' });
    expect((await lab.done('GET', `/conversations:recent?app_id=${app}&page_size=1`)).conversations).toHaveLength(1);
  });

  it('is listed when it is active, when it is not, or either way', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS'], CONVERSATION);
    await lab.send(app, [['SMS', NUMBER]]);
    const { id } = await firstConversation(lab, app);
    await lab.done('POST', `/conversations/${id}:stop`);
    await lab.send(app, [['SMS', NUMBER]]);
    const list = async (query: string) =>
      ((await lab.done('GET', `/conversations?app_id=${app}${query}`)).conversations as { active: boolean }[]).map(({ active }) => active);
    expect(await list('')).toEqual([true, false]);
    expect(await list('&only_active=true')).toEqual([true]);
    expect(await list('&only_active=false')).toEqual([false]);
  });
});

describe('pages', () => {
  /** Walks a list page by page while something new is added after each, and gives what it saw. */
  async function walk(lab: Lab, path: string, key: string, idOf: (item: never) => string, add: () => Promise<unknown>): Promise<string[]> {
    const seen: string[] = [];
    let token = '';
    do {
      const page = await lab.done('GET', `${path}${path.includes('?') ? '&' : '?'}page_size=2&page_token=${encodeURIComponent(token)}`);
      seen.push(...(page[key] as never[]).map(idOf));
      token = String(page.next_page_token);
      if (seen.length < 8) await add();
    } while (token !== '');
    return seen;
  }

  it.each([
    ['conversations', 'descending'],
    ['recent conversations', 'descending'],
    ['messages', 'descending'],
    ['events', 'descending'],
    ['contacts', 'ascending'],
    ['identity conflicts', 'ascending'],
    ['opt-outs', 'ascending'],
  ])('of %s neither repeat nor hide what was there, whatever is added meanwhile', async (kind) => {
    const lab = await startLab();
    const app = await lab.app(['SMS'], CONVERSATION);
    let next = 46_700_000_000;
    const number = () => {
      next += 1;
      return String(next);
    };
    const consent = (identity: string) =>
      lab.done('POST', `/batch/v1/projects/${lab.projectId}/consents`, {
        app_id: app,
        list_type: 'OPT_OUT_ALL',
        identities: [{ identity }],
      });
    const add = async () => {
      await lab.control.advance(1);
      const identity = number();
      await lab.send(app, [['SMS', identity]]);
      lab.control.contact(NUMBER, 'SMS').types();
      if (kind === 'identity conflicts') await lab.done('POST', '/contacts', contactBody(identity));
      if (kind === 'opt-outs') await consent(identity);
      await lab.control.idle();
    };
    for (let count = 0; count < 5; count += 1) await add();
    const { contacts } = await lab.done('GET', `/contacts?channel=SMS&identity=${NUMBER}`);
    const typist = (contacts as { id: string }[])[0]?.id ?? '';
    const lists: Record<string, [path: string, key: string, idOf: (item: never) => string]> = {
      conversations: [`/conversations?app_id=${app}`, 'conversations', (one: { id: string }) => one.id],
      'recent conversations': [
        `/conversations:recent?app_id=${app}`,
        'conversations',
        (one: { conversation: { id: string } }) => one.conversation.id,
      ],
      messages: [`/messages?app_id=${app}`, 'messages', (one: { id: string }) => one.id],
      events: [`/events?contact_id=${typist}`, 'events', (one: { id: string }) => one.id],
      contacts: ['/contacts', 'contacts', (one: { id: string }) => one.id],
      'identity conflicts': ['/contacts:identityConflicts', 'conflicts', (one: { identity: string }) => one.identity],
      'opt-outs': [`/apps/${app}/consents/OPT_OUT_ALL`, 'identities', (one: { identity: string }) => one.identity],
    };
    const [path, key, idOf] = lists[kind] ?? ['', '', () => ''];
    const before = await walk(lab, path, key, idOf, async () => undefined);
    const during = await walk(lab, path, key, idOf, add);
    expect(new Set(during).size).toBe(during.length);
    expect(during.filter((id) => before.includes(id))).toEqual(before);
  });

  it('refuse a token that no list gave', async () => {
    const lab = await startLab();
    expect((await lab.call('GET', '/contacts?page_token=made-up')).status).toBe(400);
  });
});

describe('a list of last messages', () => {
  it('asks for addresses or contacts, not for both, and for contacts not in DISPATCH', async () => {
    const lab = await startLab();
    const ask = async (body: object) => (await lab.call('POST', '/messages:fetch-last-message', body)).status;
    expect(await ask({ channel_identities: [NUMBER], contact_ids: ['x'], messages_source: 'CONVERSATION_SOURCE' })).toBe(400);
    expect(await ask({ contact_ids: ['x'], messages_source: 'DISPATCH_SOURCE' })).toBe(400);
    expect(await ask({ contact_ids: ['x'] })).toBe(200);
    expect(await ask({ page_size: 1001, messages_source: 'CONVERSATION_SOURCE' })).toBe(400);
  });
});

describe('a webhook', () => {
  it.each([
    ['a target of more than 742 characters', { target: `http://127.0.0.1/${'x'.repeat(742)}` }],
    ['a trigger that is none', { triggers: ['UNSPECIFIED_TRIGGER'] }],
    ['credentials without an endpoint', { client_credentials: { client_id: 'a', client_secret: 'b' } }],
  ])('cannot have %s', async (_, wrong) => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    const webhook = { app_id: app, target: 'http://127.0.0.1:1/', target_type: 'HTTP', triggers: ['MESSAGE_INBOUND'], ...wrong };
    expect((await lab.call('POST', '/webhooks', webhook)).status).toBe(400);
  });

  it('is told nothing once it is deleted, and other things once it is changed', async () => {
    const lab = await startLab();
    const receiver = await startReceiver();
    const app = await lab.app(['SMS']);
    const { id } = await lab.done('POST', '/webhooks', {
      app_id: app,
      target: receiver.url,
      target_type: 'HTTP',
      triggers: ['MESSAGE_SUBMIT'],
    });
    await lab.send(app, [['SMS', NUMBER]]);
    await lab.done('PATCH', `/webhooks/${id}?update_mask=triggers`, {
      app_id: app,
      target: receiver.url,
      target_type: 'HTTP',
      triggers: ['MESSAGE_INBOUND'],
    });
    await lab.send(app, [['SMS', NUMBER]]);
    lab.control.contact(NUMBER, 'SMS').writes('Hello');
    await lab.control.idle();
    await lab.done('DELETE', `/webhooks/${id}`);
    lab.control.contact(NUMBER, 'SMS').writes('Hello');
    await lab.control.idle();
    expect(receiver.keys()).toEqual(['message_submit_notification', 'message']);
  });
});
