import { countBytes, countGraphemes } from '../check/count-units.ts';
import { change, type Draft } from './draft.ts';
import type { Certainty, RenderedLimit } from './rendered-message.ts';

/** What has a length on a phone. */
export type LimitedField =
  | 'text'
  | 'caption'
  | 'subject'
  | 'choices'
  | 'choiceText'
  | 'choiceTitle'
  | 'cardTitle'
  | 'cardDescription'
  | 'cardChoices'
  | 'listBody'
  | 'menu'
  | 'rowTitle'
  | 'rowDescription';

/** What becomes of more than the most: `cut` and `refused` as the source says; `either`, where it does not say which. */
type Effect = 'cut' | 'refused' | 'either';
type Row = readonly [most: number, effect: Effect, basis: Certainty, unit?: 'bytes' | 'utf16'];

/**
 * The most that a channel takes or shows where that does not make text of a message. Sources are those of the table of limits; a figure
 * of the channel's owner is `inferred`, since the vendor does not state it.
 */
export const TEXT_LIMITS: Readonly<Record<string, { readonly [Field in LimitedField]?: Row }>> = {
  RCS: {
    text: [3072, 'refused', 'stated'],
    choices: [11, 'refused', 'inferred'],
    choiceTitle: [25, 'either', 'inferred'],
    cardTitle: [200, 'refused', 'stated'],
    cardDescription: [2000, 'refused', 'stated'],
    cardChoices: [4, 'refused', 'inferred'],
  },
  WHATSAPP: {
    text: [4096, 'refused', 'stated'],
    caption: [1024, 'refused', 'inferred'],
    listBody: [4096, 'refused', 'inferred'],
    menu: [20, 'refused', 'inferred'],
    rowTitle: [24, 'refused', 'inferred'],
    rowDescription: [72, 'refused', 'inferred'],
  },
  MESSENGER: {
    text: [2000, 'refused', 'inferred'],
    choices: [3, 'refused', 'stated'],
    choiceText: [640, 'refused', 'inferred'],
    choiceTitle: [20, 'either', 'inferred'],
    cardTitle: [80, 'either', 'inferred'],
    cardDescription: [80, 'either', 'inferred'],
    cardChoices: [3, 'refused', 'inferred'],
  },
  VIBERBM: { text: [1000, 'cut', 'stated', 'utf16'], choiceTitle: [30, 'cut', 'stated', 'utf16'] },
  VIBER: { text: [7000, 'refused', 'stated'] },
  MMS: { subject: [80, 'either', 'stated'] },
  INSTAGRAM: {
    text: [1000, 'refused', 'inferred', 'bytes'],
    choices: [13, 'refused', 'inferred'],
    choiceTitle: [20, 'either', 'inferred'],
  },
  TELEGRAM: { text: [4096, 'refused', 'inferred', 'utf16'], caption: [1024, 'refused', 'inferred', 'utf16'] },
  KAKAOTALK: { text: [1000, 'refused', 'guess'], choices: [5, 'refused', 'guess'] },
  LINE: {
    text: [5000, 'refused', 'inferred', 'utf16'],
    choices: [4, 'refused', 'inferred'],
    choiceTitle: [20, 'refused', 'inferred'],
    cardTitle: [40, 'refused', 'inferred'],
    cardDescription: [60, 'refused', 'inferred'],
  },
  APPLEBC: { text: [3000, 'refused', 'guess'] },
};

/** Notes a text that is longer than the channel takes or shows. */
export function noteLimit(draft: Draft, field: LimitedField, text: string, path: string): void {
  const row = rowOf(draft, field);
  if (row === undefined || text.length <= leastLength(row)) return;
  const actual = row[3] === 'bytes' ? countBytes(text) : row[3] === 'utf16' ? text.length : countGraphemes(text);
  if (actual > row[0]) noteOver(draft, row, { most: row[0], actual, unit: row[3] === 'bytes' ? 'bytes' : 'characters' }, path);
}

/** Notes more choices than the channel takes. */
export function noteMany(draft: Draft, field: 'choices' | 'cardChoices', count: number, path: string): void {
  const row = rowOf(draft, field);
  if (row !== undefined && count > row[0]) noteOver(draft, row, { most: row[0], actual: count, unit: 'items' }, path);
}

/** The length after which the channel cuts a text, or undefined where it does not. */
export function cutLength(draft: Draft, field: LimitedField): number | undefined {
  const row = rowOf(draft, field);
  return row?.[1] === 'cut' ? row[0] : undefined;
}

function rowOf({ channel, direction }: Draft, field: LimitedField): Row | undefined {
  if (direction === 'TO_APP' || !Object.hasOwn(TEXT_LIMITS, channel)) return undefined;
  return TEXT_LIMITS[channel]?.[field];
}

/** A text this short in UTF-16 is short in any unit. */
function leastLength([most, , , unit]: Row): number {
  return unit === 'bytes' ? most / 3 : most;
}

function noteOver(draft: Draft, [most, effect, basis]: Row, limit: RenderedLimit, path: string): void {
  const over = limit.unit === 'items' ? `More than ${most} choices` : `Over ${most} ${limit.unit}`;
  if (effect === 'cut') change(draft, 'lost', path, `Cut after ${most} ${limit.unit}.`, basis, limit);
  else if (effect === 'refused') change(draft, 'refused', path, `${over}: ${draft.channel} does not take the message.`, basis, limit);
  else change(draft, 'changed', path, `${over}: ${draft.channel} cuts or refuses it.`, basis, limit);
}
