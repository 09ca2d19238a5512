import type { AppMessage } from '@convapi/core';
import { LIMITS } from '../generated/limits.ts';
import { need } from '../internal/need.ts';
import type { LimitChannel } from '../limits.ts';
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
 * @throws {@link MessageError} when `channels` is no list.
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
  need('check.channels', channels, 'list', 'a list of channels');
  const issues: CheckIssue[] = [];
  const report = collectIn(issues);
  checkShape(report, '', message, 'AppMessage');
  checkParts(report, '', message, channels);
  return issues;
}

/** All about a message but its shape. `path` is where it stands, with its dot. */
export function checkParts(report: Report, path: string, message: unknown, channels: readonly LimitChannel[]): void {
  const fields = asFields(message) ?? {};
  const substitutes = {
    explicit: fieldOf(fields, 'explicit_channel_message'),
    specific: fieldOf(fields, 'channel_specific_message'),
    omni: fieldOf(fields, 'explicit_channel_omni_message'),
  };
  checkContent(report, path, fields);
  for (const [channel, override] of Object.entries(asFields(substitutes.omni) ?? {})) {
    // Other keys are reported by their shape.
    if (Object.hasOwn(LIMITS, channel)) checkContent(report, `${path}explicit_channel_omni_message.${channel}.`, override);
  }
  for (const channel of new Set(channels)) {
    if (Object.hasOwn(LIMITS, channel)) checkChannel(report, path, channel, fields, substitutes);
    else reportNoChannel(report, channel);
  }
}

/** A name that only plain JavaScript can pass. */
function reportNoChannel(report: Report, channel: unknown): void {
  const text = `cannot be checked for ${String(channel).slice(0, 40)}: there is no such channel`;
  tell(report, undefined, { path: '', code: 'value', severity: 'warning', text }, { basis: 'unknown', source: null });
}
