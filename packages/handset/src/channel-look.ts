/** Habits of a channel's app that its style sheet cannot say: what is drawn where. Colours and shapes are in `styles/`. */
export interface ChannelLook {
  /** Value of `data-look`, by which the style sheet knows the channel. */
  name: string;
  /** Line below the phone. */
  caption: string;
  os: 'android' | 'ios' | 'either';
  /** Line below the name of the business. */
  subtitle?: string;
  /** Icons at the end of the header. */
  headerIcons: readonly ('call' | 'video' | 'search' | 'menu' | 'more' | 'info')[];
  /** Is the name in the middle, below the face? */
  centred?: boolean;
  /** Text messages have no sign that a sender was checked. */
  unverifiable?: boolean;
  /** Where time and state stand: inside the bubble, beside it, as words below the last of a group, or nowhere. */
  state: 'inside' | 'beside' | 'below' | 'none';
  /** Is there a face beside the messages of the business, and beside which of a group? */
  face?: 'first' | 'last';
  /** Is the name of the business above its first message of a group? */
  nameAbove?: boolean;
  /** Hint in the field to write in. */
  placeholder: string;
  /** Are days and gaps told by a date, or by date and time? */
  gap: 'day' | 'time';
}

const WHATSAPP: ChannelLook = {
  name: 'whatsapp',
  caption: 'WhatsApp-like',
  os: 'android',
  subtitle: 'Business account',
  headerIcons: ['video', 'call', 'more'],
  state: 'inside',
  placeholder: 'Message',
  gap: 'day',
};
const TEXT_MESSAGES = { os: 'either', headerIcons: [], centred: true, unverifiable: true, state: 'below', gap: 'time' } as const;
const VIBER: ChannelLook = {
  name: 'viber',
  caption: 'Viber-like',
  os: 'android',
  subtitle: 'Business',
  headerIcons: ['info', 'more'],
  state: 'inside',
  face: 'first',
  placeholder: 'Type a message…',
  gap: 'day',
};
const KAKAOTALK: ChannelLook = {
  name: 'kakaotalk',
  caption: 'KakaoTalk-like',
  os: 'android',
  headerIcons: ['search', 'menu'],
  state: 'beside',
  face: 'first',
  nameAbove: true,
  placeholder: 'Message',
  gap: 'day',
};

const LOOKS: Readonly<Record<string, ChannelLook>> = {
  WHATSAPP,
  RCS: {
    name: 'rcs',
    caption: 'RCS, like Google Messages',
    os: 'android',
    headerIcons: ['call', 'more'],
    state: 'below',
    face: 'last',
    placeholder: 'RCS message',
    gap: 'time',
  },
  SMS: { ...TEXT_MESSAGES, name: 'sms', caption: 'SMS', placeholder: 'Text message' },
  MMS: { ...TEXT_MESSAGES, name: 'sms', caption: 'MMS', placeholder: 'Text message' },
  MESSENGER: {
    name: 'messenger',
    caption: 'Messenger-like',
    os: 'ios',
    subtitle: 'Typically replies instantly',
    headerIcons: ['call', 'video'],
    state: 'below',
    face: 'last',
    placeholder: 'Aa',
    gap: 'time',
  },
  INSTAGRAM: {
    name: 'instagram',
    caption: 'Instagram-like',
    os: 'ios',
    headerIcons: ['call', 'video'],
    state: 'below',
    face: 'last',
    placeholder: 'Message…',
    gap: 'time',
  },
  VIBERBM: VIBER,
  VIBER,
  TELEGRAM: {
    name: 'telegram',
    caption: 'Telegram-like',
    os: 'android',
    subtitle: 'bot',
    headerIcons: ['more'],
    state: 'inside',
    placeholder: 'Message',
    gap: 'day',
  },
  LINE: {
    name: 'line',
    caption: 'LINE-like',
    os: 'ios',
    headerIcons: ['search', 'call', 'menu'],
    state: 'beside',
    face: 'first',
    nameAbove: true,
    placeholder: 'Aa',
    gap: 'day',
  },
  KAKAOTALK,
  KAKAOTALKCHAT: KAKAOTALK,
  WECHAT: {
    name: 'wechat',
    caption: 'WeChat-like',
    os: 'ios',
    headerIcons: ['more'],
    centred: true,
    state: 'none',
    face: 'first',
    placeholder: 'Message',
    gap: 'time',
  },
  APPLEBC: {
    name: 'apple',
    caption: 'Apple Messages-like',
    os: 'ios',
    subtitle: 'Business',
    headerIcons: [],
    centred: true,
    state: 'below',
    placeholder: 'Business chat',
    gap: 'time',
  },
};

const PLAIN: ChannelLook = { ...TEXT_MESSAGES, name: 'plain', caption: 'Unknown channel', placeholder: 'Message' };

/** A channel's look; a plain one for a channel that is not known. */
export function lookOf(channel: string): ChannelLook {
  return Object.hasOwn(LOOKS, channel) ? (LOOKS[channel] ?? PLAIN) : PLAIN;
}
