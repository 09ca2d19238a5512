import type { AppMessage, FieldViolation, OmniMessageOverride, Reason } from '@convapi/core';
import { type CheckIssue, check, type LimitChannel } from '@convapi/message-builder';
import { toReason } from '../../channels/index.ts';

/** What the API itself refuses of a message, beyond what the shapes of the spec say. */
export function findContentViolations(message: AppMessage): FieldViolation[] {
  return [...findOuterDisplayModes(message), ...findErrors(message)];
}

/** The outer choices of a carousel cannot stay: the vendor refuses the request. Whether it refuses the default too is not known. */
function findOuterDisplayModes(message: AppMessage): FieldViolation[] {
  const overrides = Object.entries(message.explicit_channel_omni_message ?? {}).map(
    ([channel, one]) => [`message.explicit_channel_omni_message.${channel}`, one] as const,
  );
  return [['message', message] as const, ...overrides].flatMap(([path, content]) => {
    const { choices = [] } = content?.carousel_message ?? {};
    return choices.flatMap(({ display_mode: mode }, index) =>
      mode === undefined || mode === 'DISPLAY_MODE_UNSPECIFIED'
        ? []
        : {
            field: `${path}.carousel_message.choices[${index}].display_mode`,
            description: 'cannot be set on the outer choices of a carousel',
          },
    );
  });
}

function findErrors(message: AppMessage): FieldViolation[] {
  return errorsOf(message, []).map(({ path, message: text }) => ({
    field: path === '' ? 'message' : `message.${path}`,
    description: plain(path, text),
  }));
}

/** What a channel refuses of a message, as the vendor states it: that comes as a report, after the call was answered. */
export function findChannelRefusal(channel: string, content: AppMessage | OmniMessageOverride): Reason | undefined {
  const issue = errorsOf(content, [channel as LimitChannel]).find((one) => one.channel === channel);
  return issue && { ...toReason({ status: 'FAILED', reason: 'BAD_REQUEST' }), description: issue.message };
}

function errorsOf(message: AppMessage | OmniMessageOverride, channels: LimitChannel[]): CheckIssue[] {
  return check(message as AppMessage, channels).filter(({ severity }) => severity === 'error');
}

/** The sentence without the path that it begins with. */
function plain(path: string, text: string): string {
  return text.startsWith(`${path} `) ? text.slice(path.length + 1).replace(/\.$/, '') : text;
}
