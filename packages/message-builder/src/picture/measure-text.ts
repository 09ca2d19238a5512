/** Widths of the characters from space to tilde in thousandths of the font size: those of Helvetica, Arial and Liberation Sans. */
const WIDTHS: readonly number[] = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
  278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
  667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** Bold letters are wider. */
const BOLD = 1.08;

/** Width of a text in pixels. Letters outside ASCII are taken to be as wide as most of their kind. */
export function measureText(text: string, size: number, bold = false): number {
  let thousandths = 0;
  for (const character of text) thousandths += widthOf(character.codePointAt(0) ?? 0);
  return (thousandths * size * (bold ? BOLD : 1)) / 1000;
}

function widthOf(code: number): number {
  if (code < 0x20) return 0;
  if (code < 0x7f) return WIDTHS[code - 0x20] ?? 556;
  if (code < 0x300) return 610;
  if (isJoined(code)) return 0;
  if (code >= 0x1f000) return 1250;
  return code >= 0x1100 && code < 0xfb00 && (code < 0x2000 || code >= 0x2600) ? 1010 : 640;
}

/** Accents, joiners and skin tones take the room of the character before them. */
function isJoined(code: number): boolean {
  return code <= 0x36f || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0x1f3fb && code <= 0x1f3ff);
}
