import type { ChannelPropertyKey, KeyedBy } from '@convapi/core';
import { kindOf } from '../internal/kind-of.ts';
import { need } from '../internal/need.ts';
import { refuse } from '../internal/refuse.ts';

/** Settings of single channels, by the vendor's names. Numbers and booleans become the texts that the service wants. */
export interface ChannelProperties {
  /** Number or name that an SMS comes from. */
  SMS_SENDER?: string | undefined;
  /** Shows the SMS at once and does not store it. */
  SMS_FLASH_MESSAGE?: boolean | undefined;
  /** Most parts that an SMS may be split into. */
  SMS_MAX_NUMBER_OF_MESSAGE_PARTS?: number | undefined;
  /** Number that an MMS comes from; needed unless the app has a default sender. */
  MMS_SENDER?: string | undefined;
  /** Refuses an MMS that breaks a rule of the channel instead of adapting it. */
  MMS_STRICT_VALIDATION?: boolean | undefined;
  /** Why the message is sent; the service makes it `MESSAGE_TAG` when a tag is set. */
  MESSENGER_MESSAGING_TYPE?: string | undefined;
  /** Why a message may leave the standard messaging window. */
  MESSENGER_MESSAGE_TAG?: string | undefined;
  /** How loud the message is. Default: `REGULAR`. */
  MESSENGER_NOTIFICATION_TYPE?: 'REGULAR' | 'SILENT_PUSH' | 'NO_PUSH' | undefined;
  /** `HUMAN_AGENT` lets a person answer for seven days. */
  INSTAGRAM_MESSAGE_TAG?: 'HUMAN_AGENT' | (string & {}) | undefined;
  /** Name that a Viber message comes from, up to 28 characters. */
  VIBER_SENDER_NAME?: string | undefined;
  /** URL of the picture beside it, up to 100 kB. */
  VIBER_SENDER_AVATAR?: string | undefined;
  /** Leaves out the preview of a link. */
  TELEGRAM_DISABLE_LINK_PREVIEW?: boolean | undefined;
  KAKAOTALK_AUTHENTICATION?: string | undefined;
  /** Reports when the contact has watched the video, under this id. */
  LINE_VIDEO_TRACKING_ID?: string | undefined;
  /** Name of the unit in LINE's statistics. A month counts 1000 names and ignores later ones. */
  LINE_OPEN_STATUS?: string | undefined;
  /** How much of the screen a page that a button opens takes on RCS. */
  RCS_WEBVIEW_MODE?: 'FULL' | 'HALF' | 'TALL' | undefined;
  /** How an RCS card lies. */
  RCS_CARD_ORIENTATION?: 'HORIZONTAL' | 'VERTICAL' | undefined;
  /** Side of the picture on a card that lies. */
  RCS_CARD_THUMBNAIL_IMAGE_ALIGNMENT?: 'LEFT' | 'RIGHT' | undefined;
  /** Shows a preview of the link in a WhatsApp text. */
  WHATSAPP_PREVIEW_URL?: boolean | undefined;
  /** Sends through WhatsApp's Direct Send API, as a message of this category. */
  WHATSAPP_DIRECT_SEND_CATEGORY?: string | undefined;
  /** Which devices of the contact a Viber Business message goes to. */
  VIBERBM_TEMPLATE_MESSAGE_DEVICES?: 'PRIMARY_ONLY' | 'ALL' | undefined;
}

/** The names of all of them: a misspelt one would silently be lost. The type asks for each. */
const NAMES: { readonly [N in keyof ChannelProperties]-?: true } = {
  SMS_SENDER: true,
  SMS_FLASH_MESSAGE: true,
  SMS_MAX_NUMBER_OF_MESSAGE_PARTS: true,
  MMS_SENDER: true,
  MMS_STRICT_VALIDATION: true,
  MESSENGER_MESSAGING_TYPE: true,
  MESSENGER_MESSAGE_TAG: true,
  MESSENGER_NOTIFICATION_TYPE: true,
  INSTAGRAM_MESSAGE_TAG: true,
  VIBER_SENDER_NAME: true,
  VIBER_SENDER_AVATAR: true,
  TELEGRAM_DISABLE_LINK_PREVIEW: true,
  KAKAOTALK_AUTHENTICATION: true,
  LINE_VIDEO_TRACKING_ID: true,
  LINE_OPEN_STATUS: true,
  RCS_WEBVIEW_MODE: true,
  RCS_CARD_ORIENTATION: true,
  RCS_CARD_THUMBNAIL_IMAGE_ALIGNMENT: true,
  WHATSAPP_PREVIEW_URL: true,
  WHATSAPP_DIRECT_SEND_CATEGORY: true,
  VIBERBM_TEMPLATE_MESSAGE_DEVICES: true,
};

/** The wire form: a map of texts, without what was left out. */
export function toProperties(path: string, properties: ChannelProperties): KeyedBy<ChannelPropertyKey, string> {
  const texts: KeyedBy<ChannelPropertyKey, string> = {};
  // The type closes the keys, which Object.keys forgets.
  for (const key of Object.keys(need(path, properties, 'object', 'settings by name, in an object')) as (keyof ChannelProperties)[]) {
    if (!Object.hasOwn(NAMES, key))
      refuse(`${path}.${key.slice(0, 64)}`, 'is no setting that is known', 'Pass new ones in channel_properties of the request.');
    const value = properties[key];
    if (value === undefined) continue;
    const kind = kindOf(value);
    if (!/^(string|number|boolean)$/.test(kind)) refuse(`${path}.${key}`, `is ${kind}`, 'Pass a text, a number or a boolean.');
    texts[key] = String(value);
  }
  return texts;
}
