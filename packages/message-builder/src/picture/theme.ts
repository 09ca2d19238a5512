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
  /** `chips` flow under a bubble, `rows` are joined to it, `keys` are filled and fill the line. */
  choices: 'chips' | 'rows' | 'keys';
}

const LIGHT = { onBar: '#ffffff', bubble: '#ffffff', ink: '#111827', pale: '#6b7280' } as const;

// Tables that are put together from others are wrapped and marked pure, so that bundlers drop those that nobody uses.
const UNKNOWN_THEME: Theme = /* @__PURE__ */ (() => ({
  ...LIGHT,
  name: 'Unknown channel',
  bar: '#6b7280',
  screen: '#f3f4f6',
  accent: '#374151',
  choices: 'chips',
}))();

const THEMES: Readonly<Record<string, Theme>> = /* @__PURE__ */ (() => ({
  SMS: { ...LIGHT, name: 'SMS', bar: '#3f6f52', screen: '#ffffff', bubble: '#e9ebee', accent: '#1f5fbf', choices: 'chips' },
  RCS: { ...LIGHT, name: 'RCS', bar: '#1a5fd0', screen: '#f4f7fd', bubble: '#e3ebfb', accent: '#1a5fd0', choices: 'chips' },
  WHATSAPP: { ...LIGHT, name: 'WhatsApp', bar: '#0b7a66', screen: '#efe7dd', accent: '#0a7cba', choices: 'rows' },
  MESSENGER: { ...LIGHT, name: 'Messenger', bar: '#0a66e0', screen: '#ffffff', bubble: '#eceef1', accent: '#0a66e0', choices: 'chips' },
  VIBERBM: { ...LIGHT, name: 'Viber Business', bar: '#6551d6', screen: '#eef0f7', accent: '#6551d6', choices: 'keys' },
  VIBER: { ...LIGHT, name: 'Viber', bar: '#6551d6', screen: '#eef0f7', accent: '#6551d6', choices: 'keys' },
  MMS: { ...LIGHT, name: 'MMS', bar: '#2f7d86', screen: '#ffffff', bubble: '#e6eff0', accent: '#1f5fbf', choices: 'chips' },
  INSTAGRAM: { ...LIGHT, name: 'Instagram', bar: '#c13584', screen: '#ffffff', bubble: '#efefef', accent: '#a2307a', choices: 'chips' },
  TELEGRAM: { ...LIGHT, name: 'Telegram', bar: '#2b84c0', screen: '#d8e6ef', accent: '#1f74ae', choices: 'keys' },
  KAKAOTALK: { ...LIGHT, name: 'KakaoTalk', bar: '#f7dd3e', onBar: '#2c2416', screen: '#b9cbdb', accent: '#4a3f16', choices: 'rows' },
  KAKAOTALKCHAT: {
    ...LIGHT,
    name: 'KakaoTalk chat',
    bar: '#f7dd3e',
    onBar: '#2c2416',
    screen: '#b9cbdb',
    accent: '#4a3f16',
    choices: 'rows',
  },
  LINE: { ...LIGHT, name: 'LINE', bar: '#06a94d', screen: '#94a9c9', accent: '#2b5fa6', choices: 'rows' },
  WECHAT: { ...LIGHT, name: 'WeChat', bar: '#2e8b57', screen: '#ededed', accent: '#2e6fb0', choices: 'rows' },
  APPLEBC: { ...LIGHT, name: 'Apple Messages', bar: '#6e7480', screen: '#ffffff', bubble: '#e9e9eb', accent: '#0a66e0', choices: 'chips' },
}))();

export function themeOf(channel: string): Theme {
  return Object.hasOwn(THEMES, channel) ? (THEMES[channel] ?? UNKNOWN_THEME) : UNKNOWN_THEME;
}
