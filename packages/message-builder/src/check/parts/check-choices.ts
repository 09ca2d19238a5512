import { asList, asText, fieldOf } from '../../internal/read.ts';
import { readChoice } from '../../rules/choice-kinds.ts';
import type { Limit } from '../../rules/limits.ts';
import { checkLength } from '../check-length.ts';
import { checkCount, type Scope, tell } from '../scope.ts';

/** Choices that the channel shows as its own: how many, and how long what each says. */
export function checkChoices(scope: Scope, path: string, value: unknown, most: Limit | undefined): void {
  const choices = asList(value);
  if (choices.length === 0) return;
  const { limits } = scope;
  // Where the limit is that of the API, the API has said so already.
  if (most?.basis !== 'sinch-api') checkCount(scope, path, choices.length, most);
  if (limits.choiceTitleChars.value === null && limits.postbackChars === undefined) return;
  const ofCaption = limits.choiceTitleChars.effect === 'cut' ? { sentence: 'The rest of the caption is cut off.' } : undefined;
  for (let at = 0; at < choices.length; at++) {
    const choice = choices[at];
    const read = readChoice(choice);
    if (read !== undefined) checkLength(scope, `${path}[${at}].${read.path}`, read.caption, limits.choiceTitleChars, ofCaption);
    checkLength(scope, `${path}[${at}].postback_data`, asText(fieldOf(choice, 'postback_data')), limits.postbackChars);
  }
}

/** Choices that are to stay, where nothing keeps them. */
export function checkDisplayModes(scope: Scope, path: string, value: unknown, isChoiceMessage: boolean): void {
  const { channel, limits, report } = scope;
  if (isChoiceMessage && limits.displayMode !== undefined) return;
  const choices = asList(value);
  for (let at = 0; at < choices.length; at++) {
    if (fieldOf(choices[at], 'display_mode') !== 'PERSISTENT') continue;
    const text = `is PERSISTENT, which only a choice message on RCS heeds`;
    const finding = {
      path: `${path}[${at}].display_mode`,
      code: 'no_effect',
      severity: 'note',
      effect: 'lost',
      sentence: '',
      text,
    } as const;
    tell(report, channel, finding, { basis: 'sinch-api', source: 'OAS' });
  }
}
