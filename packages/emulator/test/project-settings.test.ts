import { describe, expect, it } from 'vitest';
import { type Lab, startLab, wrongFields } from './support.ts';

const ADA = '46700000001';
const ON = { contact_settings: { unified_contact_id_enabled: true } };

function contact(lab: Lab, channel: string, identity = ADA) {
  return lab.call('POST', '/contacts', { channel_identities: [{ channel, identity }], language: 'EN' });
}

describe('project settings', () => {
  it('are made, read, changed and deleted', async () => {
    const lab = await startLab();
    expect((await lab.call('GET', '/settings')).status).toBe(404);
    expect((await lab.call('PATCH', '/settings', ON)).status).toBe(404);
    expect((await lab.call('DELETE', '/settings')).status).toBe(404);
    const off = { project_id: lab.projectId, settings: { contact_settings: { unified_contact_id_enabled: false } } };
    expect(await lab.done('POST', '/settings', {})).toEqual(off);
    expect((await lab.call('POST', '/settings', {})).status).toBe(409);
    expect((await lab.done('PATCH', '/settings', ON)).settings).toEqual(ON);
    expect((await lab.done('PATCH', '/settings', {})).settings).toEqual(ON);
    expect((await lab.done('GET', '/settings')).settings).toEqual(ON);
    await lab.done('DELETE', '/settings');
    expect((await lab.call('GET', '/settings')).status).toBe(404);
  });

  it('unify contact ids only when no identity conflicts are left', async () => {
    const lab = await startLab();
    const a = (await contact(lab, 'SMS')).body.id;
    const b = (await contact(lab, 'RCS')).body.id;
    const answer = await lab.call('POST', '/settings', ON);
    expect([answer.status, answer.body.error.status]).toEqual([400, 'FAILED_PRECONDITION']);
    expect(wrongFields(answer)).toEqual(['contact_settings.unified_contact_id_enabled']);
    await lab.done('POST', `/contacts/${a}:merge`, { source_id: b });
    expect((await lab.done('POST', '/settings', ON)).settings).toEqual(ON);
  });
});

describe('unified contact ids', () => {
  it('find the contact of a number on any phone channel', async () => {
    const lab = await startLab();
    await lab.done('POST', '/settings', ON);
    const app = await lab.app(['SMS', 'RCS'], { processing_mode: 'CONVERSATION' });
    await lab.send(app, [['SMS', ADA]]);
    await lab.send(app, [['RCS', ADA]]);
    expect((await lab.done('GET', '/contacts')).contacts).toMatchObject([{ channel_identities: [{ channel: 'SMS' }, { channel: 'RCS' }] }]);
  });

  it('refuse a second contact with a number', async () => {
    const lab = await startLab();
    await lab.done('POST', '/settings', ON);
    const { id } = (await contact(lab, 'SMS')).body;
    const again = await contact(lab, 'RCS');
    expect([again.status, again.body.error.status]).toEqual([409, 'ALREADY_EXISTS']);
    const other = (await contact(lab, 'SMS', '46700000002')).body.id;
    const channel_identities = [{ channel: 'RCS', identity: ADA }];
    expect((await lab.call('PATCH', `/contacts/${other}`, { channel_identities })).status).toBe(409);
    expect((await lab.call('PATCH', `/contacts/${id}`, { channel_identities })).status).toBe(200);
  });

  it('are off by default', async () => {
    const lab = await startLab();
    expect([(await contact(lab, 'SMS')).status, (await contact(lab, 'RCS')).status]).toEqual([200, 200]);
  });
});
