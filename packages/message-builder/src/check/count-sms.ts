import { SMS_GSM7_PART_UNITS, SMS_GSM7_UNITS, SMS_UCS2_PART_UNITS, SMS_UCS2_UNITS } from '../generated/numbers.ts';
import { need } from '../internal/need.ts';

/** Alphabet of an SMS. One character outside GSM-7 makes the whole text UCS-2, which holds less than half. */
export type SmsEncoding = 'GSM-7' | 'UCS-2';

/** How many SMS a text takes. */
export interface SmsCount {
  /** Alphabet that the text needs. */
  encoding: SmsEncoding;
  /** Parts that are sent, and billed: 0 for an empty text. */
  segments: number;
  /** Units of the text itself: septets in GSM-7, where `€` and brackets take two; 16-bit units in UCS-2, where most emoji take two. */
  unitsUsed: number;
  /** Units that still fit without another part. */
  unitsLeft: number;
}

/** GSM 03.38, the basic alphabet: one septet each. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

/** Its extension: an escape and one more septet. */
const EXTENDED = '\f^{}\\[~]|€';

/**
 * How many SMS a text takes, in which alphabet, and how much room is left.
 *
 * A part never splits a two-unit character, so a part may stay one unit short.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { countSms } from '@convapi/message-builder';
 *
 * const { encoding, segments } = countSms('Your table is booked for 19:30 – see you!');
 * ```
 */
export function countSms(text: string): SmsCount {
  return firstOutsideGsm7(need('countSms.text', text)) === undefined
    ? split(text, 'GSM-7', SMS_GSM7_UNITS, SMS_GSM7_PART_UNITS)
    : split(text, 'UCS-2', SMS_UCS2_UNITS, SMS_UCS2_PART_UNITS);
}

/** The first character that GSM-7 does not have: it doubles what the text costs. */
export function firstOutsideGsm7(text: string): string | undefined {
  for (const character of text) {
    if (!isPlain(character) && !BASIC.includes(character) && !EXTENDED.includes(character)) return character;
  }
  return undefined;
}

function split(text: string, encoding: SmsEncoding, alone: number, part: number): SmsCount {
  let unitsUsed = 0;
  let closed = 0;
  let inPart = 0;
  for (const character of text) {
    const units = unitsOf(character, encoding);
    if (inPart + units > part) {
      closed++;
      inPart = 0;
    }
    inPart += units;
    unitsUsed += units;
  }
  if (unitsUsed <= alone) return { encoding, segments: unitsUsed === 0 ? 0 : 1, unitsUsed, unitsLeft: alone - unitsUsed };
  return { encoding, segments: closed + 1, unitsUsed, unitsLeft: part - inPart };
}

function unitsOf(character: string, encoding: SmsEncoding): number {
  if (encoding === 'UCS-2') return character.length;
  return !isPlain(character) && EXTENDED.includes(character) ? 2 : 1;
}

/** Space, digits and letters without accents: nearly all of a text, and quick to tell. */
function isPlain(character: string): boolean {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || (character >= ' ' && character <= '?');
}
