import type { RenderedMessage } from '../render/rendered-message.ts';

/** Colours and habits of a channel's screen. */
export interface Theme {
  name: string;
  /** Bar at the top, and its text. */
  bar: string;
  onBar: string;
  /** Screen behind the bubbles. */
  screen: string;
  bubble: string;
  ink: string;
  /** Second, paler text. */
  pale: string;
  /** Links and captions of choices. */
  accent: string;
  /** Bubble of the contact's own messages, and its text. */
  own: string;
  onOwn: string;
  /** Keys under a bubble, and their captions. */
  key: string;
  onKey: string;
  radius: number;
}

const LIGHT = {
  onBar: '#ffffff',
  bubble: '#ffffff',
  ink: '#111827',
  pale: '#5f6773',
  own: '#d9fdd3',
  onOwn: '#111827',
  key: '#ffffff',
  onKey: '#1f5fbf',
  radius: 14,
} as const;

const WHITE = '#ffffff';

// Tables that are put together from others are wrapped and marked pure, so that bundlers drop those that nobody uses.
const UNKNOWN_THEME: Theme = /* @__PURE__ */ (() => ({
  ...LIGHT,
  name: 'Unknown channel',
  bar: '#6b7280',
  screen: '#f3f4f6',
  accent: '#374151',
  own: '#dbe4f0',
}))();

const THEMES: Readonly<Record<string, Theme>> = /* @__PURE__ */ (() => {
  const plain = { ...LIGHT, screen: WHITE, onOwn: WHITE };
  const kakao = { ...LIGHT, bar: '#b2c7d9', onBar: '#2c2416', screen: '#b2c7d9', accent: '#4a3f16', own: '#fee500', onOwn: '#191600' };
  const viber = {
    ...LIGHT,
    bar: '#7360f2',
    screen: '#eceff4',
    accent: '#6551d6',
    own: '#d9d4fb',
    key: '#7360f2',
    onKey: WHITE,
    radius: 12,
  };
  return {
    SMS: { ...plain, name: 'SMS', bar: '#3f6f52', bubble: '#e9e9eb', accent: '#1f5fbf', own: '#1f8a3d', radius: 16 },
    RCS: { ...plain, name: 'RCS', bar: '#1a5fd0', screen: '#f8faff', bubble: '#e3ebfb', accent: '#1a5fd0', own: '#0b57d0', radius: 18 },
    WHATSAPP: { ...LIGHT, name: 'WhatsApp', bar: '#0b7a66', screen: '#efeae2', accent: '#0a7cba', radius: 9 },
    MESSENGER: { ...plain, name: 'Messenger', bar: '#0a66e0', bubble: '#f0f0f0', accent: '#0a5ecf', own: '#0a6cff', radius: 18 },
    VIBERBM: { ...viber, name: 'Viber Business' },
    VIBER: { ...viber, name: 'Viber' },
    MMS: { ...plain, name: 'MMS', bar: '#2f7d86', bubble: '#e6eff0', accent: '#1f5fbf', own: '#1f8a3d', radius: 16 },
    INSTAGRAM: { ...plain, name: 'Instagram', bar: '#c13584', bubble: '#efefef', accent: '#a2307a', own: '#8a3ab9', radius: 18 },
    TELEGRAM: {
      ...LIGHT,
      name: 'Telegram',
      bar: '#517da2',
      screen: '#c9d9c3',
      accent: '#1f74ae',
      own: '#effdde',
      key: '#6f8f78',
      onKey: WHITE,
    },
    KAKAOTALK: { ...kakao, name: 'KakaoTalk' },
    KAKAOTALKCHAT: { ...kakao, name: 'KakaoTalk chat' },
    LINE: { ...LIGHT, name: 'LINE', bar: '#06a94d', screen: '#8cabd9', accent: '#2b5fa6', own: '#8de055', radius: 16 },
    WECHAT: { ...LIGHT, name: 'WeChat', bar: '#ededed', onBar: '#191919', screen: '#ededed', accent: '#2e6fb0', own: '#95ec69', radius: 5 },
    APPLEBC: { ...plain, name: 'Apple Messages', bar: '#6e7480', bubble: '#e9e9eb', accent: '#0a5ecf', own: '#3b3b3d', radius: 18 },
  };
})();

export function themeOf(channel: string): Theme {
  return Object.hasOwn(THEMES, channel) ? (THEMES[channel] ?? UNKNOWN_THEME) : UNKNOWN_THEME;
}

/** The theme with the bubbles of the one who writes. */
export function bubblesOf(theme: Theme, direction: RenderedMessage['direction']): Theme {
  if (direction !== 'TO_APP') return theme;
  const { own, onOwn } = theme;
  return onOwn === WHITE ? { ...theme, bubble: own, ink: WHITE, pale: '#e5e7eb', accent: WHITE } : { ...theme, bubble: own, ink: onOwn };
}
