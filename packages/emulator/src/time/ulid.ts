const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The characters as they are written. */
const CODES = Buffer.from(ALPHABET);
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;

/** Makes ULIDs: 26 characters that sort by the time they were made, also within one millisecond. */
export interface Ulids {
  next(): string;
  /** The last one made, or the empty text. */
  last(): string;
  /** Makes later ones only. Anything but an id is passed over. */
  continueAfter(id: string): void;
}

/**
 * @param now milliseconds since 1970
 * @param random a number from 0 up to 1, like Math.random
 */
export function createUlids(now: () => number, random: () => number): Ulids {
  let lastTime = -1;
  let last = '';
  /** Values of all characters of the last one, those of its time first. */
  const digits = new Uint8Array(TIME_LENGTH + RANDOM_LENGTH);
  /** The same as text: a text that is put together character by character takes twice the memory, in each id that is kept. */
  const text = Buffer.alloc(digits.length);

  function write(from: number): void {
    for (let index = from; index < digits.length; index += 1) text[index] = CODES[digits[index] ?? 0] ?? 0;
    last = text.toString('latin1');
  }

  function begin(time: number): void {
    let rest = time;
    for (let index = TIME_LENGTH - 1; index >= 0; index -= 1) {
      digits[index] = rest % 32;
      rest = Math.floor(rest / 32);
    }
    for (let index = TIME_LENGTH; index < digits.length; index += 1) digits[index] = Math.floor(random() * 32);
  }

  return {
    next() {
      // A clock that steps back must not break the order of ids.
      const time = Math.max(Math.floor(now()), lastTime);
      if (time === lastTime) write(increment(digits));
      else {
        begin(time);
        write(0);
      }
      lastTime = time;
      return last;
    },
    last: () => last,
    continueAfter(id) {
      const values = [...id].map((character) => ALPHABET.indexOf(character));
      if (values.length !== digits.length || values.includes(-1) || id <= last) return;
      digits.set(values);
      write(0);
      lastTime = values.slice(0, TIME_LENGTH).reduce((time, value) => time * 32 + value, 0);
    },
  };
}

/** Makes the random part the next one. @returns from where on the digits are others */
function increment(digits: Uint8Array): number {
  for (let index = digits.length - 1; index >= TIME_LENGTH; index -= 1) {
    const digit = digits[index] ?? 0;
    if (digit < 31) {
      digits[index] = digit + 1;
      return index;
    }
    digits[index] = 0;
  }
  return TIME_LENGTH;
}
