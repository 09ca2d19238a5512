import { REASON_CODES } from '@convapi/core';
import { describe, expect, it } from 'vitest';
import { MAGIC_IDENTITIES } from '../src/index.ts';
import { startLab } from './support.ts';

describe('magic numbers', () => {
  it('exist for every reason code, each once', () => {
    expect(Object.keys(MAGIC_IDENTITIES)).toEqual([...REASON_CODES, 'READ', 'SILENT', 'SMS_ONLY']);
    expect(new Set(Object.values(MAGIC_IDENTITIES)).size).toBe(REASON_CODES.length + 3);
  });

  it.each(REASON_CODES)('fail with %s on any channel', async (code) => {
    const lab = await startLab();
    const app = await lab.app(['SMS', 'TELEGRAM']);
    for (const channel of ['SMS', 'TELEGRAM']) {
      const id = await lab.send(app, [[channel, MAGIC_IDENTITIES[code]]]);
      // What passes by itself is tried again for an hour.
      await lab.control.advance(3_600_000);
      expect(lab.reports(id).at(-1)).toBe(`FAILED ${channel} ${code}`);
    }
    lab.checkCallbacks();
  });

  it('are read at once, stay silent, or are reached by SMS only', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS', 'SMS']);
    expect(lab.reports(await lab.send(app, [['RCS', `+${MAGIC_IDENTITIES.READ}`]]))).toEqual([
      'QUEUED_ON_CHANNEL RCS',
      'DELIVERED RCS',
      'READ RCS',
    ]);
    expect(lab.reports(await lab.send(app, [['RCS', MAGIC_IDENTITIES.SILENT]]))).toEqual(['QUEUED_ON_CHANNEL RCS']);
    const both = ['RCS', 'SMS'].map((channel): [string, string] => [channel, MAGIC_IDENTITIES.SMS_ONLY]);
    expect(lab.reports(await lab.send(app, both))).toEqual([
      'QUEUED_ON_CHANNEL RCS',
      'SWITCHING_CHANNEL RCS RECIPIENT_NOT_REACHABLE',
      'QUEUED_ON_CHANNEL SMS',
      'DELIVERED SMS',
    ]);
  });

  it('stand above the answer of a channel and below that of an address', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    const send = async () => lab.reports(await lab.send(app, [['SMS', MAGIC_IDENTITIES.CHANNEL_REJECT]])).at(-1);
    lab.control.channel('SMS').answers({ status: 'FAILED', reason: 'MEDIA_TOO_LARGE' });
    expect(await send()).toBe('FAILED SMS CHANNEL_REJECT');
    lab.control.channel('SMS').answers({ status: 'DELIVERED' }, { identity: MAGIC_IDENTITIES.CHANNEL_REJECT });
    expect(await send()).toBe('DELIVERED SMS');
  });

  it('are ordinary numbers when switched off', async () => {
    const lab = await startLab({ magicIdentities: false });
    expect(lab.reports(await lab.send(await lab.app(['SMS']), [['SMS', MAGIC_IDENTITIES.UNKNOWN]])).at(-1)).toBe('DELIVERED SMS');
  });

  it('are listed over HTTP', async () => {
    expect((await (await startLab()).call('GET', '/_emulator/identities')).body).toEqual({ identities: MAGIC_IDENTITIES });
  });
});
