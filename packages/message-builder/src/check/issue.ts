import { LIMIT_SOURCES } from '../generated/limits.ts';
import type { Limit, LimitBasis, LimitChannel } from '../limits.ts';
import type { MessageIssue } from '../message-error.ts';

/**
 * How bad an issue is. `error`: the service or the channel refuses it, and that is stated by Sinch. `warning`: it may be refused, or
 * arrives otherwise than written. `info`: good to know, such as the number of SMS that a text takes.
 */
export type IssueSeverity = 'error' | 'warning' | 'info';

/**
 * What kind of issue it is.
 *
 * - `missing`, `type`, `value`, `alternatives`, `unknown_field`: not what the API describes
 * - `length`, `count`, `range`, `format`: beyond a limit, or not in the form asked for
 * - `duplicate`, `markdown`, `mixed`, `empty`, `order`: content that contradicts a rule
 * - `media_type`, `choice_kind`, `not_native`: the channel shows it in another way
 * - `template`: a template that does not fit the channel
 * - `recipient`, `property`: a channel without an address, a setting without its channel
 * - `segments`: what a text costs on SMS
 */
export type IssueCode =
  | 'missing'
  | 'type'
  | 'value'
  | 'alternatives'
  | 'unknown_field'
  | 'length'
  | 'count'
  | 'range'
  | 'format'
  | 'duplicate'
  | 'markdown'
  | 'mixed'
  | 'empty'
  | 'order'
  | 'media_type'
  | 'choice_kind'
  | 'not_native'
  | 'template'
  | 'recipient'
  | 'property'
  | 'segments';

/** One thing that `check` or `checkSend` has to say about a message. */
export interface CheckIssue extends MessageIssue {
  /** What kind of issue it is. */
  code: IssueCode;
  /** How bad it is. */
  severity: IssueSeverity;
  /** Channel that it is about; left out for what the API itself says. */
  channel?: LimitChannel;
  /** What is allowed. */
  limit?: number | string;
  /** What was found, in the unit of the limit. */
  actual?: number | string;
  /** How sure it is. */
  basis: LimitBasis;
  /** Who states it; `null` where nobody does. */
  source: string | null;
}

/** Where issues go. */
export type Report = (issue: CheckIssue) => void;

/** How sure a rule is, and who states it. */
export type Origin = Pick<Limit, 'basis' | 'source'>;

/** What the API description states. */
export const API_ORIGIN = { basis: 'sinch-api', source: 'API' } as const;

/** A report that ends up in `issues`. A hostile message must not fill the memory, nor hide its errors behind warnings. */
export function collectIn(issues: CheckIssue[]): Report {
  return (issue) => {
    if (issues.length < (issue.severity === 'error' ? 2000 : 1000)) issues.push(issue);
  };
}

/** What the short name of a source stands for. */
export function writeOut(source: string | null): string | null {
  return source !== null && Object.hasOwn(LIMIT_SOURCES, source) ? LIMIT_SOURCES[source as keyof typeof LIMIT_SOURCES] : source;
}

/** Only what Sinch states makes an error: all else is hearsay. */
export function severityOf(origin: Origin, wanted: IssueSeverity): IssueSeverity {
  return wanted === 'error' && origin.basis !== 'sinch-api' && origin.basis !== 'sinch-doc' ? 'warning' : wanted;
}
