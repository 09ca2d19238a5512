import { ApiError, ConnectionError, ConvapiError, DeliveryUnknownError } from '@convapi/core';
import { expect, test } from 'vitest';
import { accountFor, type Sent, toTable } from './account.ts';

const confirmed = { messageId: '01A' };
const failed = { error: new ApiError('429', { status: 429 }) };
const unknown = { error: new DeliveryUnknownError('unknown') };
const brokeOff = { error: new ConnectionError('broke off', { status: 200 }) };
const unreadable = { error: new ConvapiError('messages.send was taken, but its answer is not JSON') };
const noAnswer = { error: new ConnectionError('no answer') };

// An account that overlooks what it is there to find would find nothing either.
test.each<[string, Partial<Sent>, string[], number, object]>([
  ['a confirmed send that is there', confirmed, ['01A'], 0, { confirmed: 1, lost: 0 }],
  ['a confirmed send that is absent as lost', confirmed, [], 0, { confirmed: 0, lost: 1 }],
  ['a confirmed send with the id of another message', confirmed, ['01B'], 0, { confirmed: 1, 'wrong id': 1 }],
  ['an answer without an id as a failure', {}, ['01A'], 0, { 'failed, is there': 1 }],
  ['a send that is there twice as doubled by the client', confirmed, ['01A', '01B'], 0, { 'doubled by the client': 1 }],
  ['a double of the proxy as its own', confirmed, ['01A', '01B'], 1, { 'doubled by the client': 0, 'doubled by the proxy': 1 }],
  ['what both doubled on both', confirmed, ['01A', '01B', '01C'], 1, { 'doubled by the client': 1, 'doubled by the proxy': 1 }],
  ['a taken send with a broken answer', brokeOff, ['01A'], 0, { taken: 1, lost: 0 }],
  ['a taken send with an unreadable answer that is absent as lost', unreadable, [], 0, { taken: 0, lost: 1 }],
  ['an unknown send that is there', unknown, ['01A'], 0, { 'unknown, is there': 1 }],
  ['an unknown send that is absent', unknown, [], 0, { 'unknown, is not there': 1 }],
  ['a failure that is absent', failed, [], 0, { 'failed, is not there': 1 }],
  ['a failure that is there', failed, ['01A'], 0, { 'failed, is there': 1 }],
  ['a lost connection that is there as a failure', noAnswer, ['01A'], 0, { 'failed, is there': 1 }],
])('counts %s', (_, sent, ids, duplicated, expected) => {
  const key = 'order-1';
  const passages = new Map([[key, { arrived: 1, taken: ids.length, duplicated }]]);
  expect(accountFor([{ key, appId: '01APP', sentAtMs: 0, ...sent }], new Map([[key, ids]]), passages)).toMatchObject(expected);
});

test('prints a column for each mode, and nothing where a mode has no such figure', () => {
  const lines = toTable({ first: { sends: 5 }, second: { sends: 7, lost: 0 } }).split('\n');
  expect(lines.map((line) => line.trim().split(/\s+/))).toEqual([
    ['first', 'second'],
    ['sends', '5', '7'],
    ['lost', '0'],
  ]);
});
