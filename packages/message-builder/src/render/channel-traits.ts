import { CHANNEL_RULES } from '../generated/channel-rules.ts';
import { rulesOf } from '../rules/channel-rules.ts';
import type { NativeSupport } from '../rules/limits.ts';
import type { Certainty, RenderChannel } from './rendered-message.ts';
import type { ChoicePlacement } from './rendered-part.ts';
import { MMS_STYLE, PLAIN_STYLE, type TextStyle, VIBERBM_STYLE, WHATSAPP_STYLE } from './text-style.ts';

/** What a channel shows of each type, and how its text looks. */
export interface ChannelTraits extends NativeSupport, ChannelLook {}

/** How a channel looks: read from pictures and samples, so that the rule book has none of it. */
interface ChannelLook {
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

const PLAIN: ChannelLook = {
  style: PLAIN_STYLE,
  markup: false,
  choices: 'joined',
  cardChoices: 'joined',
  wordsFirst: false,
  preview: false,
  look: 'guess',
};

const LOOKS: { readonly [C in RenderChannel]?: Partial<ChannelLook> } = {
  SMS: { look: 'inferred' },
  RCS: { choices: 'docked' },
  WHATSAPP: { style: WHATSAPP_STYLE, markup: true, preview: { property: 'WHATSAPP_PREVIEW_URL', set: true }, look: 'inferred' },
  // A message with choices is a button template there: a bubble whose last rows are the buttons.
  MESSENGER: { preview: true },
  VIBERBM: { style: VIBERBM_STYLE, markup: true, wordsFirst: true, look: 'inferred' },
  VIBER: { choices: 'inline', wordsFirst: true },
  MMS: { style: MMS_STYLE, look: 'inferred' },
  INSTAGRAM: { choices: 'docked', look: 'inferred' },
  TELEGRAM: { choices: 'inline', cardChoices: 'inline', preview: { property: 'TELEGRAM_DISABLE_LINK_PREVIEW', set: false } },
  LINE: { preview: true },
  APPLEBC: { preview: true },
};

// Put together from other tables: wrapped and marked pure, so that bundlers drop it where nobody uses it.
const TRAITS: { readonly [channel: string]: ChannelTraits } = /* @__PURE__ */ (() =>
  Object.fromEntries(
    Object.entries(CHANNEL_RULES).map(([channel, { native }]) => [channel, { ...native, ...PLAIN, ...LOOKS[channel as RenderChannel] }]),
  ))();

const UNKNOWN: ChannelTraits = /* @__PURE__ */ (() => ({ ...rulesOf('').native, ...PLAIN }))();

/** What is known of a channel; nothing of one that has no row. */
export function traitsOf(channel: string): ChannelTraits {
  return (Object.hasOwn(TRAITS, channel) ? TRAITS[channel] : undefined) ?? UNKNOWN;
}
