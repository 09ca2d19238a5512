import type { Choice } from '@convapi/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call, card, check, choice, link, render, reply } from '../src/index.ts';

const caption = fc.oneof(
  fc.constantFrom('Yes', 'No', '*Yes*', 'a'.repeat(20), 'a'.repeat(21), '😀'.repeat(20), 'a'.repeat(31)),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }),
);
const postback = fc.constantFrom(undefined, 'p', 'p'.repeat(229), 'é'.repeat(115));
const one: fc.Arbitrary<Choice> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(caption, postback).map((all) => reply(...all)) },
  fc.tuple(caption, postback).map(([title, back]) => link(title, 'https://example.com', back)),
  caption.map((title) => call(title, '+46701234567')),
);
const choices = fc.array(one, { minLength: 1, maxLength: 4 });
const body = fc.constantFrom('Which?', 'a'.repeat(1024), 'a'.repeat(1025));
const file = fc.constantFrom(undefined, 'https://example.com/a.jpg', 'https://example.com/a.gif', 'https://example.com/a.pdf');
const options = fc.record({ title: body, description: fc.constantFrom(undefined, 'd', 'd'.repeat(61)), media: file, choices });

const message = fc.oneof(
  fc.tuple(body, choices).map((all) => choice(...all)),
  options.map((all) => card(all)),
);

describe('check and render', () => {
  it.each(['WHATSAPP', 'VIBERBM'] as const)('agree on what %s shows as text', (channel) => {
    fc.assert(
      fc.property(message, (any) => {
        const issues = check(any, [channel]);
        const toText = issues.some((issue) => /plain text|media_message/.test(issue.message));
        expect(render(any, channel).mode !== 'native', JSON.stringify(issues)).toBe(toText);
      }),
      { numRuns: 1000 },
    );
  });
});
