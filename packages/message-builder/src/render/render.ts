import type { AppMessage, OmniMessageOverride } from '@convapi/core';
import { type Draft, finishDraft, startDraft } from './draft.ts';
import { payloadLines } from './payload-lines.ts';
import { putContent } from './put-content.ts';
import { isRecord, type Json, ownValue, recordOf, textOf } from './read.ts';
import type { RenderOptions } from './render-options.ts';
import type { RenderChannel, RenderedMessage } from './rendered-message.ts';
import type { PayloadPart } from './rendered-part.ts';

/**
 * What a channel shows of a message: its parts in the channel's own form or as text, what is lost or changed, and how sure that is.
 *
 * Never throws: it takes any JSON, and says what it could not read. What the vendor has not stated is marked, never promised.
 *
 * @param message A message as it is sent, from a builder or from JSON.
 * @param channel Where it is shown.
 * @param options `translation`: the stored template that an omni template of the message refers to.
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
export function render(message: AppMessage | OmniMessageOverride, channel: RenderChannel, options: RenderOptions = {}): RenderedMessage {
  const draft = startDraft(String(channel));
  const content = recordOf(message);
  const override = ownValue(content.explicit_channel_omni_message, draft.channel);
  if (putExplicit(draft, content) || putChannelSpecific(draft, content)) return finishDraft(draft);
  if (isRecord(override)) putContent(draft, override, `explicit_channel_omni_message.${draft.channel}.`, options);
  else putContent(draft, content, '', options);
  return finishDraft(draft);
}

/** The channel's own JSON, which goes out as it is. */
function putExplicit(draft: Draft, message: Json): boolean {
  const payload = ownValue(message.explicit_channel_message, draft.channel);
  if (typeof payload !== 'string') return false;
  putPayload(draft, { kind: 'payload', payloadType: 'explicit', lines: [], payload });
  return true;
}

function putChannelSpecific(draft: Draft, message: Json): boolean {
  const specific = ownValue(message.channel_specific_message, draft.channel);
  if (!isRecord(specific)) return false;
  const payloadType = textOf(specific.message_type);
  putPayload(draft, { kind: 'payload', payloadType, lines: payloadLines(recordOf(specific.message)) });
  return true;
}

function putPayload(draft: Draft, part: PayloadPart): void {
  draft.type = 'channel';
  draft.native = true;
  draft.parts.push(part);
}
