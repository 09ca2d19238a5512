import type { Certainty, RenderChannel } from './rendered-message.ts';
import { MMS_STYLE, PLAIN_STYLE, type TextStyle, VIBERBM_STYLE, WHATSAPP_STYLE } from './text-style.ts';

/**
 * What becomes of a type on a channel. `native`: shown as it is. `text`: rewritten. `if`: native when conditions hold, else rewritten.
 * `parts`: rewritten as other native things. `text?`: probably rewritten. `?`: not known.
 */
export type Cell = 'native' | 'text' | 'if' | 'parts' | 'text?' | '?';

/** What a channel shows of each type, and how its text looks. */
export interface ChannelTraits {
  text: Cell;
  media: Cell;
  choice: Cell;
  card: Cell;
  carousel: Cell;
  location: Cell;
  list: Cell;
  contactInfo: Cell;
  style: TextStyle;
  /** Does it show `*bold*` and `_italic_`? */
  markup: boolean;
  /** How sure the look of its text is: there are pictures for some channels only. */
  look: Certainty;
}

const RICH: ChannelTraits = {
  text: 'native',
  media: 'native',
  choice: 'native',
  card: 'native',
  carousel: 'native',
  location: 'native',
  list: '?',
  contactInfo: '?',
  style: PLAIN_STYLE,
  markup: false,
  look: 'guess',
};

// Tables that are put together from others are wrapped and marked pure, so that bundlers drop those that nobody uses.
const TEXT_ONLY: ChannelTraits = /* @__PURE__ */ (() => ({ ...RICH, choice: 'text', card: 'text', carousel: 'text', location: 'text' }))();

const UNKNOWN: ChannelTraits = /* @__PURE__ */ (() => ({
  ...RICH,
  text: '?',
  media: '?',
  choice: '?',
  card: '?',
  carousel: '?',
  location: '?',
}))();

const TRAITS: Readonly<Record<RenderChannel, ChannelTraits>> = /* @__PURE__ */ (() => ({
  SMS: { ...TEXT_ONLY, media: 'text', list: 'text?', look: 'inferred' },
  RCS: { ...RICH, location: 'parts' },
  WHATSAPP: {
    ...RICH,
    media: 'if',
    choice: 'if',
    card: 'if',
    carousel: 'text',
    list: 'native',
    style: WHATSAPP_STYLE,
    markup: true,
    look: 'inferred',
  },
  MESSENGER: { ...RICH, location: 'parts' },
  VIBERBM: { ...TEXT_ONLY, media: 'if', choice: 'if', card: 'if', style: VIBERBM_STYLE, markup: true, look: 'inferred' },
  VIBER: RICH,
  MMS: { ...TEXT_ONLY, card: 'parts', style: MMS_STYLE, look: 'inferred' },
  INSTAGRAM: { ...RICH, media: 'if', location: 'text', look: 'inferred' },
  TELEGRAM: { ...RICH, carousel: 'text' },
  KAKAOTALK: { ...RICH, carousel: 'text', location: 'text' },
  KAKAOTALKCHAT: UNKNOWN,
  LINE: RICH,
  WECHAT: TEXT_ONLY,
  APPLEBC: { ...UNKNOWN, text: 'native' },
}))();

/** What is known of a channel; nothing of one that has no row. */
export function traitsOf(channel: string): ChannelTraits {
  return Object.hasOwn(TRAITS, channel) ? TRAITS[channel as RenderChannel] : UNKNOWN;
}
