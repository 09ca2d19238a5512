import type { TextSpan } from './text-span.ts';

type Look = Omit<TextSpan, 'text' | 'link'>;

/** A stretch of the text as it is sent, between marks. */
interface Stretch {
  start: number;
  end: number;
  look: Look;
}

/** Where a web address stands. */
interface Address {
  start: number;
  end: number;
}

/** What a scan needs: the text with its addresses covered, and what was looked up already, so that all is read once a mark. */
interface Scan {
  covered: string;
  /** Per mark the place of the next closing one. */
  closing: Map<string, number>;
  /** The end of the line that the scan is in. */
  lineEnd: number;
  found: Stretch[];
}

const CODE = '```';

const LOOKS: Readonly<Record<string, Look>> = {
  '*': { bold: true },
  _: { italic: true },
  '~': { strike: true },
  '`': { mono: true },
  '```': { mono: true },
};

/** An address up to the space behind it; marks and full stops at its end belong to the sentence. */
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>"*_~`.,;:!?')\]]/g;
const NO_ADDRESSES: readonly Address[] = [];
const LETTER = /[\p{L}\p{N}]/u;

/** The looks of a text, or undefined where it is plain and leads nowhere. With `markup` the marks of WhatsApp and Viber are read. */
export function toSpans(text: string, markup: boolean): TextSpan[] | undefined {
  const hasMarks = markup && /[*_~`]/.test(text);
  const addresses = text.includes('://') ? addressesOf(text) : NO_ADDRESSES;
  if (!hasMarks && addresses.length === 0) return undefined;
  const stretches = hasMarks ? findStretches(text, addresses) : [{ start: 0, end: text.length, look: {} }];
  const spans = withLinks(text, stretches, addresses);
  const [only] = spans;
  return spans.length === 1 && only && Object.keys(only).length === 1 && only.text === text ? undefined : spans;
}

function addressesOf(text: string): Address[] {
  const addresses: Address[] = [];
  ADDRESS.lastIndex = 0;
  // Quicker than matchAll, and most texts have one or none.
  for (let match = ADDRESS.exec(text); match; match = ADDRESS.exec(text)) addresses.push({ start: match.index, end: ADDRESS.lastIndex });
  return addresses;
}

function findStretches(text: string, addresses: readonly Address[]): Stretch[] {
  // Marks within an address are part of it.
  const hidden = addresses.some(({ start, end }) => /[*_~`]/.test(text.slice(start, end)));
  const covered = hidden ? text.replace(ADDRESS, (address) => 'x'.repeat(address.length)) : text;
  const scan: Scan = { covered, closing: new Map(), lineEnd: -1, found: [] };
  scanRange(scan, 0, text.length, {});
  return scan.found;
}

/** Finds what is marked between two places, and in it what is marked again; the closing marks are looked for once. */
function scanRange(scan: Scan, start: number, end: number, look: Look): void {
  const { covered, found } = scan;
  let from = start;
  for (let at = start; at < end; at += 1) {
    const mark = markAt(covered, at);
    if (mark === '' || !opens(covered, at, mark, start)) continue;
    const close = closingOf(scan, mark, at + mark.length);
    if (close < 0 || close + mark.length > end) continue;
    if (at > from) found.push({ start: from, end: at, look });
    const inner = { ...look, ...LOOKS[mark] };
    if (mark.startsWith('`')) found.push({ start: at + mark.length, end: close, look: inner });
    else scanRange(scan, at + mark.length, close, inner);
    from = close + mark.length;
    at = from - 1;
  }
  if (from < end) found.push({ start: from, end, look });
}

function markAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (code === 0x2a) return '*';
  if (code === 0x5f) return '_';
  if (code === 0x7e) return '~';
  return code !== 0x60 ? '' : text.startsWith(CODE, at) ? CODE : '`';
}

/** A mark opens before something that is no space, and behind something that is no letter. Code of several lines may start with one. */
function opens(text: string, at: number, mark: string, start: number): boolean {
  const next = text[at + mark.length];
  if (next === undefined || next === mark || (at > start && LETTER.test(text[at - 1] as string))) return false;
  return mark === CODE || !isSpace(next);
}

/** The place of the mark that closes, or -1. What was found stays good while the scan is before it. */
function closingOf(scan: Scan, mark: string, from: number): number {
  let close = scan.closing.get(mark) ?? 0;
  if (close >= 0 && close <= from) {
    close = scan.covered.indexOf(mark, from + 1);
    while (close >= 0 && !closes(scan.covered, close, mark)) close = scan.covered.indexOf(mark, close + 1);
    scan.closing.set(mark, close);
  }
  // Only three ticks reach over lines.
  return mark === CODE || close < lineEndOf(scan, from) ? close : -1;
}

function lineEndOf(scan: Scan, from: number): number {
  if (from > scan.lineEnd) {
    const end = scan.covered.indexOf('\n', from);
    scan.lineEnd = end < 0 ? scan.covered.length : end;
  }
  return scan.lineEnd;
}

/** Quicker than a pattern, and the same characters. */
function isSpace(character: string): boolean {
  return character.trim() === '';
}

function closes(text: string, at: number, mark: string): boolean {
  const next = text[at + mark.length];
  if (next !== undefined && (LETTER.test(next) || next === mark)) return false;
  return mark === CODE || !isSpace(text[at - 1] as string);
}

function withLinks(text: string, stretches: readonly Stretch[], addresses: readonly Address[]): TextSpan[] {
  const spans: TextSpan[] = [];
  let next = 0;
  for (const { start, end, look } of stretches) {
    let from = start;
    for (let address = addresses[next]; address && address.start < end; address = addresses[next]) {
      if (address.start > from) spans.push(toSpan(text.slice(from, address.start), look));
      const link = toSpan(text.slice(address.start, address.end), look);
      if (!look.mono) link.link = link.text;
      spans.push(link);
      from = address.end;
      next += 1;
    }
    if (from < end) spans.push(toSpan(text.slice(from, end), look));
  }
  return spans;
}

function toSpan(text: string, { bold, italic, strike, mono }: Look): TextSpan {
  const span: TextSpan = { text };
  if (bold) span.bold = bold;
  if (italic) span.italic = italic;
  if (strike) span.strike = strike;
  if (mono) span.mono = mono;
  return span;
}
