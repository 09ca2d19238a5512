import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { card, reply, text } from '../../src/index.ts';
import * as jestEntry from '../../src/matcher/jest-node.ts';
import * as entry from '../../src/matcher/vitest-node.ts';
import { createMessageMatchers, type MatcherContext, type MessageMatcherOptions } from '../../src/matcher/vitest-node.ts';

let folder: string;
const message = card({ title: 'Order 17', choices: [reply('Not at home')] });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'messages-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('toRenderOn', () => {
  it('stores a text and a picture for each channel, named after the test', async () => {
    expect(run(message, { update: 'new' }).pass).toBe(true);
    expect(await stored()).toStrictEqual([
      'tells-that-an-order-left-åäö.RCS.svg',
      'tells-that-an-order-left-åäö.RCS.txt',
      'tells-that-an-order-left-åäö.SMS.svg',
      'tells-that-an-order-left-åäö.SMS.txt',
    ]);
    expect(await readStored('tells-that-an-order-left-åäö.SMS.txt')).toContain('Order 17\n> NOT AT HOME');
    expect(await readStored('tells-that-an-order-left-åäö.RCS.svg')).toMatch(/^<svg /);
  });

  it('passes while the message looks the same, whatever the ends of lines', async () => {
    run(message, { update: 'new' });
    const path = join(folder, '__messages__', 'orders.test.ts', 'tells-that-an-order-left-åäö.SMS.txt');
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('\n', '\r\n'));
    expect(run(message, { update: 'none' }).pass).toBe(true);
  });

  it('fails when it looks different, shows how, and leaves the new picture beside the old one', async () => {
    run(message, { update: 'new' });
    const result = run(card({ title: 'Order 18', choices: [reply('Not at home')] }), { update: 'new' });
    expect(result.pass).toBe(false);
    expect(result.message()).toMatch(/looks different on RCS[\s\S]*-Order 17|looks different on RCS[\s\S]*Order 18/);
    expect(result.message()).toContain('UPDATE_MESSAGES=1');
    expect(await stored()).toContain('tells-that-an-order-left-åäö.SMS.received.svg');
    expect(run(message, { update: 'new' }).pass).toBe(true);
    expect((await stored()).some((name) => name.includes('received'))).toBe(false);
  });

  it('stores anew when asked to, by an option or by the -u of vitest and jest', async () => {
    run(message, { update: 'new' });
    expect(run(text('A'), {}, { snapshotState: { snapshotUpdateState: 'all' } }).pass).toBe(true);
    expect(run(text('B'), {}, { snapshotState: { _updateSnapshot: 'all' } }).pass).toBe(true);
    expect(run(text('C'), { update: 'all' }).pass).toBe(true);
    expect(await readStored('tells-that-an-order-left-åäö.SMS.txt')).toContain('C');
  });

  it('fails in CI when a picture is missing, and says what to do', async () => {
    const result = run(message, {}, { snapshotState: { snapshotUpdateState: 'none' } });
    expect(result.pass).toBe(false);
    expect(result.message()).toMatch(/no picture of this message on RCS[\s\S]*commit .*RCS\.svg/);
    await expect(stored()).rejects.toThrow('ENOENT');
  });

  it('keeps several messages of one test apart, and starts anew when the test is repeated', async () => {
    const { toRenderOn } = createMessageMatchers({ update: 'new' });
    for (const assertionCalls of [1, 2, 3, 1, 2, 3]) {
      expect(toRenderOn.call(context({ assertionCalls }), text(`Message ${assertionCalls}`), 'SMS').pass).toBe(true);
    }
    expect((await stored()).filter((name) => name.endsWith('.txt'))).toHaveLength(3);
  });

  it('shortens a long name without mixing up tests', async () => {
    for (const end of ['a', 'b']) run(text(end), { update: 'new' }, { currentTestName: `${'very '.repeat(40)}${end}` });
    expect((await stored()).filter((name) => name.endsWith('SMS.txt'))).toHaveLength(2);
    expect((await stored()).every((name) => name.length < 110)).toBe(true);
  });

  it('never gives two tests one picture, whatever signs and capitals tell them apart (issue 15)', async () => {
    const names = [
      'price > 10',
      'price < 10',
      'price 10',
      'Price 10',
      'price-10',
      'price  10',
      'price 10 ',
      'price\u0000 10',
      '',
      '-',
      '😀',
      '😃',
    ];
    const more = [
      'price 10 2',
      'con',
      'e\u0301',
      'é',
      'É',
      `${'a'.repeat(79)}😀`,
      `${'a'.repeat(79)}😃`,
      'a > b',
      'a.b',
      'a b',
      'a > b > c',
    ];
    const { toRenderOn } = createMessageMatchers({ update: 'new' });
    for (const currentTestName of [...names, ...more]) {
      for (const assertionCalls of [1, 2]) {
        const place = context({ currentTestName, assertionCalls });
        expect(toRenderOn.call(place, text(`${currentTestName} ${assertionCalls}`), 'SMS').pass, currentTestName).toBe(true);
      }
    }
    const files = (await stored()).filter((name) => name.endsWith('.txt')).map((name) => name.normalize('NFC').toLowerCase());
    expect(new Set(files).size).toBe(2 * (names.length + more.length));
    expect(files.every((name) => name.length < 110 && /^[\p{L}\p{N}.~-]+$/u.test(name))).toBe(true);
  });

  it('cannot be negated, and needs a channel and a test', () => {
    const { toRenderOn } = createMessageMatchers();
    expect(toRenderOn.call(context({ isNot: true }), message, 'SMS')).toMatchObject({ pass: true });
    expect(toRenderOn.call(context({}), message).message()).toContain('names no channel');
    expect(() => toRenderOn.call({}, message, 'SMS')).toThrow('does not know its test');
  });

  it('numbers the pictures of a file under bun, which tells a matcher nothing', async () => {
    vi.stubGlobal('Bun', { main: join(folder, 'orders.test.ts') });
    const { toRenderOn } = createMessageMatchers({ update: 'new' });
    for (const one of ['A', 'B']) expect(toRenderOn.call({ isNot: false, utils: {} }, text(one), 'SMS').pass).toBe(true);
    expect((await stored()).filter((name) => name.endsWith('.txt'))).toStrictEqual(['message.SMS.txt', 'message~2.SMS.txt']);
    expect(toRenderOn.call({}, text('C'), 'SMS').pass).toBe(true);
    vi.unstubAllGlobals();
  });

  it('works with expect.extend', () => {
    expect.extend(createMessageMatchers({ update: 'none' }));
    expect(() => expect(message).toRenderOn('SMS')).toThrow('no picture of this message on SMS');
    expect(() => expect(message).not.toRenderOn('SMS')).toThrow('cannot be negated');
  });
});

it('has the same exports for vitest and for jest', () => {
  expect(Object.keys(entry)).toStrictEqual(['createMessageMatchers']);
  expect(Object.keys(jestEntry)).toStrictEqual(['createMessageMatchers']);
});

function run(received: unknown, options: MessageMatcherOptions, more: Partial<MatcherContext> = {}) {
  return createMessageMatchers(options).toRenderOn.call(context(more), received, 'RCS', 'SMS');
}

function context(more: Partial<MatcherContext>): MatcherContext {
  const utils = { diff: (expected: unknown, received: unknown) => `-${expected}\n+${received}` };
  return { testPath: join(folder, 'orders.test.ts'), currentTestName: 'tells that an order left åäö', assertionCalls: 1, utils, ...more };
}

function stored(): Promise<string[]> {
  return readdir(join(folder, '__messages__', 'orders.test.ts')).then((names) => names.sort());
}

function readStored(name: string): Promise<string> {
  return readFile(join(folder, '__messages__', 'orders.test.ts', name), 'utf8');
}
