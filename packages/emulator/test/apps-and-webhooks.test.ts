import { describe, expect, it } from 'vitest';
import { type Body, credential, NOBODYS_ID, startLab, wrongFields } from './support.ts';

describe('apps', () => {
  it('starts in DISPATCH mode and stores nothing, as apps of today do', async () => {
    const lab = await startLab();
    const app = await lab.done('POST', '/apps', { display_name: 'Shop', channel_credentials: [credential('SMS')] });
    expect(app).toMatchObject({
      display_name: 'Shop',
      processing_mode: 'DISPATCH',
      retention_policy: { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 180 },
      dispatch_retention_policy: { ttl_days: 0 },
      channel_credentials: [
        { channel: 'SMS', callback_secret: '', channel_known_id: '', static_bearer: { claimed_identity: 'sms-sender', token: 'token' } },
      ],
    });
    expect(app.id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it('gives back what was created', async () => {
    const lab = await startLab();
    const id = await lab.app(['SMS']);
    expect(await lab.done('GET', `/apps/${id}`)).toMatchObject({ id });
    expect((await lab.done('GET', '/apps')).apps).toHaveLength(1);
  });

  it('shows channels as PENDING in the answer that sets them up, and as ACTIVE from then on', async () => {
    const lab = await startLab();
    const states = (app: Body) =>
      (app.channel_credentials as { channel: string; state: object }[]).map(({ channel, state }) => [channel, state]);
    const pending = { status: 'PENDING', description: '' };
    const active = { status: 'ACTIVE', description: '' };
    const made = await lab.done('POST', '/apps', { display_name: 'Shop', channel_credentials: [credential('SMS')] });
    expect(states(made)).toEqual([['SMS', pending]]);
    expect(states(await lab.done('GET', `/apps/${made.id}`))).toEqual([['SMS', active]]);
    const added = await lab.done('PATCH', `/apps/${made.id}`, { channel_credentials: [credential('SMS'), credential('RCS')] });
    expect(states(added)).toEqual([
      ['SMS', active],
      ['RCS', pending],
    ]);
    const renamed = await lab.done('PATCH', `/apps/${made.id}`, { display_name: 'Shop 2' });
    expect(states(renamed)).toEqual([
      ['SMS', active],
      ['RCS', active],
    ]);
  });

  it('replaces the whole list of credentials on PATCH', async () => {
    const lab = await startLab();
    const id = await lab.app(['SMS', 'RCS']);
    const updated = await lab.done('PATCH', `/apps/${id}`, { channel_credentials: [credential('WHATSAPP')] });
    expect(updated.channel_credentials).toMatchObject([{ channel: 'WHATSAPP' }]);
    expect(updated.display_name).toBe('Test');
  });

  it('changes only the fields of the mask, and clears those that the body lacks', async () => {
    const lab = await startLab();
    const id = await lab.app(['SMS'], { retention_policy: { retention_type: 'PERSIST_RETENTION_POLICY' } });
    const path = `/apps/${id}?update_mask=retention_policy`;
    const updated = await lab.done('PATCH', path, { display_name: 'Ignored' });
    expect(updated).toMatchObject({ display_name: 'Test', retention_policy: { retention_type: 'MESSAGE_EXPIRE_POLICY' } });
    const masked = await lab.done('PATCH', `/apps/${id}?update_mask.paths=display_name`, {
      display_name: 'New',
      processing_mode: 'CONVERSATION',
    });
    expect(masked).toMatchObject({ display_name: 'New', processing_mode: 'DISPATCH' });
  });

  it.each(['faxes', 'id', '__proto__'])('refuses the mask %s', async (mask) => {
    const lab = await startLab();
    const answer = await lab.call('PATCH', `/apps/${await lab.app(['SMS'])}?update_mask=${mask}`, {});
    expect([answer.status, wrongFields(answer)]).toEqual([400, ['update_mask']]);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'the channel %s, a name that every object has, is refused as unknown',
    async (channel) => {
      const lab = await startLab();
      const credentials = [{ channel, kakaotalk_credentials: { kakaotalk_plus_friend_id: 'id', kakaotalk_sender_key: 'key' } }];
      const answer = await lab.call('PATCH', `/apps/${await lab.app(['SMS'])}`, { channel_credentials: credentials });
      expect([answer.status, wrongFields(answer)]).toEqual([400, ['channel_credentials[0].channel']]);
    },
  );

  it('takes a body that was read before, with its read-only fields', async () => {
    const lab = await startLab();
    const id = await lab.app(['SMS']);
    const read = await lab.done('GET', `/apps/${id}`);
    const { delivery_report_based_fallback: _none, ...body } = read;
    expect(await lab.done('PATCH', `/apps/${id}`, body)).toEqual(read);
  });

  it('refuses a channel twice', async () => {
    const lab = await startLab();
    const answer = await lab.call('POST', '/apps', { display_name: 'x', channel_credentials: [credential('SMS'), credential('SMS')] });
    expect(wrongFields(answer)).toEqual(['channel_credentials[1].channel']);
  });

  it('takes its webhooks, conversations and messages along when deleted, but no contacts', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS'], { processing_mode: 'CONVERSATION' });
    const webhook = await lab.done('POST', '/webhooks', { app_id, target: 'http://127.0.0.1:1/', triggers: [] });
    const message = await lab.send(app_id, [['SMS', '46700000000']]);
    expect(await lab.done('DELETE', `/apps/${app_id}`)).toEqual({});
    for (const path of [`/apps/${app_id}`, `/webhooks/${webhook.id}`, `/messages/${message}`]) {
      expect((await lab.call('GET', path)).status).toBe(404);
    }
    expect((await lab.done('GET', '/contacts')).contacts).toHaveLength(1);
  });
});

it('a sender of Viber Business has no token', async () => {
  const lab = await startLab();
  const channel_credentials = [{ channel: 'VIBERBM', static_bearer: { claimed_identity: 'service' } }];
  expect((await lab.call('POST', '/apps', { display_name: 'Viber', channel_credentials })).status).toBe(200);
});

describe('webhooks', () => {
  it('gives back what was created, secret included', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    const body = { app_id, target: 'http://127.0.0.1:1/a', target_type: 'HTTP', triggers: ['MESSAGE_INBOUND'], secret: 's3cret' };
    const created = await lab.done('POST', '/webhooks', body);
    expect(created).toMatchObject(body);
    expect(await lab.done('GET', `/webhooks/${created.id}`)).toEqual(created);
    expect((await lab.done('GET', `/apps/${app_id}/webhooks`)).webhooks).toEqual([created]);
  });

  it('have no credentials and send nothing, unless they are told to', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    const target = 'http://127.0.0.1:1/a';
    const made = await lab.done('POST', '/webhooks', { app_id, target, triggers: ['MESSAGE_INBOUND'] });
    expect(made).toMatchObject({ target_type: 'DISMISS', client_credentials: null, secret: '' });
    lab.control.contact('46700000000', 'SMS').writes('Hi');
    await lab.control.idle();
    expect(lab.control.callbacks()).toEqual([]);
    await lab.done('PATCH', `/webhooks/${made.id}`, { target_type: 'HTTP' });
    lab.control.contact('46700000000', 'SMS').writes('Hi');
    await lab.control.idle();
    expect(lab.control.callbacks()).toMatchObject([{ trigger: 'MESSAGE_INBOUND', target }]);
  });

  it('lose their credentials when a mask names them', async () => {
    const lab = await startLab();
    const client_credentials = { client_id: 'id', client_secret: 'secret', endpoint: 'http://127.0.0.1:1/token' };
    const webhook = { app_id: await lab.app(['SMS']), target: 'http://127.0.0.1:1/a', triggers: ['OPT_IN'], client_credentials };
    const { id } = await lab.done('POST', '/webhooks', webhook);
    const cleared = await lab.done('PATCH', `/webhooks/${id}?update_mask=client_credentials`, { client_credentials: null });
    expect(cleared).toMatchObject({ target: webhook.target, client_credentials: null });
  });

  it('updates with a mask and deletes', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    const { id } = await lab.done('POST', '/webhooks', { app_id, target: 'http://127.0.0.1:1/a', triggers: ['MESSAGE_INBOUND'] });
    const updated = await lab.done('PATCH', `/webhooks/${id}?update_mask=triggers`, {
      target: 'http://127.0.0.1:1/b',
      triggers: ['OPT_IN'],
    });
    expect(updated).toMatchObject({ target: 'http://127.0.0.1:1/a', triggers: ['OPT_IN'] });
    expect(await lab.done('DELETE', `/webhooks/${id}`)).toEqual({});
    expect((await lab.call('GET', `/webhooks/${id}`)).status).toBe(404);
  });

  it('allows five for an app and no more', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    const create = (number: number) => lab.call('POST', '/webhooks', { app_id, target: `http://127.0.0.1:1/${number}`, triggers: [] });
    for (let number = 1; number <= 5; number += 1) expect((await create(number)).status).toBe(200);
    expect((await create(6)).body.error).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
  });

  it.each([
    ['a target of another webhook', { target: 'http://127.0.0.1:1/taken' }, 'target'],
    ['a target that is no URL', { target: 'callbacks' }, 'target'],
    ['a target that is no web address', { target: 'ftp://127.0.0.1/' }, 'target'],
    ['a target of 743 characters', { target: `http://127.0.0.1/${'x'.repeat(726)}` }, 'target'],
    ['the service itself as target', { target: 'https://conversation-api.us1.prod.sinch.com/x' }, 'target'],
    ['an unspecified trigger', { triggers: ['UNSPECIFIED_TRIGGER'] }, 'triggers[0]'],
    ['an unknown trigger', { triggers: ['MESSAGE_INBOUND', 'NOPE'] }, 'triggers[1]'],
    ['an unknown target type', { target_type: 'GRPC' }, 'target_type'],
  ])('refuses %s', async (_what, change, field) => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    await lab.done('POST', '/webhooks', { app_id, target: 'http://127.0.0.1:1/taken', triggers: [] });
    const answer = await lab.call('POST', '/webhooks', { app_id, target: 'http://127.0.0.1:1/x', triggers: [], ...change });
    expect([answer.status, wrongFields(answer)]).toEqual([400, [field]]);
  });

  it('allows the same target for another app', async () => {
    const lab = await startLab();
    for (const app_id of [await lab.app(['SMS']), await lab.app(['SMS'])]) {
      await lab.done('POST', '/webhooks', { app_id, target: 'http://127.0.0.1:1/x', triggers: [] });
    }
  });

  it('change in what is named only, with a mask or without', async () => {
    const lab = await startLab();
    const webhook = { app_id: await lab.app(['SMS']), target: 'http://127.0.0.1:1/x', triggers: ['MESSAGE_INBOUND'] };
    const { id } = await lab.done('POST', '/webhooks', webhook);
    expect(await lab.done('PATCH', `/webhooks/${id}`, { triggers: ['CAPABILITY'] })).toMatchObject({
      ...webhook,
      triggers: ['CAPABILITY'],
    });
    expect(await lab.done('PATCH', `/webhooks/${id}?update_mask=secret`, { secret: 's' })).toMatchObject({
      target: webhook.target,
      secret: 's',
    });
  });

  it('does not know webhooks of unknown apps', async () => {
    const lab = await startLab();
    expect((await lab.call('POST', '/webhooks', { app_id: NOBODYS_ID, target: 'http://127.0.0.1:1/x' })).status).toBe(404);
    expect(wrongFields(await lab.call('GET', `/apps/${lab.projectId}`))).toEqual(['app_id']);
  });
});
