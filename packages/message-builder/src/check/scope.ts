import type { ChannelLimits, Limit, LimitChannel } from '../rules/limits.ts';
import { type CheckIssue, type IssueSeverity, type Origin, type Report, severityOf, writeOut } from './issue.ts';

/** A channel that a message is checked for. */
export interface Scope {
  channel: LimitChannel;
  limits: ChannelLimits;
  report: Report;
}

/** What a rule says about one place of a message. */
export interface Finding extends Pick<CheckIssue, 'path' | 'code' | 'limit' | 'actual'> {
  severity: IssueSeverity;
  /** The sentence after the path, without its full stop. */
  text: string;
  /** A second sentence: what becomes of it. */
  effect?: string | undefined;
}

/** Reports what a rule found, as sure as the rule is. Without a scope it is about the API. */
export function tell(report: Report, channel: LimitChannel | undefined, finding: Finding, origin: Origin): void {
  const { path, code, limit, actual, text, effect } = finding;
  const issue: CheckIssue = {
    path,
    code,
    severity: severityOf(origin, finding.severity),
    basis: origin.basis,
    source: writeOut(origin.source),
    message: `${path === '' ? 'The message' : path} ${text}.${effect === undefined ? '' : ` ${effect}`}`,
  };
  if (channel !== undefined) issue.channel = channel;
  if (limit !== undefined) issue.limit = limit;
  if (actual !== undefined) issue.actual = actual;
  report(issue);
}

/** What to do about a limit that is passed. */
export interface LimitRule {
  /** Most that is allowed. */
  limit: Limit | undefined;
  /** Default `error`, which only a limit stated by Sinch keeps. */
  severity?: IssueSeverity;
  /** What becomes of it, as a sentence. */
  effect?: string | undefined;
  /** Counts a text. Default: what the channel counts. */
  count?: (text: string) => number;
  /** Default `count`. */
  code?: CheckIssue['code'];
  /** Name of the unit, default `entries`. */
  unit?: string;
}

/** Is a number beyond a limit? Reports it, unless nobody states the limit. */
export function checkCount(scope: Scope, path: string, actual: number, rule: LimitRule): void {
  const limit = rule.limit?.value;
  // Where the channel's limit is that of the API, the API has said so already.
  if (rule.limit === undefined || limit === null || limit === undefined || actual <= limit) return;
  const { code = 'count', severity = 'error', unit = 'entries', effect } = rule;
  tell(
    scope.report,
    scope.channel,
    { path, code, severity, limit, actual, effect, text: `has ${actual} ${unit}, ${scope.channel} takes ${limit}` },
    rule.limit,
  );
}
