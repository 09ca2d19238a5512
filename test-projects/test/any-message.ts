import type { AppMessage, Choice } from '@convapi/core';
import { askLocation, call, card, carousel, choice, link, list, location, media, pin, reply, text } from '@convapi/message-builder';
import fc from 'fast-check';

// Texts, numbers and lists from sensible to senseless, so that both sides have something to refuse.
const words = fc.oneof(fc.constantFrom('', 'Yes', 'å 👋', 'x'.repeat(30), 'y'.repeat(1_100)), fc.string({ maxLength: 40 }));
const url = fc.constantFrom('https://example.com/a.png', 'https://example.com/a.pdf', 'nowhere', '');
const place = fc.record({
  title: words,
  latitude: fc.double({ min: -95, max: 95, noNaN: true }),
  longitude: fc.double({ min: -190, max: 190, noNaN: true }),
});
const anyChoice: fc.Arbitrary<Choice> = fc.oneof(
  fc.tuple(words, words).map(([caption, postback]) => reply(caption, postback)),
  fc.tuple(words, url).map(([title, target]) => link(title, target)),
  fc.tuple(words, fc.constantFrom('+46701234567', '+46701234567', '+46701234567', '112', '')).map(([title, phone]) => call(title, phone)),
  fc.tuple(words, url).map(([title, target]) => askLocation(title, target)),
  place.map((at) => pin(at)),
);
const choices = fc.oneof({ weight: 5, arbitrary: fc.array(anyChoice, { maxLength: 3 }) }, fc.array(anyChoice, { maxLength: 12 }));
const options = fc.record({ title: words, description: words, media: url, choices }, { requiredKeys: [] });
const row = fc.record({ title: words, description: words, postback: words }, { requiredKeys: ['title'] });
const section = fc.record({ title: words, items: fc.array(row, { maxLength: 4 }) }, { requiredKeys: ['items'] });

/** Messages of every ordinary type, right and wrong. */
export const anyMessage: fc.Arbitrary<AppMessage> = fc.oneof(
  words.map((body) => text(body)),
  url.map((target) => media(target)),
  place.map((at) => location(at)),
  fc.tuple(words, choices).map(([body, list]) => choice(body, list)),
  options.map((made) => card(made)),
  fc.record({ title: words, description: words, sections: fc.array(section, { maxLength: 3 }) }).map((made) => list(made)),
  fc.tuple(fc.array(options, { maxLength: 11 }), choices).map(([cards, outer]) => carousel(cards, { choices: outer })),
);

/** A copy with one value somewhere in it replaced by something else. Null is a field that was not given, for the emulator. */
export function mutated(made: fc.Arbitrary<object>): fc.Arbitrary<object> {
  const other = fc.oneof(words, fc.integer(), fc.boolean(), fc.constantFrom([], ['a'], {}));
  return fc.tuple(made, fc.nat(), other).map(([one, at, value]) => {
    const copy = JSON.parse(JSON.stringify(one));
    const places = placesIn(copy);
    const place = places[at % places.length];
    if (place !== undefined) place.parent[place.key] = value;
    return copy;
  });
}

function placesIn(parent: unknown): { parent: Record<string, unknown>; key: string }[] {
  if (typeof parent !== 'object' || parent === null) return [];
  const fields = parent as Record<string, unknown>;
  return Object.keys(fields).flatMap((key) => [{ parent: fields, key }, ...placesIn(fields[key])]);
}
