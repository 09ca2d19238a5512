/** What the proxy may do to a request. The comment of each says how often the service gets it. */
export const FAULTS = [
  'pass', // once
  'drop-request', // never: the connection is closed
  'reset-request', // never: the connection is reset
  'drop-answer', // once
  'reset-in-answer', // once, and the connection is reset in the middle of the body
  'stall-in-answer', // once, and the rest of the body does not come
  'truncate-json', // once, and half of the body comes as if it were all of it
  'delay', // once, and the answer is late, but in time for the client
  'delay-beyond', // once, and the answer comes after the client has given up
  'hold-beyond', // once, but only after the client has given up
  '429', // never
  '429-retry-after', // never
  '503', // never
  '500-after', // once, and the answer is thrown away for a 500
  '503-after', // once, and the answer is thrown away for the 503 of a gateway
  '401', // never, at most once for a message
  'duplicate', // twice
] as const;

export type Fault = (typeof FAULTS)[number];

/** How many of a hundred requests meet some fault; all faults are equally likely. */
const FAULTY_PERCENT = 40;

/**
 * A source of numbers from 0 up to 1 that a seed decides (mulberry32).
 *
 * @example
 * ```ts
 * const random = seededRandom(7);
 * console.log(random() === seededRandom(7)());
 * ```
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The fault that the `nth` arrival of a message meets: a seed gives the same faults whatever order requests arrive in. */
export function chooseFault(seed: number, key: string, nth: number): Fault {
  const random = seededRandom(hash(`${seed} ${key} ${nth}`));
  if (random() * 100 >= FAULTY_PERCENT) return 'pass';
  return FAULTS[1 + Math.floor(random() * (FAULTS.length - 1))] ?? 'pass';
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
