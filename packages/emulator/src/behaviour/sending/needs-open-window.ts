import type { AppMessage } from '@convapi/core';

/** WhatsApp lets an app start a conversation with a template only; what it sends in the channel's own JSON is taken to be one. */
export function needsOpenWindow(message: AppMessage): boolean {
  const override = message.explicit_channel_omni_message?.WHATSAPP;
  if (message.explicit_channel_message?.WHATSAPP !== undefined) return false;
  if (override) return override.template_reference === undefined;
  return message.template_message === undefined;
}
