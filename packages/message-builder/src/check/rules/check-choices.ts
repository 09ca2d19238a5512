import type { Limit } from '../../limits.ts';
import { API_LIMITS } from '../../limits.ts';
import { checkLength } from '../check-length.ts';
import { countBytes } from '../count-units.ts';
import type { IssueSeverity } from '../issue.ts';
import { asFields, asList, asText, fieldOf } from '../read.ts';
import { checkCount, type Scope, tell } from '../scope.ts';

/** What becomes of choices that break a rule of the channel. */
interface Fate {
  severity: IssueSeverity;
  effect?: string;
}

/** Choices of a message or a card: how many, of which kind, and what each says. */
export function checkChoices(scope: Scope, path: string, value: unknown, most: Limit | undefined): void {
  const choices = asList(value);
  if (choices.length === 0) return;
  const fate: Fate =
    scope.channel === 'WHATSAPP' ? { severity: 'warning', effect: 'The choices are sent as plain text.' } : { severity: 'error' };
  if (scope.channel === 'WHATSAPP') checkWhatsAppKinds(scope, path, choices);
  else if (scope.channel === 'VIBERBM') checkViberKinds(scope, path, choices);
  else if (!isLimitOfApi(most)) checkCount(scope, path, choices.length, { limit: most, ...fate });
  for (const [at, one] of choices.entries()) checkChoice(scope, `${path}[${at}]`, one, fate);
  if (scope.channel === 'WHATSAPP') checkUnique(scope, path, choices);
}

/** Caption and kind of a choice, with the path of the caption. */
export function captionOf(choice: unknown): { kind: string; path: string; caption: string } | undefined {
  for (const [kind, message] of Object.entries(asFields(choice) ?? {})) {
    const key = kind === 'text_message' ? 'text' : 'title';
    const caption = kind === 'postback_data' ? undefined : asText(fieldOf(message, key));
    if (caption !== undefined) return { kind, path: `${kind}.${key}`, caption };
  }
  return undefined;
}

function checkChoice(scope: Scope, path: string, choice: unknown, fate: Fate): void {
  const found = captionOf(choice);
  const { choiceTitleChars: limit, postbackChars } = scope.limits;
  if (found !== undefined) {
    const cut: Fate = scope.channel === 'VIBERBM' ? { severity: 'warning', effect: 'The rest of the caption is cut off.' } : fate;
    checkLength(scope, `${path}.${found.path}`, found.caption, { limit, ...cut });
    if (scope.channel === 'WHATSAPP' && found.kind === 'text_message') checkMarkdown(scope, `${path}.${found.path}`, found.caption);
  }
  checkLength(scope, `${path}.postback_data`, fieldOf(choice, 'postback_data'), { limit: postbackChars, count: countBytes, ...fate });
}

/** Native on WhatsApp: up to three text choices, or a single link. */
function checkWhatsAppKinds(scope: Scope, path: string, choices: readonly unknown[]): void {
  const kinds = choices.map((choice) => captionOf(choice)?.kind);
  const origin = scope.limits.choicesMax;
  const limit = origin.value ?? 0;
  const fate = { severity: 'warning', effect: 'They are sent as plain text.' } as const;
  if (choices.length > limit) checkCount(scope, path, choices.length, { limit: origin, ...fate });
  else if (!kinds.every((kind) => kind === 'text_message') && !(kinds.length === 1 && kinds[0] === 'url_message')) {
    const text = `has choices that WHATSAPP has no buttons for: it takes up to ${limit} text choices, or a single link`;
    tell(scope.report, scope.channel, { path, code: 'choice_kind', text, ...fate }, origin);
  }
}

/** Native on Viber BM: exactly one link, call or place. */
function checkViberKinds(scope: Scope, path: string, choices: readonly unknown[]): void {
  const kind = captionOf(choices[0])?.kind;
  if (choices.length === 1 && (kind === 'url_message' || kind === 'call_message' || kind === 'location_message')) return;
  const text = `has ${choices.length === 1 ? 'a choice that VIBERBM has no button for' : `${choices.length} choices`}: it takes one link, call or place`;
  const finding = {
    path,
    code: 'choice_kind',
    severity: 'warning',
    limit: 1,
    actual: choices.length,
    text,
    effect: 'The choices are sent as plain text.',
  } as const;
  tell(scope.report, scope.channel, finding, scope.limits.choicesMax);
}

function checkUnique(scope: Scope, path: string, choices: readonly unknown[]): void {
  const seen = new Set<string>();
  for (const [at, choice] of choices.entries()) {
    const found = captionOf(choice);
    if (found === undefined) continue;
    if (seen.has(found.caption)) {
      const text = 'is the caption of an earlier choice too';
      const effect = 'WHATSAPP sends the choices as plain text.';
      tell(
        scope.report,
        scope.channel,
        { path: `${path}[${at}].${found.path}`, code: 'duplicate', severity: 'warning', text, effect },
        scope.limits.choiceTitleChars,
      );
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
