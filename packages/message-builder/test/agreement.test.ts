import type { AppMessage, Choice } from '@convapi/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckIssue, call, card, check, choice, LIMITS, type LimitChannel, link, media, pin, render, reply } from '../src/index.ts';
import { anyMessage } from './helpers/arbitraries.ts';

/** Messages to try: few enough for every run by default, `CONVAPI_RULE_RUNS=10000` for the full run. */
const RUNS = Number(process.env.CONVAPI_RULE_RUNS ?? 300);

/** The full run takes minutes. */
const TIMEOUT_MS = 600_000;

const CHANNELS = Object.keys(LIMITS) as LimitChannel[];

// Words and files around every limit under which something is native.
const caption = fc.oneof(
  fc.constantFrom('', 'Yes', 'No', '*Yes*', 'a'.repeat(20), 'a'.repeat(21), '😀'.repeat(20), 'a'.repeat(30), 'a'.repeat(31)),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }),
);
const postback = fc.constantFrom(undefined, 'p', 'p'.repeat(229), 'é'.repeat(115));
const one: fc.Arbitrary<Choice> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(caption, postback).map((all) => reply(...all)) },
  fc.tuple(caption, postback).map(([title, back]) => link(title, 'https://example.com', back)),
  caption.map((title) => call(title, '+46701234567')),
  caption.map((title) => pin({ title, latitude: 1, longitude: 2 })),
);
const choices = fc.array(one, { maxLength: 4 });
const body = fc.constantFrom('', 'Which?', 'a'.repeat(1024), 'a'.repeat(1025), 'a'.repeat(1000), 'a'.repeat(1001));
const name = fc.constantFrom(
  'a.jpg',
  'a.gif',
  'a.webp',
  'a.mp4',
  'a.mp3',
  'a.wav',
  'a.pdf',
  'a.xlsx',
  'a.zip',
  'a',
  'a.b/',
  'JPG.JPEG?x=.pdf',
);
const file = name.map((end) => `https://example.com/${end}`);
const options = fc.record(
  {
    title: body,
    description: fc.constantFrom('', 'd', 'd'.repeat(60), 'd'.repeat(61)),
    media: file,
    choices,
    whatsappHeader: fc.constantFrom('', 'h'),
  },
  { requiredKeys: [] },
);
const message: fc.Arbitrary<AppMessage> = fc.oneof(
  fc.tuple(body, choices, fc.constantFrom({}, { whatsappFooter: 'f' })).map((all) => choice(...all)),
  options.map((all) => card(all)),
  file.map((url) => media(url)),
  // What is stored elsewhere is not known to either.
  anyMessage.filter((any) => !('template_message' in any)),
);

/** What check says of the whole message, as the mode that render gives it. */
function modesOf(issues: readonly CheckIssue[], channel: LimitChannel): string[] {
  const effects = issues.filter((issue) => issue.channel === channel).map(({ effect }) => effect);
  // A text that stands for a thing of the channel is mixed with what else there is.
  return effects.includes('unknown') ? ['unknown'] : effects.includes('text') ? ['text', 'mixed'] : ['native'];
}

describe('check and render', () => {
  it(
    'agree on what each channel shows in its own form',
    () => {
      fc.assert(
        fc.property(message, (any) => {
          const issues = check(any, CHANNELS);
          for (const channel of CHANNELS) {
            const { mode, changes } = render(any, channel);
            expect(modesOf(issues, channel), `${channel} ${JSON.stringify([changes, issues])}`).toContain(mode);
          }
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'agree on headers and footers that are not shown',
    () => {
      fc.assert(
        fc.property(message, (any) => {
          const issues = check(any, ['WHATSAPP']);
          const dropped = issues.filter(({ code, effect }) => code === 'no_effect' && effect === 'lost').map(({ path }) => path);
          const { changes } = render(any, 'WHATSAPP');
          const lost = changes.filter(
            ({ kind, path }) => kind === 'lost' && path.endsWith(`whatsapp_${path.includes('card') ? 'header' : 'footer'}`),
          );
          expect(dropped).toStrictEqual(lost.map(({ path }) => path));
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT_MS,
  );
});
