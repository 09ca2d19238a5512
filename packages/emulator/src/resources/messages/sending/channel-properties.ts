import type { AppMessage, OmniMessageOverride, Reason } from '@convapi/core';
import { countSms, type RenderChannel, render } from '@convapi/message-builder';
import type { AppRecord } from '../../apps/index.ts';
import { toReason } from '../../channels/index.ts';
import type { Delivery } from './delivery.ts';

/** What a channel is asked to do with a message. */
export type ChannelProperties = Readonly<Record<string, string>>;

const SMS_PARTS = 'SMS_MAX_NUMBER_OF_MESSAGE_PARTS';
const DIRECT_SEND = 'WHATSAPP_DIRECT_SEND_CATEGORY';

/** The properties that a channel heeds: those that begin with its name, as far as they are about this kind of message. */
export function propertiesOn(channel: string, properties: ChannelProperties, content: AppMessage | OmniMessageOverride): ChannelProperties {
  const own = Object.entries(properties).filter(([key]) => key.startsWith(`${channel}_`));
  // Said for texts only.
  return Object.fromEntries(own.filter(([key]) => key !== 'WHATSAPP_PREVIEW_URL' || 'text_message' in content));
}

/** How many SMS the text takes, where the message limits them: only then does the report say it. */
export function smsPartsOf(
  channel: string,
  { channelProperties }: Delivery,
  content: AppMessage | OmniMessageOverride,
): number | undefined {
  if (channel !== 'SMS' || channelProperties[SMS_PARTS] === undefined) return undefined;
  return countSms(render(content, channel as RenderChannel).text ?? '').segments;
}

/** What keeps a channel from sending, by the properties of the message. The codes are guesses. */
export function findPropertyObstacle(channel: string, { app, channelProperties, smsParts = 0 }: Delivery): Reason | undefined {
  const most = Number(channelProperties[SMS_PARTS]);
  if (channel === 'SMS' && smsParts > most) {
    return {
      ...toReason({ status: 'FAILED', reason: 'CHANNEL_REJECT' }),
      description: `The text takes ${smsParts} SMS, and ${SMS_PARTS} allows ${most}`,
    };
  }
  if (channel === 'MMS' && !channelProperties.MMS_SENDER && !defaultSenderOf(app)) {
    return { ...toReason({ status: 'FAILED', reason: 'BAD_REQUEST' }), description: 'MMS needs a sender: the channel property MMS_SENDER' };
  }
  return undefined;
}

/** Is the message sent in a way of WhatsApp that asks for no template? That it needs no open window then is a guess. */
export function isDirectSend(channel: string, { channelProperties }: Delivery): boolean {
  return channel === 'WHATSAPP' && Boolean(channelProperties[DIRECT_SEND]);
}

function defaultSenderOf({ channel_credentials: credentials = [] }: AppRecord): string | undefined {
  return credentials.find(({ channel }) => channel === 'MMS')?.mms_credentials?.default_sender;
}
