import { measureText } from './measure-text.ts';

/** A piece of a line in one look. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
  link: boolean;
}

/** How text is set. */
export interface Setting {
  width: number;
  size: number;
  bold?: boolean;
  italic?: boolean;
  /** Are `*bold*` and `_italic_` marks? */
  markup?: boolean;
}

/** More than a phone shows in several screens. */
const MOST_LINES = 60;
/** What comes behind is never drawn, so it is not measured either. */
const MOST_CHARACTERS = 6000;

/** The lines of a text, each as wide as it may be. */
export function wrapText(text: string, setting: Setting): Run[][] {
  const lines: Run[][] = [];
  for (const paragraph of text.slice(0, MOST_CHARACTERS).split('\n')) {
    lines.push(...wrapRuns(runsOf(paragraph, setting), setting));
    if (lines.length > MOST_LINES) break;
  }
  if (lines.length <= MOST_LINES && text.length <= MOST_CHARACTERS) return lines;
  return [...lines.slice(0, MOST_LINES), [{ text: '…', bold: false, italic: false, link: false }]];
}

/** The width of a line in pixels. */
export function lineWidth(line: readonly Run[], size: number): number {
  return line.reduce((width, run) => width + measureText(run.text, size, run.bold), 0);
}

function runsOf(paragraph: string, { bold = false, italic = false, markup = false }: Setting): Run[] {
  if (!markup) return [{ text: paragraph, bold, italic, link: false }];
  const runs: Run[] = [];
  let from = 0;
  for (const match of paragraph.matchAll(/(?<=^|[\s(>])([*_])(?=\S)([^*_]+)(?<=\S)\1(?=$|[\s.,:;!?)])/g)) {
    runs.push({ text: paragraph.slice(from, match.index), bold, italic, link: false });
    runs.push({ text: match[2] ?? '', bold: match[1] === '*', italic: match[1] === '_', link: false });
    from = match.index + match[0].length;
  }
  return [...runs, { text: paragraph.slice(from), bold, italic, link: false }];
}

function wrapRuns(runs: readonly Run[], { width, size }: Setting): Run[][] {
  const lines: Run[][] = [];
  let line: Run[] = [];
  let used = 0;
  for (const word of runs.flatMap(wordsOf)) {
    const advance = measureText(word.text.trimEnd(), size, word.bold);
    if (used > 0 && used + advance > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    for (const piece of advance > width ? piecesOf(word, width, size) : [word]) {
      const wide = measureText(piece.text, size, piece.bold);
      if (used > 0 && used + wide > width && piece !== word) {
        lines.push(line);
        line = [];
        used = 0;
      }
      line.push(piece);
      used += wide;
    }
  }
  return [...lines, line].map(mergeRuns);
}

/** Words with the space behind them. */
function wordsOf(run: Run): Run[] {
  const words = run.text.match(/\S+\s*|\s+/g) ?? [];
  return words.map((text) => ({ ...run, text, link: /^https?:\/\//.test(text) }));
}

/** A word that is wider than the line, such as a URL, in pieces. */
function piecesOf(word: Run, width: number, size: number): Run[] {
  const pieces: Run[] = [];
  let text = '';
  for (const { segment } of new Intl.Segmenter().segment(word.text)) {
    if (text !== '' && measureText(text + segment, size, word.bold) > width) {
      pieces.push({ ...word, text });
      text = '';
    }
    text += segment;
  }
  return [...pieces, { ...word, text }];
}

function mergeRuns(line: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of line) {
    const last = merged.at(-1);
    if (last && last.bold === run.bold && last.italic === run.italic && last.link === run.link) last.text += run.text;
    else merged.push({ ...run });
  }
  return merged;
}
