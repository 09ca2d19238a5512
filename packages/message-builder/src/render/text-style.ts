/** How a channel's text of cards and choices is set. Read from the vendor's pictures: the wording is sure, the blank lines less so. */
export interface TextStyle {
  /** Put around titles. */
  bold: string;
  /** Put around descriptions. */
  italic: string;
  /** Between a text and its choices. */
  beforeChoices: string;
  /** Between the lines of a card and its choices. */
  beforeCardChoices: string;
  /** Before the URL of a card's file. */
  beforeUrl: string;
  /** Between the cards of a carousel. */
  betweenCards: string;
  /** Are the cards of a carousel numbered? */
  numbered: boolean;
}

const LINE = '\n';
const BLANK_LINE = '\n\n';

export const PLAIN_STYLE: TextStyle = {
  bold: '',
  italic: '',
  beforeChoices: BLANK_LINE,
  beforeCardChoices: LINE,
  beforeUrl: LINE,
  betweenCards: BLANK_LINE,
  numbered: true,
};

// Tables that are put together from others are wrapped and marked pure, so that bundlers drop those that nobody uses.
export const WHATSAPP_STYLE: TextStyle = /* @__PURE__ */ (() => ({
  ...PLAIN_STYLE,
  bold: '*',
  italic: '_',
  beforeCardChoices: BLANK_LINE,
}))();

export const VIBERBM_STYLE: TextStyle = /* @__PURE__ */ (() => ({ ...WHATSAPP_STYLE, beforeUrl: BLANK_LINE }))();

export const MMS_STYLE: TextStyle = /* @__PURE__ */ (() => ({
  ...PLAIN_STYLE,
  beforeChoices: LINE,
  betweenCards: LINE,
  numbered: false,
}))();
