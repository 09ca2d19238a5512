import type { AppMessage, OmniMessageOverride } from '@convapi/core';
import { change, type Draft, finishDraft, startDraft } from './draft.ts';
import { toQuote } from './earlier.ts';
import { putContactMessage, putReaction } from './put-contact-message.ts';
import { putContent } from './put-content.ts';
import { putChannelSpecific, putExplicit } from './put-payload.ts';
import { isRecord, type Json, ownValue, recordOf, textOf } from './read.ts';
import type { ConversationEntry, RenderOptions } from './render-options.ts';
import type { RenderChannel, RenderedMessage } from './rendered-message.ts';
import { toSender } from './to-sender.ts';

/**
 * What a channel shows of a message: its parts in the channel's own form or as text, what is lost or changed, and how sure that is.
 *
 * Never throws: it takes any JSON, and says what it could not read. What the vendor has not stated is marked, never promised.
 *
 * @param message A message as it is sent, from a builder or from JSON; or an entry of a conversation, which may be the contact's.
 * @param channel Where it is shown.
 * @param options What is known beside the message: words of templates, who sends, the send's properties, files, earlier messages.
 *
 * @example
 * ```ts
 * import { choice, render, reply } from '@convapi/message-builder';
 *
 * const { text } = render(choice('Shall we come tomorrow?', [reply('Yes'), reply('No')]), 'SMS');
 * // Shall we come tomorrow?
 * //
 * // > YES
 * // > NO
 * ```
 */
export function render(
  message: AppMessage | OmniMessageOverride | ConversationEntry,
  channel: RenderChannel,
  options: RenderOptions = {},
): RenderedMessage {
  const draft = startDraft(String(channel), options);
  const entry = recordOf(message);
  if (isRecord(entry.contact_message_event)) putReaction(draft, entry.contact_message_event);
  else if (isRecord(entry.contact_message)) putFromContact(draft, entry.contact_message);
  else putFromApp(draft, isRecord(entry.app_message) ? entry.app_message : entry);
  return finishDraft(draft);
}

function putFromContact(draft: Draft, message: Json): void {
  putContactMessage(draft, message);
  draft.sender = toSender(draft, undefined);
  const quoted = textOf(recordOf(message.reply_to).message_id);
  if (quoted !== '') draft.quote = toQuote(draft, quoted);
}

function putFromApp(draft: Draft, message: Json): void {
  draft.sender = toSender(draft, message.agent);
  putQuote(draft, textOf(recordOf(message.reply_to).message_id));
  const explicit = ownValue(message.explicit_channel_message, draft.channel);
  const specific = ownValue(message.channel_specific_message, draft.channel);
  const override = ownValue(message.explicit_channel_omni_message, draft.channel);
  if (typeof explicit === 'string') putExplicit(draft, explicit);
  else if (isRecord(specific)) putChannelSpecific(draft, specific, `channel_specific_message.${draft.channel}`);
  else if (isRecord(override)) putContent(draft, override, `explicit_channel_omni_message.${draft.channel}.`);
  else putContent(draft, message, '');
}

/** WhatsApp alone shows the app's messages as answers. */
function putQuote(draft: Draft, messageId: string): void {
  if (messageId === '') return;
  if (draft.channel === 'WHATSAPP') draft.quote = toQuote(draft, messageId);
  else change(draft, 'lost', 'reply_to', `No quote on ${draft.channel}: WhatsApp alone shows one.`, 'stated');
}
