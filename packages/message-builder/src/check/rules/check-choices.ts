import { API_LIMITS } from '../../generated/limits.ts';
import type { Limit } from '../../limits.ts';
import { checkLength } from '../check-length.ts';
import { countBytes } from '../count-units.ts';
import type { IssueSeverity } from '../issue.ts';
import { asFields, asList, fieldOf } from '../read.ts';
import { checkCount, type Scope, tell } from '../scope.ts';

/** What becomes of choices that break a rule of the channel. */
interface Fate {
  severity: IssueSeverity;
  effect?: string;
}

const REFUSED: Fate = { severity: 'error' };
const AS_TEXT: Fate = { severity: 'warning', effect: 'The choices are sent as plain text.' };
const CUT: Fate = { severity: 'warning', effect: 'The rest of the caption is cut off.' };

/** Kind and caption of a choice, with the path of the caption. */
interface Caption {
  kind: string;
  path: string;
  caption: string;
}

/** Choices of a message or a card: how many, of which kind, and what each says. */
export function checkChoices(scope: Scope, path: string, value: unknown, most: Limit | undefined): void {
  const choices = asList(value);
  if (choices.length === 0) return;
  const { channel } = scope;
  const captions = choices.map(captionOf);
  const fate = channel === 'WHATSAPP' ? AS_TEXT : REFUSED;
  if (channel === 'WHATSAPP') checkWhatsAppKinds(scope, path, captions);
  else if (channel === 'VIBERBM') checkViberKinds(scope, path, captions);
  else if (!isLimitOfApi(most)) checkCount(scope, path, choices.length, { limit: most, ...fate });
  if (scope.limits.choiceTitleChars.value !== null) checkCaptions(scope, path, captions, fate);
  if (scope.limits.postbackChars !== undefined) checkPostbacks(scope, path, choices, fate);
  if (channel === 'WHATSAPP') checkUnique(scope, path, captions);
}

function captionOf(choice: unknown): Caption | undefined {
  const fields = asFields(choice) ?? {};
  for (const kind of Object.keys(fields)) {
    const key = kind === 'text_message' ? 'text' : 'title';
    const caption = fieldOf(fields[kind], key);
    if (typeof caption === 'string') return { kind, path: `${kind}.${key}`, caption };
  }
  return undefined;
}

function checkCaptions(scope: Scope, path: string, captions: readonly (Caption | undefined)[], fate: Fate): void {
  const rule = { limit: scope.limits.choiceTitleChars, ...(scope.channel === 'VIBERBM' ? CUT : fate) };
  for (let at = 0; at < captions.length; at++) {
    const found = captions[at];
    if (found === undefined) continue;
    const place = `${path}[${at}].${found.path}`;
    checkLength(scope, place, found.caption, rule);
    if (scope.channel === 'WHATSAPP' && found.kind === 'text_message') checkMarkdown(scope, place, found.caption);
  }
}

function checkPostbacks(scope: Scope, path: string, choices: readonly unknown[], fate: Fate): void {
  const rule = { limit: scope.limits.postbackChars, count: countBytes, ...fate };
  for (let at = 0; at < choices.length; at++)
    checkLength(scope, `${path}[${at}].postback_data`, fieldOf(choices[at], 'postback_data'), rule);
}

/** Native on WhatsApp: up to three text choices, or a single link. */
function checkWhatsAppKinds(scope: Scope, path: string, captions: readonly (Caption | undefined)[]): void {
  const origin = scope.limits.choicesMax;
  const limit = origin.value ?? 0;
  if (captions.length > limit) checkCount(scope, path, captions.length, { limit: origin, ...AS_TEXT });
  else if (!captions.every((one) => one?.kind === 'text_message') && !(captions.length === 1 && captions[0]?.kind === 'url_message')) {
    const text = `has choices that WHATSAPP has no buttons for: it takes up to ${limit} text choices, or a single link`;
    tell(scope.report, scope.channel, { path, code: 'choice_kind', text, ...AS_TEXT }, origin);
  }
}

/** Native on Viber BM: exactly one link, call or place. */
function checkViberKinds(scope: Scope, path: string, captions: readonly (Caption | undefined)[]): void {
  const kind = captions[0]?.kind;
  const { length } = captions;
  if (length === 1 && (kind === 'url_message' || kind === 'call_message' || kind === 'location_message')) return;
  const found = length === 1 ? 'a choice that VIBERBM has no button for' : `${length} choices`;
  const text = `has ${found}: it takes one link, call or place`;
  tell(scope.report, scope.channel, { path, code: 'choice_kind', limit: 1, actual: length, text, ...AS_TEXT }, scope.limits.choicesMax);
}

function checkUnique(scope: Scope, path: string, captions: readonly (Caption | undefined)[]): void {
  const seen = new Set<string>();
  for (let at = 0; at < captions.length; at++) {
    const found = captions[at];
    if (found === undefined) continue;
    if (seen.has(found.caption)) {
      const finding = {
        path: `${path}[${at}].${found.path}`,
        code: 'duplicate',
        text: 'is the caption of an earlier choice too',
        ...AS_TEXT,
      } as const;
      tell(scope.report, scope.channel, finding, scope.limits.choiceTitleChars);
    }
    seen.add(found.caption);
  }
}

function checkMarkdown(scope: Scope, path: string, caption: string): void {
  // A caption this long is reported for its length; looking for pairs in it could take long.
  const mark = /([*_~`])\S(?:[^\n]*?\S)?\1/.exec(caption.slice(0, 200))?.[0];
  if (mark === undefined) return;
  const text = `has Markdown, ${mark}, which WHATSAPP does not take in a choice`;
  const finding = {
    path,
    code: 'markdown',
    severity: 'warning',
    actual: mark,
    text,
    effect: 'The choices are sent as plain text.',
  } as const;
  tell(scope.report, scope.channel, finding, scope.limits.choiceTitleChars);
}

/** The API has said so already. */
function isLimitOfApi(limit: Limit | undefined): boolean {
  return limit?.basis === 'sinch-api' && limit.value === API_LIMITS.choiceMessage.choicesMax.value;
}
