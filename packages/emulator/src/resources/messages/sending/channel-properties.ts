import type { AppMessage, OmniMessageOverride, Reason } from '@convapi/core';
import { countSms, type RenderChannel, render } from '@convapi/message-builder';
import { lacksMmsSender, mostSmsParts, SMS_PARTS_PROPERTY } from '@convapi/message-builder/internal/rules';
import { toReason } from '../../channels/index.ts';
import type { Delivery } from './delivery.ts';

/** What a channel is asked to do with a message. */
export type ChannelProperties = Readonly<Record<string, string>>;

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
  if (channel !== 'SMS' || channelProperties[SMS_PARTS_PROPERTY] === undefined) return undefined;
  return countSms(render(content, channel as RenderChannel).text ?? '').segments;
}

/** What keeps a channel from sending, by the properties of the message. The codes are guesses. */
export function findPropertyObstacle(channel: string, { app, channelProperties, smsParts = 0 }: Delivery): Reason | undefined {
  const most = mostSmsParts(channelProperties);
  if (channel === 'SMS' && most !== undefined && smsParts > most) {
    return {
      ...toReason({ status: 'FAILED', reason: 'CHANNEL_REJECT' }),
      description: `The text takes ${smsParts} SMS, and ${SMS_PARTS_PROPERTY} allows ${most}`,
    };
  }
  if (lacksMmsSender(channel, channelProperties, app.channel_credentials)) {
    return { ...toReason({ status: 'FAILED', reason: 'BAD_REQUEST' }), description: 'MMS needs a sender: the channel property MMS_SENDER' };
  }
  return undefined;
}
