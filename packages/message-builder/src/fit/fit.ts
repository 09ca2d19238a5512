import type { AppMessage } from '@convapi/core';
import { check } from '../check/check.ts';
import type { CheckIssue } from '../check/issue.ts';
import { need } from '../internal/need.ts';
import type { LimitChannel } from '../rules/limits.ts';
import { changeAt, readAt, toKeys } from './path.ts';
import { shorten } from './shorten.ts';

/** Something that {@link fit} cut. */
export interface Cut {
  /** Where it was. */
  path: string;
  /** How long or how many it was, and is. */
  from: number;
  to: number;
  /** What the numbers count: `characters`, `bytes`, `entries` and so on. */
  unit: string;
  /** The channel that takes no more; left out for the API itself. */
  channel?: LimitChannel;
}

/** What {@link fit} gives. */
export interface Fitted<T> {
  /** The message with all that was cut; the one that was given where nothing was. */
  message: T;
  /** What was cut, in order. */
  cuts: Cut[];
  /** What `check` still finds: nothing that can be cut away without changing what the message means. */
  issues: CheckIssue[];
}

/** A cut can bring another limit within reach, but not for ever. */
const MOST_ROUNDS = 8;

/** Texts that mean something else when they are shorter. */
const NOT_WORDS = /(postback_data|url|phone_number|_id|id|language_code)$/;

/**
 * Cuts a message to what all of the channels take, and says what it cut: words to their length, with an ellipsis, and lists to their
 * number of entries. Addresses, postbacks and kinds of choices are left as they are, and stay among the issues.
 *
 * @throws {@link MessageError} when `channels` is no list.
 *
 * @example
 * ```ts
 * import { choice, fit, reply } from '@convapi/message-builder';
 *
 * const long = choice('When?', [reply('In the morning, before nine'), reply('Evening')]);
 * const { message, cuts } = fit(long, ['WHATSAPP', 'RCS']);
 * for (const { path, from, to, unit, channel } of cuts) console.log(path, from, to, unit, channel);
 * ```
 */
export function fit<T extends AppMessage>(message: T, channels: readonly LimitChannel[]): Fitted<T> {
  need('fit.channels', channels, 'list', 'a list of channels');
  let fitted: unknown = message;
  const cuts: Cut[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const issues = check(fitted as T, channels);
    const cut = issues.map((issue) => cutOf(fitted, issue)).find((one) => one !== undefined);
    if (cut === undefined) return { message: fitted as T, cuts, issues };
    // All cuts of a round at once, each at a place of its own.
    for (const issue of issues) {
      const next = cutOf(fitted, issue);
      if (next === undefined) continue;
      fitted = changeAt(fitted, toKeys(issue.path), next.value);
      cuts.push(next.cut);
    }
  }
  return { message: fitted as T, cuts, issues: check(fitted as T, channels) };
}

/** What an issue can be helped with, as long as it is still one. */
function cutOf(message: unknown, issue: CheckIssue): { value: unknown; cut: Cut } | undefined {
  // The API counts code points.
  const { path, code, limit, channel, unit = 'code points' } = issue;
  if ((code !== 'length' && code !== 'count') || typeof limit !== 'number') return undefined;
  const value = readAt(message, toKeys(path));
  const made = (to: number, from: number, unit: string, short: unknown) => ({
    value: short,
    cut: { path, from, to, unit, ...(channel !== undefined && { channel }) },
  });
  if (Array.isArray(value)) return value.length > limit ? made(limit, value.length, 'entries', value.slice(0, limit)) : undefined;
  if (typeof value !== 'string' || NOT_WORDS.test(path)) return undefined;
  const short = shorten(value, limit, unit);
  return short === undefined ? undefined : made(short.to, short.from, unit, short.text);
}
