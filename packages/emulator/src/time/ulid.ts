const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
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
  let digits: number[] = [];
  let last = '';
  /** The part of the last one that is its time. */
  let prefix = '';

  return {
    next() {
      // A clock that steps back must not break the order of ids.
      const time = Math.max(Math.floor(now()), lastTime);
      if (time === lastTime) increment(digits);
      else {
        digits = Array.from({ length: RANDOM_LENGTH }, () => Math.floor(random() * 32));
        prefix = encodeTime(time);
      }
      lastTime = time;
      last = prefix + encodeDigits(digits);
      return last;
    },
    last: () => last,
    continueAfter(id) {
      const values = [...id].map((character) => ALPHABET.indexOf(character));
      if (values.length !== TIME_LENGTH + RANDOM_LENGTH || values.includes(-1) || id <= last) return;
      last = id;
      lastTime = values.slice(0, TIME_LENGTH).reduce((time, value) => time * 32 + value, 0);
      digits = values.slice(TIME_LENGTH);
      prefix = id.slice(0, TIME_LENGTH);
    },
  };
}

function increment(digits: number[]): void {
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    const digit = digits[index] ?? 0;
    if (digit < 31) {
      digits[index] = digit + 1;
      return;
    }
    digits[index] = 0;
  }
}

function encodeDigits(digits: readonly number[]): string {
  let text = '';
  for (const digit of digits) text += ALPHABET.charAt(digit);
  return text;
}

function encodeTime(time: number): string {
  let rest = time;
  let text = '';
  for (let index = 0; index < TIME_LENGTH; index += 1) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
