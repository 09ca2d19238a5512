import { describe, expect, it } from 'vitest';
import { type Lab, NOBODYS_ID, startLab, text, wrongFields } from './support.ts';

const ADA = '46700000001';

async function optOut(lab: Lab, app_id: string, list_type: string): Promise<void> {
  const body = { app_id, list_type, identities: [{ identity: ADA }] };
  await lab.done('POST', `/batch/v1/projects/${lab.projectId}/consents`, body);
  await lab.control.idle();
}

describe('opt-out lists', () => {
  it.each([
    ['OPT_OUT_ALL', 'CONTENT_UNKNOWN', false],
    ['OPT_OUT_ALL', 'CONTENT_MARKETING', false],
    ['OPT_OUT_MARKETING', 'CONTENT_MARKETING', false],
    ['OPT_OUT_MARKETING', 'CONTENT_NOTIFICATION', true],
    ['OPT_OUT_MARKETING', 'CONTENT_UNKNOWN', true],
    ['OPT_OUT_NOTIFICATION', 'CONTENT_NOTIFICATION', false],
    ['OPT_OUT_NOTIFICATION', 'CONTENT_MARKETING', true],
  ])('%s with a message of %s: is it sent? %s', async (list, message_content_type, isSent) => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    await optOut(lab, app, list);
    const last = lab.reports(await lab.send(app, [['SMS', `+${ADA}`]], { message_content_type })).at(-1);
    expect(last).toBe(isSent ? 'DELIVERED SMS' : 'FAILED SMS DELIVERY_REJECTED_DUE_TO_POLICY');
  });

  it('belong to one app', async () => {
    const lab = await startLab();
    await optOut(lab, await lab.app(['SMS']), 'OPT_OUT_ALL');
    const other = await lab.app(['SMS']);
    expect(lab.reports(await lab.send(other, [['SMS', ADA]])).at(-1)).toBe('DELIVERED SMS');
    expect((await lab.done('GET', `/apps/${other}/consents/OPT_OUT_ALL`)).identities).toEqual([]);
  });

  it('come in pages', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    const identities = Array.from({ length: 12 }, (_, index) => ({ identity: String(46700000100 + index) }));
    await lab.done('POST', `/batch/v1/projects/${lab.projectId}/consents`, { app_id, list_type: 'OPT_OUT_ALL', identities });
    await lab.control.idle();
    const first = await lab.done('GET', `/apps/${app_id}/consents/OPT_OUT_ALL`);
    const rest = await lab.done('GET', `/apps/${app_id}/consents/OPT_OUT_ALL?page_size=50&page_token=${String(first.next_page_token)}`);
    expect([...(first.identities as object[]), ...(rest.identities as object[])]).toEqual(identities);
  });

  it('are named in the path', async () => {
    const lab = await startLab();
    const answer = await lab.call('GET', `/apps/${await lab.app(['SMS'])}/consents/OPT_OUT_SOME`);
    expect([answer.status, wrongFields(answer)]).toEqual([400, ['list_type']]);
    expect((await lab.call('GET', `/apps/${NOBODYS_ID}/consents/OPT_OUT_ALL`)).status).toBe(404);
    expect((await lab.call('GET', `/apps/${NOBODYS_ID}/consents/identities/1`)).status).toBe(404);
  });
});

describe('contacts that stop a channel', () => {
  it.each(['VIBERBM', 'TELEGRAM'] as const)('are told of on %s, and get no more messages until they start it', async (channel) => {
    const lab = await startLab();
    const app = await lab.app([channel], { processing_mode: 'CONVERSATION' });
    const ada = lab.control.contact(ADA, channel);
    const { request_id } = ada.optsOut();
    const { body } = await lab.control.waitFor({ trigger: 'OPT_OUT' });
    expect(body).toMatchObject({ opt_out_notification: { request_id, channel, identity: ADA, status: 'OPT_OUT_SUCCEEDED' } });
    expect(lab.reports(await lab.send(app, [[channel, ADA]]))).toEqual([`FAILED ${channel} DELIVERY_REJECTED_DUE_TO_POLICY`]);
    ada.optsIn();
    await lab.control.waitFor({ trigger: 'OPT_IN' });
    expect(lab.reports(await lab.send(app, [[channel, ADA]]))[0]).toBe(`QUEUED_ON_CHANNEL ${channel}`);
    lab.checkCallbacks();
  });

  it('leave a history', async () => {
    const lab = await startLab();
    const app = await lab.app(['VIBERBM']);
    const ada = lab.control.contact(ADA, 'VIBERBM');
    ada.optsOut('OPT_OUT_MARKETING');
    await optOut(lab, app, 'OPT_OUT_MARKETING');
    ada.optsIn('OPT_OUT_MARKETING');
    ada.optsIn('OPT_OUT_MARKETING');
    const { identity, audit_records } = await lab.done('GET', `/apps/${app}/consents/identities/%2B${ADA}`);
    expect(identity).toEqual({ identity: ADA });
    expect((audit_records as { origin: string; operation: string }[]).map((one) => `${one.origin} ${one.operation}`)).toEqual([
      'ORIGIN_MO OPERATION_INSERT',
      'ORIGIN_API OPERATION_UPDATE',
      'ORIGIN_MO OPERATION_DELETE',
    ]);
    expect((await lab.done('GET', `/apps/${app}/consents/identities/unheard-of`)).audit_records).toEqual([]);
  });

  it('write STOP on SMS, which is an ordinary message, and are on the list from then on', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    const contact = lab.control.contact(ADA, 'SMS');
    expect(() => contact.optsOut()).toThrow('STOP');
    contact.writes(' stop ');
    await lab.control.waitFor({ trigger: 'MESSAGE_INBOUND' });
    await lab.control.idle();
    expect(lab.control.events().map(({ trigger }) => trigger)).not.toContain('OPT_OUT');
    expect(lab.reports(await lab.send(app, [['SMS', ADA]])).at(-1)).toBe('FAILED SMS DELIVERY_REJECTED_DUE_TO_POLICY');
    const { audit_records: records } = await lab.done('GET', `/apps/${app}/consents/identities/${ADA}`);
    expect(records).toMatchObject([{ list_type: 'OPT_OUT_ALL', origin: 'ORIGIN_MO', operation: 'OPERATION_INSERT' }]);
    contact.writes('START');
    expect(lab.reports(await lab.send(app, [['SMS', ADA]])).at(-1)).toBe('DELIVERED SMS');
  });

  it('write STOP to an app without lists, and nothing comes of it', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    expect((await lab.call('PUT', `/_emulator/apps/${app}/consents`, { enabled: false })).status).toBe(200);
    lab.control.contact(ADA, 'SMS').writes('STOP');
    expect(lab.reports(await lab.send(app, [['SMS', ADA]])).at(-1)).toBe('DELIVERED SMS');
    lab.control.consents(app, true);
    lab.control.contact(ADA, 'SMS').writes('STOP');
    expect(lab.reports(await lab.send(app, [['SMS', ADA]])).at(-1)).toBe('FAILED SMS DELIVERY_REJECTED_DUE_TO_POLICY');
    expect((await lab.call('PUT', `/_emulator/apps/${app}/consents`, { enabled: 'no' })).status).toBe(400);
    expect(() => lab.control.consents('nobody', false)).toThrow('There is no app nobody');
  });

  it('can be played over HTTP', async () => {
    const lab = await startLab();
    const app = await lab.app(['VIBERBM']);
    const act = (body: object) => lab.call('POST', '/_emulator/inbound', { channel: 'VIBERBM', identity: ADA, ...body });
    expect((await act({ opt_out: 'OPT_OUT_MARKETING' })).status).toBe(200);
    expect((await act({ opt_out: true })).status).toBe(200);
    expect((await act({ opt_in: true })).status).toBe(200);
    expect((await act({ opt_out: 'EVERYTHING' })).status).toBe(400);
    expect((await lab.done('GET', `/apps/${app}/consents/OPT_OUT_MARKETING`)).identities).toHaveLength(1);
    expect((await lab.done('GET', `/apps/${app}/consents/OPT_OUT_ALL`)).identities).toEqual([]);
  });
});

it('sends marked messages to whoever is on no list', async () => {
  const lab = await startLab();
  const more = { message: text('Sale'), message_content_type: 'CONTENT_MARKETING' };
  expect(lab.reports(await lab.send(await lab.app(['SMS']), [['SMS', ADA]], more)).at(-1)).toBe('DELIVERED SMS');
});
