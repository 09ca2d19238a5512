import type { AppMessage, OmniMessageOverride } from '@convapi/core';

/** The message as a channel gets it: some channels can be given another one than the rest. */
export function messageOn(channel: string, message: AppMessage): AppMessage | OmniMessageOverride {
  const overrides: Partial<Record<string, OmniMessageOverride>> = message.explicit_channel_omni_message ?? {};
  return overrides[channel] ?? message;
}
