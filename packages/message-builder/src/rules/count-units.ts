/** Beyond this no channel shows a text, and counting what people see would only take time. */
const TOO_LONG_TO_SEE = 100_000;

/** Characters as people count them: `👍🏽` is one. */
export function countGraphemes(text: string): number {
  if (text.length > TOO_LONG_TO_SEE || isAscii(text)) return text.length;
  let count = 0;
  for (const _ of new Intl.Segmenter().segment(text)) count++;
  return count;
}

/** Characters as RCS counts them: an emoji is two, or more when it is made of more. */
export function countOnRcs(text: string): number {
  if (text.length > TOO_LONG_TO_SEE || isAscii(text)) return text.length;
  let count = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) count += isEmoji(segment) ? Math.max(2, segment.length) : 1;
  return count;
}

/** Unicode code points, the unit of limits in the API description. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Bytes in UTF-8. */
export function countBytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // A surrogate is half of a character of four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
  }
  return bytes;
}

function isEmoji(grapheme: string): boolean {
  return /\p{Emoji_Presentation}|\p{Regional_Indicator}|\uFE0F/u.test(grapheme);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e || text.charCodeAt(at) === 0x0d) return false;
  return true;
}
