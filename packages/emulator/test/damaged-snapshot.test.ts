import { expect, test } from 'vitest';
import { startLab } from './support.ts';

test.each([
  ['contacts', { one: null }],
  ['meta', { clock: null }],
])('a snapshot with a damaged row in %s is refused, and everything stays as it was', async (part, rows) => {
  const lab = await startLab();
  const app = await lab.app(['SMS']);
  const before = lab.control.snapshot();
  const damaged = { ...before, state: { ...before.state, [part]: rows } };
  expect(() => lab.control.load(damaged as typeof before)).toThrow(/damaged/);
  expect(lab.control.snapshot()).toEqual(before);
  expect((await lab.done('GET', `/apps/${app}`)).id).toBe(app);
});

test('a contact with an address that cannot be is refused as a mistake of the caller', async () => {
  const lab = await startLab();
  await lab.app(['SMS']);
  expect(() => lab.control.contact('someone', 'SMS').writes('Hi')).toThrow(/identity "someone" must be a phone number/);
  const answer = await lab.call('POST', '/_emulator/inbound', { channel: 'SMS', identity: 'someone', text: 'Hi' });
  expect([answer.status, answer.body.emulator_error]).toMatchObject([400, { kind: 'bad-request' }]);
});

test('time ends where years have five digits', async () => {
  const lab = await startLab();
  await expect((async () => lab.control.advance(1e300))()).rejects.toThrow(/9999/);
});
