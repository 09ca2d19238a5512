import type { AppMessage, SendMessageRequest } from '@convapi/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckIssue, check, checkSend, countSms, LIMITS, type LimitChannel, text } from '../src/index.ts';
import { anyMessage, anyRequest, broken } from './helpers/arbitraries.ts';
import { servedSchema, wireSchema } from './helpers/wire-schema.ts';

const ALL = Object.keys(LIMITS) as LimitChannel[];
/** What is not a message at all: `check` takes it none the less. */
const run = (message: unknown): CheckIssue[] => check(message as AppMessage, ALL);
const brokenMessage = broken(anyMessage);
const errors = (issues: CheckIssue[]) => issues.filter((issue) => issue.severity === 'error');

describe('any message that a builder can make', () => {
  const valid = wireSchema('AppMessage');

  it('is as the spec says, before and after JSON', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(valid(message), JSON.stringify(valid.errors)).toBe(true);
        expect(valid(JSON.parse(JSON.stringify(message)))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('has no issue with what the API describes', () => {
    const kinds = ['type', 'value', 'alternatives', 'unknown_field', 'format'];
    fc.assert(
      fc.property(anyMessage, (message) => {
        const issues = check(message, []).filter((issue) => issue.severity === 'error' && kinds.includes(issue.code));
        expect(issues).toStrictEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** What this version does not know is a warning: the service may know it by now. */
const isDoubt = ({ severity, message }: CheckIssue) => severity === 'error' || message.includes('not known to this version');

describe('check', () => {
  const served = servedSchema('AppMessage');

  it('never throws, and always says the same, whatever the message is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), brokenMessage, anyMessage), (message) => {
        expect(run(message)).toStrictEqual(run(message));
      }),
      { numRuns: 500 },
    );
  });

  it('lets no message pass without a word that the spec refuses, and refuses none for its shape that the spec takes', () => {
    // That products have a catalogue is written in the description only.
    const isOfShape = ({ code, path }: CheckIssue) =>
      ['type', 'value', 'alternatives', 'missing'].includes(code) && !path.endsWith('.catalog_id');
    fc.assert(
      fc.property(brokenMessage, (message) => {
        const found = errors(check(message as AppMessage, []));
        if (served(message)) expect(found.filter(isOfShape)).toStrictEqual([]);
        else expect(check(message as AppMessage, []).filter(isDoubt), JSON.stringify([message, served.errors])).not.toStrictEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never makes an error of what Sinch does not state', () => {
    fc.assert(
      fc.property(fc.oneof(anyMessage, brokenMessage), (message) => {
        for (const issue of errors(run(message))) expect(['sinch-api', 'sinch-doc']).toContain(issue.basis);
      }),
      { numRuns: 1000 },
    );
  });

  it('names the path of each issue at the start of its message', () => {
    fc.assert(
      fc.property(brokenMessage, (message) => {
        for (const { path, message: sentence } of run(message))
          expect(sentence.startsWith(path === '' ? 'The message ' : `${path} `)).toBe(true);
      }),
    );
  });

  it('changes nothing in the message', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const before = JSON.stringify(message);
        check(message, ALL);
        expect(JSON.stringify(message)).toBe(before);
      }),
    );
  });
});

describe('checkSend', () => {
  const served = servedSchema('SendMessageRequest');

  it('finds nothing wrong with the shape of what send makes', () => {
    const valid = wireSchema('SendMessageRequest');
    fc.assert(
      fc.property(anyRequest, (request) => {
        expect(valid(request), JSON.stringify(valid.errors)).toBe(true);
        const found = errors(checkSend(request)).filter(({ path }) => !path.startsWith('message.'));
        expect(found).toStrictEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, and lets no request pass without a word that the spec refuses', () => {
    fc.assert(
      fc.property(fc.oneof(broken(anyRequest), fc.jsonValue()), (request) => {
        const found = checkSend(request as SendMessageRequest).filter(isDoubt);
        if (!served(request)) expect(found, JSON.stringify([request, served.errors])).not.toStrictEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a hostile message', () => {
  const nested = (depth: number): unknown => JSON.parse(`${'{"text_message":'.repeat(depth)}1${'}'.repeat(depth)}`);

  it.each([
    ['objects', nested(5_000)],
    ['lists', { choice_message: { choices: JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) } }],
    [
      'a free object',
      {
        text_message: { text: 'a' },
        channel_specific_message: { WHATSAPP: { message_type: 'FLOWS', message: { flow_action_payload: { data: nested(5_000) } } } },
      },
    ],
  ])('nested deeply with %s is refused', (_, message) => {
    expect(errors(run(message)).length).toBeGreaterThan(0);
  });

  it('nested deeply in the conversation metadata is refused', () => {
    const request = { app_id: 'a', recipient: { contact_id: 'c' }, message: text('a'), conversation_metadata: nested(5_000) };
    expect(checkSend(request as SendMessageRequest)).toMatchObject([{ severity: 'error', path: 'conversation_metadata' }]);
  });

  it('of great size takes little room in what is said about it', () => {
    const unknown = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`key${at}`, at]));
    const choices = Array.from({ length: 20_000 }, () => ({ text_message: { text: '*'.repeat(30) } }));
    const issues = run({ ...unknown, choice_message: { choices }, text_message: { text: 7 } });
    expect(issues.length).toBeLessThanOrEqual(2000);
    expect(errors(issues).map((issue) => issue.code)).toContain('alternatives');
  });

  it('of long texts does not keep anyone waiting', () => {
    const long = '*a '.repeat(1_000_000);
    expect(
      run({ choice_message: { text_message: { text: long }, choices: [{ text_message: { text: long }, postback_data: long }] } }).length,
    ).toBeGreaterThan(5);
    expect(errors(run({ media_message: { url: `https://example.com/${'/.'.repeat(1_000_000)}` } }))).toStrictEqual([]);
  });

  it('cannot make a sentence long', () => {
    const long = 'k'.repeat(100_000);
    for (const { message, path } of run({ [long]: 1, text_message: { text: 'a' }, explicit_channel_message: { [long]: '{}' } })) {
      expect(message.length + path.length).toBeLessThan(600);
    }
  });
});

describe('countSms', () => {
  it('finds room for every character, and never more than one part too many', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (one) => {
        const { encoding, segments, unitsUsed, unitsLeft } = countSms(one);
        const [alone, part] = encoding === 'GSM-7' ? [160, 153] : [70, 67];
        expect(unitsLeft).toBeGreaterThanOrEqual(0);
        if (unitsUsed <= alone) expect([segments, unitsLeft]).toStrictEqual([unitsUsed === 0 ? 0 : 1, alone - unitsUsed]);
        else {
          expect(segments).toBeGreaterThanOrEqual(Math.ceil(unitsUsed / part));
          expect(segments).toBeLessThanOrEqual(Math.ceil(unitsUsed / (part - 1)));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
