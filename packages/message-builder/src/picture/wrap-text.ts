import type { TextSpan } from '../render/text-span.ts';
import { cleanText, hasRightToLeft, isRightToLeft } from './clean-text.ts';
import { type Face, measureText } from './measure-text.ts';

/** A piece of a line in one look. */
export interface Run extends Face {
  text: string;
  italic: boolean;
  strike: boolean;
  link: boolean;
}

/** A line of a text. */
export interface Line {
  runs: Run[];
  width: number;
  /** Does it start at the right? */
  fromRight: boolean;
  /** Does any of it run from right to left? Its pieces have to be laid out together. */
  mixed: boolean;
}

/** How text is set. */
export interface Setting {
  width: number;
  size: number;
  bold?: boolean;
  italic?: boolean;
  mono?: boolean;
}

/** More than a phone shows in several screens. */
const MOST_LINES = 60;
/** What comes behind is never drawn, so it is not measured either. */
const MOST_CHARACTERS = 6000;

/** The lines of a text, each as wide as it may be. */
export function wrapText(spans: readonly TextSpan[], setting: Setting): Line[] {
  const { runs, isCut } = toRuns(spans, setting);
  const lines: Line[] = [];
  for (const paragraph of toParagraphs(runs)) {
    lines.push(...wrapParagraph(paragraph, setting));
    if (lines.length > MOST_LINES) break;
  }
  if (lines.length <= MOST_LINES && !isCut) return lines;
  const end: Run = { text: '…', italic: false, strike: false, link: false };
  return [...lines.slice(0, MOST_LINES), { runs: [end], width: measureText('…', setting.size), fromRight: false, mixed: false }];
}

function toRuns(spans: readonly TextSpan[], { bold = false, italic = false, mono = false }: Setting): { runs: Run[]; isCut: boolean } {
  const runs: Run[] = [];
  let left = MOST_CHARACTERS;
  for (const span of spans) {
    if (left <= 0) return { runs, isCut: true };
    runs.push({
      text: cleanText(span.text.slice(0, left)),
      bold: bold || span.bold === true,
      italic: italic || span.italic === true,
      mono: mono || span.mono === true,
      strike: span.strike === true,
      link: span.link !== undefined,
    });
    left -= span.text.length;
  }
  return { runs, isCut: left < 0 };
}

function toParagraphs(runs: readonly Run[]): Run[][] {
  let paragraph: Run[] = [];
  const paragraphs = [paragraph];
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) {
        paragraph = [];
        paragraphs.push(paragraph);
      }
      if (text !== '') paragraph.push({ ...run, text });
    });
  }
  return paragraphs;
}

function wrapParagraph(runs: readonly Run[], { width, size }: Setting): Line[] {
  const whole = runs.map(({ text }) => text).join('');
  const mixed = hasRightToLeft(whole);
  const fromRight = mixed && isRightToLeft(whole);
  const lines: Run[][] = [];
  let line: Run[] = [];
  let used = 0;
  const breakLine = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  for (const word of runs.flatMap(wordsOf)) {
    const advance = measureText(word.text.trimEnd(), size, word);
    if (used > 0 && used + advance > width) breakLine();
    for (const piece of advance > width ? piecesOf(word, width, size) : [word]) {
      const wide = measureText(piece.text.trimEnd(), size, piece);
      if (used > 0 && used + wide > width) breakLine();
      line.push(piece);
      used += measureText(piece.text, size, piece);
    }
  }
  lines.push(line);
  return lines.map((pieces, index) => toLine(mergeRuns(pieces, index === 0), size, { fromRight, mixed }));
}

function toLine(runs: Run[], size: number, direction: Pick<Line, 'fromRight' | 'mixed'>): Line {
  const width = runs.reduce((sum, run) => sum + measureText(run.text, size, run), 0);
  return { runs, width, ...direction };
}

/** Words with the space behind them. */
function wordsOf(run: Run): Run[] {
  const words = run.text.match(/[^\s\u00a0]+[\s]*|[\s\u00a0]+/g) ?? [];
  return words.map((text) => ({ ...run, text }));
}

/** A word that is wider than the line, such as a URL, in pieces. */
function piecesOf(word: Run, width: number, size: number): Run[] {
  const pieces: Run[] = [];
  let text = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(word.text)) {
    const wide = measureText(segment, size, word);
    if (text !== '' && used + wide > width && segment.trim() !== '') {
      pieces.push({ ...word, text });
      text = '';
      used = 0;
    }
    text += segment;
    used += wide;
  }
  return [...pieces, { ...word, text }];
}

/** Neighbours of one look as one run, without the space at its ends; of several spaces in a row, drawings would show one. */
function mergeRuns(line: readonly Run[], isFirst: boolean): Run[] {
  const merged: Run[] = [];
  for (const run of line) {
    const last = merged.at(-1);
    if (last && isAlike(last, run)) last.text += run.text;
    // Words are made for this line alone: the first takes up those behind it.
    else merged.push(run);
  }
  const first = merged[0];
  const last = merged.at(-1);
  if (first && !isFirst) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  for (const run of merged) if (/^ | {2}| $/.test(run.text)) run.text = run.text.replace(/^ | (?= )| $/g, '\u00a0');
  return merged.filter(({ text }) => text !== '');
}

function isAlike(one: Run, other: Run): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.strike === other.strike &&
    one.mono === other.mono &&
    one.link === other.link
  );
}
