import type { Certainty, RenderChannel } from './rendered-message.ts';
import type { ChoicePlacement } from './rendered-part.ts';
import { MMS_STYLE, PLAIN_STYLE, type TextStyle, VIBERBM_STYLE, WHATSAPP_STYLE } from './text-style.ts';

/**
 * What becomes of a type on a channel. `native`: shown as it is. `text`: rewritten. `if`: native when conditions hold, else rewritten.
 * `parts`: rewritten as other native things. `map`: the map without its words. `text?`: probably rewritten. `?`: not known.
 */
export type Cell = 'native' | 'text' | 'if' | 'parts' | 'map' | 'text?' | '?';

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
  /** Does it read `*bold*`, `_italic_`, `~struck~` and three ticks around code? */
  markup: boolean;
  /** Where choices stand that belong to a message, and those of a card. The first are read from pictures of the channels. */
  choices: ChoicePlacement;
  cardChoices: ChoicePlacement;
  /** Does a card have its words above its file? */
  wordsFirst: boolean;
  /** Is the page of a text's first link shown in small? With a property: `set` where that is `true`, else the opposite. */
  preview: boolean | { property: string; set: boolean };
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
  choices: 'joined',
  cardChoices: 'joined',
  wordsFirst: false,
  preview: false,
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
  RCS: { ...RICH, location: 'parts', choices: 'docked' },
  WHATSAPP: {
    ...RICH,
    media: 'if',
    choice: 'if',
    card: 'if',
    carousel: 'text',
    list: 'native',
    style: WHATSAPP_STYLE,
    markup: true,
    preview: { property: 'WHATSAPP_PREVIEW_URL', set: true },
    look: 'inferred',
  },
  // A message with choices is a button template there: a bubble whose last rows are the buttons.
  MESSENGER: { ...RICH, location: 'parts', preview: true },
  VIBERBM: {
    ...TEXT_ONLY,
    media: 'if',
    choice: 'if',
    card: 'if',
    style: VIBERBM_STYLE,
    markup: true,
    wordsFirst: true,
    look: 'inferred',
  },
  VIBER: { ...RICH, location: 'map', choices: 'inline', wordsFirst: true },
  MMS: { ...TEXT_ONLY, card: 'parts', style: MMS_STYLE, look: 'inferred' },
  INSTAGRAM: { ...RICH, media: 'if', location: 'text', choices: 'docked', look: 'inferred' },
  TELEGRAM: {
    ...RICH,
    carousel: 'text',
    location: 'map',
    choices: 'inline',
    cardChoices: 'inline',
    preview: { property: 'TELEGRAM_DISABLE_LINK_PREVIEW', set: false },
  },
  KAKAOTALK: { ...RICH, carousel: 'text', location: 'text' },
  KAKAOTALKCHAT: UNKNOWN,
  LINE: { ...RICH, preview: true },
  WECHAT: TEXT_ONLY,
  APPLEBC: { ...UNKNOWN, text: 'native', preview: true },
}))();

/** What is known of a channel; nothing of one that has no row. */
export function traitsOf(channel: string): ChannelTraits {
  return (Object.hasOwn(TRAITS, channel) ? TRAITS[channel as RenderChannel] : undefined) ?? UNKNOWN;
}
