import { countIn } from '../rules/length.ts';

const ELLIPSIS = '…';

/** A text that was cut, with its lengths before and after. */
export interface Shortened {
  text: string;
  from: number;
  to: number;
}

/** The start of a text that is not longer than a limit, with an ellipsis, and without half of what people see as one character. */
export function shorten(text: string, most: number, unit: string): Shortened | undefined {
  const from = countIn(unit, text);
  if (from <= most) return undefined;
  const room = most - countIn(unit, ELLIPSIS);
  let kept = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += countIn(unit, segment);
    if (used > room) break;
    kept += segment;
  }
  const short = room < 0 ? '' : `${kept.trimEnd()}${ELLIPSIS}`;
  return { text: short, from, to: countIn(unit, short) };
}
