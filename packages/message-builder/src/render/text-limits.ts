import type { Rule, RuleName } from '../rules/channel-rule.ts';
import { lengthBeyond } from '../rules/length.ts';
import type { LimitBasis } from '../rules/limits.ts';
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

/** The limits of the rule book that a phone shows. Those that make text of a message are looked at with its form. */
const RULES: { readonly [F in LimitedField]: RuleName } = {
  text: 'textChars',
  caption: 'mediaCaptionChars',
  subject: 'subjectChars',
  choices: 'choicesMax',
  choiceText: 'choiceBodyChars',
  choiceTitle: 'choiceTitleChars',
  cardTitle: 'cardTitleChars',
  cardDescription: 'cardDescriptionChars',
  cardChoices: 'cardChoicesMax',
  listBody: 'listBodyChars',
  menu: 'listMenuButtonChars',
  rowTitle: 'listRowTitleChars',
  rowDescription: 'listRowDescriptionChars',
};

const CERTAINTIES: { readonly [B in LimitBasis]: Certainty } = {
  'sinch-api': 'stated',
  'sinch-doc': 'stated',
  platform: 'inferred',
  unconfirmed: 'guess',
  unknown: 'unknown',
};

/** Notes a text that is longer than the channel takes or shows. */
export function noteLimit(draft: Draft, field: LimitedField, text: string, path: string): void {
  const rule = ruleOf(draft, field);
  // How RCS counts an emoji is not stated, so that one is one here.
  const unit = rule?.unit === 'RCS characters' ? 'characters' : rule?.unit;
  const actual = rule === undefined || unit === undefined ? undefined : lengthBeyond(text, { most: rule.most, unit });
  if (rule === undefined || actual === undefined) return;
  noteOver(draft, rule, { most: rule.most, actual, unit: unit === 'bytes' ? 'bytes' : 'characters' }, path);
}

/** Notes more choices than the channel takes. */
export function noteMany(draft: Draft, field: 'choices' | 'cardChoices', count: number, path: string): void {
  const rule = ruleOf(draft, field);
  if (rule !== undefined && count > rule.most) noteOver(draft, rule, { most: rule.most, actual: count, unit: 'items' }, path);
}

/** The length after which the channel cuts a text, or undefined where it does not. */
export function cutLength(draft: Draft, field: LimitedField): number | undefined {
  const rule = ruleOf(draft, field);
  return rule?.effect === 'cut' ? rule.most : undefined;
}

function ruleOf({ rules, direction }: Draft, field: LimitedField): Rule | undefined {
  const rule = direction === 'TO_APP' ? undefined : rules.limits[RULES[field]];
  return rule?.effect === 'refuse' || rule?.effect === 'cut' ? rule : undefined;
}

function noteOver(draft: Draft, { most, effect, basis }: Rule, limit: RenderedLimit, path: string): void {
  const over = limit.unit === 'items' ? `More than ${most} choices` : `Over ${most} ${limit.unit}`;
  if (effect === 'cut') change(draft, 'lost', path, `Cut after ${most} ${limit.unit}.`, CERTAINTIES[basis], limit);
  else change(draft, 'refused', path, `${over}: ${draft.channel} does not take the message.`, CERTAINTIES[basis], limit);
}
