import type { AppMessage, OmniMessageOverride } from '@convapi/core';

/**
 * WhatsApp lets an app start a conversation with a template only; what it sends in the channel's own JSON is taken to be one.
 *
 * @param content the message as WhatsApp gets it: a stored template may turn out to be an ordinary message
 */
export function needsOpenWindow(message: AppMessage, content: AppMessage | OmniMessageOverride): boolean {
  if (message.explicit_channel_message?.WHATSAPP !== undefined) return false;
  return !('template_message' in content && content.template_message !== undefined);
}
