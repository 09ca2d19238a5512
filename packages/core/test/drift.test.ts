import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as drift from '../src/drift/drift-sentinel-node.ts';

const { driftSentinel } = drift;
const GET_CONTACT = {
  operation: 'contacts.get',
  method: 'GET',
  pathTemplate: '/v1/projects/{project_id}/contacts/{contact_id}',
  document: 'conversation',
} as const;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drift-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (options: Partial<Parameters<typeof driftSentinel>[0]> = {}) =>
  driftSentinel({ file: join(folder, 'sub', 'drift.json'), now: () => Date.UTC(2026, 0, 2), ...options });
const met = (sentinel: ReturnType<typeof start>) => sentinel.seen().map(({ kind, where, count }) => [kind, where, count]);

test('the entry exports this name and no others', () => {
  expect(Object.keys(drift)).toEqual(['driftSentinel']);
});

describe('answers', () => {
  test('that the types know leave no note', () => {
    const sentinel = start();
    sentinel.answer(GET_CONTACT, {
      id: '01',
      display_name: 'Ann',
      language: 'EN_US',
      channel_identities: [{ channel: 'SMS', identity: '46', app_id: '' }],
      metadata: 'anything',
    });
    expect(sentinel.seen()).toEqual([]);
  });

  test('are noted by the names of unknown fields and values, never by what stands under them', () => {
    const sentinel = start();
    sentinel.answer(GET_CONTACT, {
      mood: 'secret text',
      language: 'XX_NEW',
      channel_identities: [{ channel: 'SMOKE_SIGNAL', identity: '46700000000', smoke: { colour: 'grey' } }],
    });
    expect(met(sentinel)).toEqual([
      ['value', 'contacts.get channel_identities.channel=SMOKE_SIGNAL', 1],
      ['field', 'contacts.get channel_identities.smoke', 1],
      ['value', 'contacts.get language=XX_NEW', 1],
      ['field', 'contacts.get mood', 1],
    ]);
    sentinel.save();
    expect(readFileSync(join(folder, 'sub', 'drift.json'), 'utf8')).not.toMatch(/secret|grey|46700000000/);
  });

  test('with names and values that no API would choose are told without them', () => {
    const sentinel = start();
    sentinel.answer(GET_CONTACT, { 'Ann Smith, +46 70': 1, language: 'my name is Ann' });
    expect(met(sentinel)).toEqual([
      ['field', 'contacts.get (unnamed)', 1],
      ['value', 'contacts.get language=(unnamed)', 1],
    ]);
  });

  test.each([
    ['none', undefined],
    ['null', null],
    ['text', 'no'],
    ['a list', [1, [2]]],
    ['__proto__', JSON.parse('{"__proto__":{"id":"01"},"constructor":1}')],
  ])('that are no object harm nothing: %s', (_, body) => {
    expect(() => start().answer(GET_CONTACT, body)).not.toThrow();
  });

  test('that nest deeper than any message are left alone below a depth', () => {
    let body: unknown = {};
    for (let depth = 0; depth < 100_000; depth += 1) body = { app_message: body, contacts: [body] };
    expect(() => start().answer(GET_CONTACT, body)).not.toThrow();
  });

  test('of the batch API are compared with its own document', () => {
    const sentinel = start();
    const call = {
      operation: 'batch.get',
      method: 'GET',
      pathTemplate: '/v1/projects/{project_id}/messages/{batch_id}',
      document: 'batch',
    } as const;
    sentinel.answer(call, { id: '01', status: 'PONDERING' });
    expect(met(sentinel)).toEqual([['value', 'batch.get status=PONDERING', 1]]);
  });

  test('of operations that are unknown leave no note', () => {
    const sentinel = start();
    sentinel.answer({ ...GET_CONTACT, pathTemplate: '/v9/none' }, { a: 1 });
    expect(sentinel.seen()).toEqual([]);
  });
});

describe('callbacks', () => {
  test('are noted by unknown fields below their trigger', () => {
    const sentinel = start();
    sentinel.event({ trigger: 'MESSAGE_INBOUND', app_id: '01', message: { id: '01', aura: 1, direction: 'TO_MARS' } });
    expect(met(sentinel)).toEqual([
      ['field', 'MESSAGE_INBOUND message.aura', 1],
      ['value', 'MESSAGE_INBOUND message.direction=TO_MARS', 1],
    ]);
  });

  test('of an unknown kind are noted by the key that the envelope does not have', () => {
    const sentinel = start();
    sentinel.event({ trigger: 'UNKNOWN', app_id: '01', project_id: 'p', event_time: '', brand_new_notification: { who: 'Ann' } });
    expect(met(sentinel)).toEqual([['event', 'brand_new_notification', 1]]);
  });
});

describe('the file', () => {
  const file = () => join(folder, 'sub', 'drift.json');

  test('has counts, and when each was met first and last', () => {
    let now = Date.UTC(2026, 0, 2);
    const sentinel = start({ now: () => now });
    sentinel.answer(GET_CONTACT, { mood: 1 });
    now += 60_000;
    sentinel.answer(GET_CONTACT, { mood: 2 });
    sentinel.save();
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({
      version: 1,
      seen: [{ kind: 'field', where: 'contacts.get mood', count: 2, first: '2026-01-02T00:00:00.000Z', last: '2026-01-02T00:01:00.000Z' }],
    });
  });

  test('is read again, so that counts go on after a restart', () => {
    const before = start();
    before.answer(GET_CONTACT, { mood: 1 });
    before.save();
    const after = start();
    after.answer(GET_CONTACT, { mood: 1 });
    expect(met(after)).toEqual([['field', 'contacts.get mood', 2]]);
  });

  test.each(['{"version":2,"seen":[]}', '[]', 'no json'])('that holds something else is refused: %s', (content) => {
    writeFileSync(join(folder, 'other.json'), content);
    expect(() => start({ file: join(folder, 'other.json') })).toThrow(/other.json holds no drift notes. Give another file/);
  });

  test('holds no more different notes than was said', () => {
    const sentinel = start({ maxNotes: 2 });
    sentinel.answer(GET_CONTACT, { a: 1, b: 1, c: 1 });
    sentinel.answer(GET_CONTACT, { a: 1 });
    expect(met(sentinel)).toEqual([
      ['field', 'contacts.get a', 2],
      ['field', 'contacts.get b', 1],
    ]);
  });
});
