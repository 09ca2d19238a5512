/** Widths of the characters from space to tilde in thousandths of the font size: those of Helvetica, Arial and Liberation Sans. */
const REGULAR: readonly number[] = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
  278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
  667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** The same in bold. */
const BOLD: readonly number[] = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333,
  333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722,
  667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611,
  611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/** Every character of a font for code. */
const MONO = 602;

/** The blocks that emoji are in, and the marks that make one of a digit. */
const MAY_HAVE_EMOJI = /[\u2000-\u3300\ud83c-\ud83e]/;

/** An emoji, alone or made of several. */
const EMOJI_WIDTH = 1250;
const EMOJI =
  /\p{RI}{2}|[#*\d]\ufe0f?\u20e3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)\p{EMod}?(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{EMod}?)*/gu;

/** How a text is set, as far as its width goes. */
export interface Face {
  bold?: boolean | undefined;
  mono?: boolean | undefined;
}

/** Width of a text in pixels. Letters outside of Latin are taken to be as wide as most of their kind. */
export function measureText(text: string, size: number, { bold = false, mono = false }: Face = {}): number {
  const widths = bold ? BOLD : REGULAR;
  let thousandths = 0;
  if (!MAY_HAVE_EMOJI.test(text)) thousandths = widthOf(text, widths, mono);
  else for (const { text: piece, emoji } of splitEmoji(text)) thousandths += emoji ? EMOJI_WIDTH : widthOf(piece, widths, mono);
  return (thousandths * size) / 1000;
}

/** A text in stretches that are one emoji, or hold none. */
export function splitEmoji(text: string): { text: string; emoji: boolean }[] {
  if (!MAY_HAVE_EMOJI.test(text)) return [{ text, emoji: false }];
  const pieces: { text: string; emoji: boolean }[] = [];
  let from = 0;
  for (const match of text.matchAll(EMOJI)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), emoji: false });
    pieces.push({ text: match[0], emoji: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), emoji: false });
  return pieces;
}

function widthOf(text: string, widths: readonly number[], mono: boolean): number {
  let thousandths = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code >= 0x7f) thousandths += characterWidth(code, widths, mono);
    else if (code >= 0x20) thousandths += mono ? MONO : (widths[code - 0x20] ?? 0);
    if (code > 0xffff) at += 1;
  }
  return thousandths;
}

function characterWidth(code: number, widths: readonly number[], mono: boolean): number {
  const character = String.fromCodePoint(code);
  if (code === 0xa0) return mono ? MONO : 278;
  if (isJoined(character, code)) return 0;
  if (mono && code < 0x500) return MONO;
  // An accent takes no width of its own.
  if (code < 0x250) return widths[(character.normalize('NFD').codePointAt(0) ?? 0) - 0x20] ?? 610;
  return isWide(code) ? 1010 : scriptWidth(code);
}

/** Accents, vowel signs and joiners stand over the character before them. */
function isJoined(character: string, code: number): boolean {
  return code >= 0x300 && /[\p{Mn}\p{Me}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{EMod}/u.test(character);
}

/** The square characters of Chinese, Japanese and Korean. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code < 0x1200) ||
    (code >= 0x2e80 && code < 0xd7b0) ||
    (code >= 0xf900 && code < 0xfb00) ||
    (code >= 0xff00 && code < 0xff61) ||
    code >= 0x1f000
  );
}

function scriptWidth(code: number): number {
  if (code >= 0x590 && code < 0x600) return 560;
  if (code >= 0x600 && code < 0x900) return 480;
  return code >= 0x2000 && code < 0x2100 ? 560 : 640;
}
