import type { AppMessage } from '@convapi/core';
import { LIMITS, type LimitChannel } from '../limits.ts';
import { checkChannel } from './check-channel.ts';
import { checkShape } from './check-shape.ts';
import { type CheckIssue, collectIn, type Report } from './issue.ts';
import { asFields, fieldOf } from './read.ts';
import { checkContent } from './rules/check-content.ts';
import { tell } from './scope.ts';

/**
 * What the API and the channels will not take of a message, or will change, before it is sent. Empty when nothing is wrong.
 *
 * Works offline: sizes of files, stored templates and the state of a conversation are not looked at. An issue without a `channel` is
 * about the API itself. Never throws, whatever the message is.
 *
 * @param message The message; anything else that can be JSON gets issues, too.
 * @param channels Channels to check for. On each, what stands for it in `explicit_channel_message` and the like is checked instead.
 *
 * @example
 * ```ts
 * import { check, choice, reply } from '@convapi/message-builder';
 *
 * const message = choice('When?', [reply('In the morning, before nine'), reply('Evening')]);
 * for (const { severity, channel, path, message: text } of check(message, ['WHATSAPP', 'SMS'])) {
 *   console.log(severity, channel ?? 'API', path, text);
 * }
 * ```
 */
export function check(message: AppMessage, channels: readonly LimitChannel[]): CheckIssue[] {
  const issues: CheckIssue[] = [];
  checkMessage(collectIn(issues), '', message, channels);
  return issues;
}

/** The checks of one message, whose path in the request is given with its dot. */
export function checkMessage(report: Report, path: string, message: unknown, channels: readonly LimitChannel[]): void {
  const placed: Report = path === '' ? report : (issue) => report(place(issue, path));
  checkShape(placed, '', message, 'AppMessage');
  checkContent(placed, '', message);
  const overrides = asFields(fieldOf(message, 'explicit_channel_omni_message')) ?? {};
  for (const channel of Object.keys(overrides)) {
    // Other keys are reported by their shape.
    if (Object.hasOwn(LIMITS, channel)) checkContent(placed, `explicit_channel_omni_message.${channel}.`, fieldOf(overrides, channel));
  }
  for (const channel of new Set(channels)) {
    if (Object.hasOwn(LIMITS, channel)) checkChannel(placed, channel, message);
    else
      tell(
        report,
        undefined,
        {
          path: '',
          code: 'value',
          severity: 'warning',
          text: `cannot be checked for ${String(channel).slice(0, 40)}: there is no such channel`,
        },
        { basis: 'unknown', source: null },
      );
  }
}

function place(issue: CheckIssue, path: string): CheckIssue {
  const { path: inner, message } = issue;
  if (inner === '') return { ...issue, path: path.slice(0, -1), message: message.replace('The message', path.slice(0, -1)) };
  return { ...issue, path: path + inner, message: path + message };
}
