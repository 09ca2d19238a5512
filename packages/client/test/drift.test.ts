import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { driftSentinel } from '@convapi/core/drift';
import { expect, onTestFinished, test } from 'vitest';
import { json, startApi } from './api-server.ts';

function startSentinel() {
  const folder = mkdtempSync(join(tmpdir(), 'drift-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return driftSentinel({ file: join(folder, 'drift.json') });
}

test('a client with a sentinel notes what answers hold and the types do not know, by the name of the method', async () => {
  const drift = startSentinel();
  const { connect } = await startApi(
    json({
      contacts: [
        { id: '01', aura: 'red' },
        { id: '02', aura: 'blue' },
      ],
      next_page_token: '',
    }),
  );
  const contacts = [];
  for await (const contact of connect({ drift }).contacts.list()) contacts.push(contact.id);
  expect(contacts).toEqual(['01', '02']);
  expect(drift.seen()).toMatchObject([{ kind: 'field', where: 'contacts.list contacts.aura', count: 2 }]);
});

test('operations of the batch API are looked up in their own document', async () => {
  const drift = startSentinel();
  const { connect } = await startApi(json({ batch_id: '01', status: 'PONDERING' }));
  await connect({ drift }).batch.get('01');
  expect(drift.seen()).toMatchObject([{ where: 'batch.get status=PONDERING' }]);
});

test('errors are not looked at: what proxies answer is no drift of the API', async () => {
  const drift = startSentinel();
  const { connect } = await startApi(json({ aura: 1 }, 404));
  await expect(connect({ drift }).apps.get('01')).rejects.toThrow('404');
  expect(drift.seen()).toEqual([]);
});

test('a sentinel that throws does not turn a send that was taken into a failure', async () => {
  const { connect, requests } = await startApi(json({ message_id: '01' }));
  const drift = {
    answer() {
      throw new Error('disk full');
    },
  };
  const body = { app_id: 'a', recipient: { contact_id: 'c' }, message: { text_message: { text: 'Hi' } } };
  expect(await connect({ drift }).messages.send(body)).toEqual({ message_id: '01' });
  expect(requests).toHaveLength(1);
});
