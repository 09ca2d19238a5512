import type { ChannelLimits, Limit, LimitChannel, LimitEffect } from '../rules/limits.ts';
import { type CheckIssue, type IssueSeverity, type Origin, type Report, severityOf, writeOut } from './issue.ts';

/** A channel that a message is checked for. */
export interface Scope {
  channel: LimitChannel;
  limits: ChannelLimits;
  report: Report;
}

/** What a rule says about one place of a message. */
export interface Finding extends Pick<CheckIssue, 'path' | 'code'> {
  limit?: CheckIssue['limit'] | undefined;
  actual?: CheckIssue['actual'] | undefined;
  unit?: CheckIssue['unit'] | undefined;
  severity: IssueSeverity;
  /** The sentence after the path, without its full stop. */
  text: string;
  /** What becomes of it. */
  effect?: LimitEffect | undefined;
  /** The same as a second sentence. Default: one for the effect. */
  sentence?: string | undefined;
}

/** What becomes of it, as a sentence. A refusal needs none: it is what an error is. */
const SENTENCES: { readonly [E in LimitEffect]?: string } = {
  cut: 'The rest is cut off.',
  text: 'It is sent as plain text.',
  lost: 'It is not shown.',
  undelivered: 'Nothing is delivered.',
};

/** Reports what a rule found, as sure as the rule is. Without a channel it is about the API. */
export function tell(report: Report, channel: LimitChannel | undefined, finding: Finding, origin: Origin): void {
  const { path, code, limit, actual, unit, text, effect } = finding;
  const sentence = finding.sentence ?? (effect === undefined ? undefined : SENTENCES[effect]);
  const issue: CheckIssue = {
    path,
    code,
    severity: severityOf(origin, finding.severity),
    basis: origin.basis,
    source: writeOut(origin.source),
    message: `${path === '' ? 'The message' : path} ${text}.${sentence === undefined ? '' : ` ${sentence}`}`,
  };
  if (channel !== undefined) issue.channel = channel;
  if (effect !== undefined) issue.effect = effect;
  if (limit !== undefined) issue.limit = limit;
  if (actual !== undefined) issue.actual = actual;
  if (unit !== undefined) issue.unit = unit;
  report(issue);
}

/** What to do about a limit that is passed, where it is not what the limit itself says. */
export interface LimitRule {
  /** Default: an error where the limit says that more is refused, else a warning. */
  severity?: IssueSeverity;
  /** What becomes of it, as a sentence. */
  sentence?: string | undefined;
  /** Default `count`. */
  code?: CheckIssue['code'];
  /** Name of the unit. Default: that of the limit. */
  unit?: string;
}

/** Is a number beyond a limit? Reports it, unless nobody states the limit. */
export function checkCount(scope: Scope, path: string, actual: number, limit: Limit | undefined, rule: LimitRule = {}): void {
  if (limit === undefined || limit.value === null || actual <= limit.value) return;
  const { channel, report } = scope;
  const { effect, value } = limit;
  const { code = 'count', severity = effect === 'refuse' ? 'error' : 'warning', unit = limit.unit, sentence } = rule;
  const text = `has ${actual} ${unit}, ${channel} takes ${value}`;
  tell(report, channel, { path, code, severity, limit: value, actual, unit: limit.unit, effect, sentence, text }, limit);
}
