import type { ConversationMessage } from '@convapi/core';

/** A stored message in a few words. */
export function toGist({ app_message: app, contact_message: contact }: ConversationMessage): string {
  const message = { ...app, ...contact } as Record<string, unknown>;
  const [kind = '', body] = Object.entries(message).find(([name]) => name.endsWith('_message')) ?? [];
  const { text, title, url } = (body ?? {}) as { text?: unknown; title?: unknown; url?: unknown };
  const words = [text, title, url].find((value) => typeof value === 'string');
  return words === undefined ? kind.replaceAll('_', ' ') : String(words);
}
