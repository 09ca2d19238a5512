import type { AppMessage, ConversationChannel, OmniMessageOverride, TranscodeMessageRequest } from '@convapi/core';
import { type RenderChannel, render } from '@convapi/message-builder';
import { invalidField, type Operation } from '../../operations/index.ts';
import { type KnownApps, requireApp } from '../apps/index.ts';
import { type KnownTemplates, resolveMessage, templatesFor } from '../templates/index.ts';
import { toWhatsApp } from './to-whatsapp.ts';

/** What messages are transcoded with. */
type TranscodingWorld = KnownApps & KnownTemplates;

type Channel = ConversationChannel & RenderChannel;

/** What each channel would get, as a text: words where words are sent, else JSON. Nothing is sent. */
export const transcodeMessage: Operation<TranscodingWorld> = (world, { body }) => {
  const request = body as TranscodeMessageRequest;
  requireApp(world, request.app_id);
  const unspecified = request.channels.indexOf('CHANNEL_UNSPECIFIED');
  if (unspecified >= 0) throw invalidField(`channels[${unspecified}]`, 'must name a channel');
  const entries = [...new Set(request.channels)].map((channel) => [channel, transcode(world, channel as Channel, request)]);
  return { transcoded_message: Object.fromEntries(entries) };
};

function transcode(
  world: TranscodingWorld,
  channel: Channel,
  { app_id: appId, app_message: message, from, to }: TranscodeMessageRequest,
): string {
  const own: Partial<Record<string, string>> = message.explicit_channel_message ?? {};
  const payload = own[channel];
  if (payload !== undefined) return payload;
  const specific: Partial<Record<string, object>> = message.channel_specific_message ?? {};
  if (specific[channel] !== undefined) return JSON.stringify(specific[channel]);
  return toText(channel, resolve(world, appId, channel, message), { from, to });
}

function resolve(world: TranscodingWorld, appId: string, channel: string, message: AppMessage): AppMessage | OmniMessageOverride {
  const resolved = resolveMessage(templatesFor(world, appId), channel, message);
  if ('refusal' in resolved) throw invalidField('app_message', `cannot be transcoded: ${resolved.refusal.description}`);
  return resolved.message;
}

function toText(
  channel: Channel,
  message: AppMessage | OmniMessageOverride,
  ends: { from: string | undefined; to: string | undefined },
): string {
  const rendered = render(message, channel);
  if (channel === 'WHATSAPP') return toWhatsApp(rendered, ends);
  if (rendered.parts.every((part) => part.kind === 'text')) return rendered.text ?? '';
  return JSON.stringify({ parts: rendered.parts });
}
