import type { AppMessage } from '@convapi/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { card, carousel, check, choice, fit, LIMITS, type LimitChannel, link, list, reply, text, withOmniOverrides } from '../src/index.ts';
import { anyMessage } from './helpers/arbitraries.ts';

const RUNS = Number(process.env.CONVAPI_RULE_RUNS ?? 300);
const CHANNELS = Object.keys(LIMITS) as LimitChannel[];

describe('fit', () => {
  it('gives a message that fits as it is', () => {
    const message = text('Hello');
    const fitted = fit(message, ['WHATSAPP', 'SMS']);
    expect(fitted.message).toBe(message);
    expect(fitted).toMatchObject({ cuts: [], issues: [] });
  });

  it('cuts captions and the number of choices, and says so', () => {
    const message = choice('When?', [reply('In the morning, before nine'), reply('b'), reply('c'), reply('d')]);
    const { message: short, cuts } = fit(message, ['WHATSAPP']);
    expect(short).toStrictEqual(choice('When?', [reply('In the morning, bef…'), reply('b'), reply('c')]));
    expect(cuts).toStrictEqual([
      { path: 'choice_message.choices', from: 4, to: 3, unit: 'entries', channel: 'WHATSAPP' },
      { path: 'choice_message.choices[0].text_message.text', from: 27, to: 20, unit: 'characters', channel: 'WHATSAPP' },
    ]);
    expect(message.choice_message.choices).toHaveLength(4);
  });

  it('cuts to what all of the channels take', () => {
    const long = card({ title: 't'.repeat(300), description: 'd'.repeat(100), choices: [reply('a')] });
    const { message } = fit(long, ['RCS', 'LINE', 'MESSENGER']);
    expect([message.card_message.title?.length, message.card_message.description?.length]).toStrictEqual([40, 60]);
  });

  it('counts as the channel counts, and leaves no half characters', () => {
    const family = '👨‍👩‍👧';
    expect(fit(text('я'.repeat(600)), ['INSTAGRAM']).cuts).toMatchObject([{ from: 1200, to: 999, unit: 'bytes' }]);
    expect(fit(text('🍎'.repeat(3000)), ['LINE']).message.text_message.text).toBe(`${'🍎'.repeat(2499)}…`);
    expect(fit(choice('a', [reply(family.repeat(21))]), ['WHATSAPP']).message).toStrictEqual(choice('a', [reply(`${family.repeat(19)}…`)]));
  });

  it('cuts what stands in for a message too, and what the API itself limits', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ title: `Row ${at}` }));
    expect(fit(withOmniOverrides(text('a'), { RCS: text('x'.repeat(4000)) }), ['RCS']).cuts).toMatchObject([
      { path: 'explicit_channel_omni_message.RCS.text_message.text', to: 3072 },
    ]);
    expect(fit(carousel(many), ['LINE']).cuts).toMatchObject([{ path: 'carousel_message.cards', from: 12, to: 10 }]);
  });

  it('leaves what would mean something else', () => {
    const message = list({ title: 'L', sections: [{ items: [{ title: 'a', postback: 'p'.repeat(201) }] }] });
    const { cuts, issues } = fit(message, ['WHATSAPP']);
    expect(cuts).toStrictEqual([]);
    expect(issues).toMatchObject([{ code: 'length', path: 'list_message.sections[0].items[0].choice.postback_data' }]);
    expect(fit(choice('a', [reply('b'), link('c', 'https://example.com')]), ['WHATSAPP']).issues).toMatchObject([{ code: 'choice_kind' }]);
  });

  it('leaves no text too long for any channel, and never throws', () => {
    const words = /(\btext|title|description|header|footer|menu|label)$/;
    fc.assert(
      fc.property(fc.oneof(anyMessage, fc.jsonValue() as fc.Arbitrary<unknown>), (message) => {
        const { message: short, issues } = fit(message as AppMessage, CHANNELS);
        expect(check(short, CHANNELS)).toStrictEqual(issues);
        expect(issues.filter(({ code, path }) => code === 'length' && words.test(path))).toStrictEqual([]);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
