import fc from 'fast-check';

/** Values that nobody should send, and somebody does. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, -(2 ** 53), 0.1, '', ' ', [], {}, [[]], [null], { '': '' }),
  fc.constantFrom<unknown>(
    'CHANNEL_UNSPECIFIED',
    'NO_SUCH_VALUE',
    '__proto__',
    'constructor',
    '../..',
    '%00',
    '\u0000',
    '\ud800',
    '\u202e',
    '\u0024{a}',
    "'; --",
    '<b>',
  ),
  fc.constant('x').map((letter) => letter.repeat(20_000)),
  fc.constant(0).map(() => nest(40)),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Bodies that are no request at all: as text, so that they need not be JSON. */
export const hostileBody = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'null',
    '[]',
    '""',
    '0',
    '{',
    '{"a":',
    '{"app_id":"a",}',
    '\ufeff{}',
    '{"__proto__":{"app_id":1}}',
    '{"a":1}{"b":2}',
    'app_id=1',
  ),
  fc.constant(0).map(() => JSON.stringify(nest(500))),
  fc.constant(0).map(() => JSON.stringify({ text: 'x'.repeat(1_100_000) })),
);

function nest(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
}

/** The same with some values somewhere in it replaced, left out, or put in. */
export function spoil(made: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const change = fc.record({ at: fc.nat(), kind: fc.constantFrom('replace', 'drop', 'add', 'repeat'), value: hostile });
  return fc.tuple(made, fc.array(change, { minLength: 1, maxLength: 3 })).map(([value, changes]) => {
    const copy = structuredClone({ value });
    for (const { at, kind, value: given } of changes) {
      // The same object may be given twice: put into itself, it would have no end.
      const other = structuredClone(given);
      const places = placesIn(copy);
      const place = places[at % places.length];
      if (!place) continue;
      const { parent, key } = place;
      if (kind === 'replace') parent[key] = other;
      else if (kind === 'drop' && parent !== copy) delete parent[key];
      else if (kind === 'repeat') parent[key] = [parent[key], parent[key]];
      else if (typeof parent[key] === 'object' && parent[key] !== null) Object.assign(parent[key], { unknown_field: other });
    }
    return copy.value;
  });
}

interface Place {
  parent: Record<string, unknown>;
  key: string;
}

function placesIn(parent: unknown): Place[] {
  if (typeof parent !== 'object' || parent === null) return [];
  const fields = parent as Record<string, unknown>;
  return Object.keys(fields).flatMap((key) => [{ parent: fields, key }, ...placesIn(fields[key])]);
}
