import type { AppRecord } from '../resources/apps/index.ts';
import type { HandsetMessage } from '../resources/channels/index.ts';
import type { Store } from '../service/index.ts';
import type { HandsetEntrySummary, HandsetEntryView, HandsetSender } from './control-api.ts';
import { gistOf } from './gist.ts';

export function toHandsetSummary({ handsets }: Pick<Store, 'handsets'>, shown: HandsetMessage): HandsetEntrySummary {
  const { message, metadata: _metadata, channel_properties: _properties, reactions: _reactions, ...rest } = shown;
  return { seq: handsets.seqOf(shown), ...rest, gist: gistOf(message) };
}

/** @param store who the senders are */
export function toHandsetView({ apps, handsets }: Pick<Store, 'apps' | 'handsets'>, shown: HandsetMessage): HandsetEntryView {
  const { reactions, ...rest } = shown;
  const replyTo = replyToOf(shown);
  return {
    seq: handsets.seqOf(shown),
    ...rest,
    gist: gistOf(shown.message),
    ...(replyTo === undefined ? {} : { reply_to: replyTo }),
    ...(reactions === undefined ? {} : { reactions: [...reactions] }),
    ...(shown.direction === 'TO_CONTACT' ? { sender: senderOf(apps.get(shown.app_id), shown) } : {}),
  };
}

interface Quoting {
  reply_to?: { message_id?: string } | null;
  choice_response_message?: { message_id?: string };
}

function replyToOf({ message }: HandsetMessage): string | undefined {
  const { reply_to: quote, choice_response_message: choice } = message as Quoting;
  return quote?.message_id ?? choice?.message_id;
}

interface Agent {
  display_name?: string;
  picture_url?: string;
}

function senderOf(app: AppRecord | undefined, { channel, channel_properties: properties = {}, message }: HandsetMessage): HandsetSender {
  const { agent } = message as { agent?: Agent };
  const credential = app?.channel_credentials?.find((one) => one.channel === channel);
  return {
    name: agent?.display_name ?? app?.display_name ?? '',
    id: properties[`${channel}_SENDER`] ?? credential?.mms_credentials?.default_sender ?? credential?.channel_known_id ?? '',
    ...(agent?.picture_url === undefined ? {} : { picture_url: agent.picture_url }),
  };
}
