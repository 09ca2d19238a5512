import { asList, asText, fieldOf } from '../internal/read.ts';
import { rulesOf } from './channel-rules.ts';
import { type ReadChoice, readChoice } from './choice-kinds.ts';
import { lengthBeyond } from './length.ts';
import type { Obstacle } from './obstacle.ts';

/** Longest caption that is searched for Markdown: a longer one is an obstacle already, and looking for pairs in it could take long. */
const SEARCHED_CHARS = 200;

/** Why these choices are no buttons on a channel that has buttons under conditions only. `path` leads to the list. */
export function choicesObstacles(channel: string, choices: unknown, path: string): Obstacle[] {
  const list = asList(choices);
  if (list.length === 0) return [{ path, code: 'empty', rule: 'choicesMax', text: `has no choice, which ${channel} has buttons for` }];
  if (channel === 'WHATSAPP') return whatsAppObstacles(list, path);
  return channel === 'VIBERBM' ? viberObstacles(list, path) : [];
}

/** Viber Business Messages have one button: a link, a call or a place. */
function viberObstacles(choices: readonly unknown[], path: string): Obstacle[] {
  const kind = readChoice(choices[0])?.kind;
  const { length } = choices;
  if (length === 1 && (kind === 'url_message' || kind === 'call_message' || kind === 'location_message')) return [];
  const found = length === 1 ? 'a choice that VIBERBM has no button for' : `${length} choices`;
  const text = `has ${found}: it takes one link, call or place`;
  return [{ path, code: 'choice_kind', rule: 'choicesMax', text, limit: 1, actual: length }];
}

/** WhatsApp has up to three buttons for text choices, or a single link. */
function whatsAppObstacles(choices: readonly unknown[], path: string): Obstacle[] {
  const { choicesMax } = rulesOf('WHATSAPP').limits;
  const most = choicesMax?.most ?? 0;
  const read = choices.map(readChoice);
  const obstacles: Obstacle[] = [];
  const single = read.length === 1 && read[0]?.kind === 'url_message';
  const odd = single ? -1 : read.findIndex((one) => one?.kind !== 'text_message');
  if (choices.length > most) {
    const text = `has ${choices.length} entries, WHATSAPP takes ${most}`;
    obstacles.push({ path, code: 'count', rule: 'choicesMax', text, limit: most, actual: choices.length });
  } else if (odd >= 0) {
    const text = `is a choice that WHATSAPP has no button for here: it takes up to ${most} text choices, or a single link`;
    obstacles.push({ path: `${path}[${odd}]`, code: 'choice_kind', rule: 'choicesMax', text });
  }
  const seen = new Set<string>();
  for (const [at, choice] of read.entries()) {
    const place = `${path}[${at}]`;
    if (choice !== undefined) obstacles.push(...captionObstacles(choice, place, seen));
    const postback = asText(fieldOf(choices[at], 'postback_data'));
    if (postback !== undefined) obstacles.push(...longer('WHATSAPP', 'postbackChars', postback, `${place}.postback_data`));
  }
  return obstacles;
}

function captionObstacles({ kind, path, caption }: ReadChoice, place: string, seen: Set<string>): Obstacle[] {
  const at = `${place}.${path}`;
  const obstacles = longer('WHATSAPP', 'choiceTitleChars', caption, at);
  const mark = kind === 'text_message' ? markdownIn(caption) : undefined;
  if (mark !== undefined) {
    const text = `has Markdown, ${mark}, which WHATSAPP does not take in a choice`;
    obstacles.push({ path: at, code: 'markdown', rule: 'choiceTitleChars', text, actual: mark });
  }
  if (seen.has(caption))
    obstacles.push({ path: at, code: 'duplicate', rule: 'choiceTitleChars', text: 'is the caption of an earlier choice too' });
  seen.add(caption);
  return obstacles;
}

/** A pair of marks that WhatsApp would set as bold, italic, struck or code. */
function markdownIn(caption: string): string | undefined {
  return /([*_~`])\S(?:[^\n]*?\S)?\1/.exec(caption.slice(0, SEARCHED_CHARS))?.[0];
}

/** The obstacle of a text that is longer than the channel takes, if it is. */
export function longer(channel: string, rule: Obstacle['rule'], text: string, path: string): Obstacle[] {
  const limit = rulesOf(channel).limits[rule];
  const actual = lengthBeyond(text, limit);
  if (limit === undefined || actual === undefined) return [];
  const sentence = `has ${actual} ${limit.unit}, ${channel} takes ${limit.most}`;
  return [{ path, code: 'length', rule, text: sentence, limit: limit.most, actual, unit: limit.unit }];
}
