import type { ChannelSpecificTemplateReference, TemplateMessage } from '@convapi/core';
import { need } from '../internal/need.ts';
import { refuse } from '../internal/refuse.ts';
import { type Fields, toWireWith } from '../internal/to-wire.ts';
import type { TemplateButtonWords, TemplateCardWords, TemplateWords } from '../render/template-words.ts';
import {
  toParameters,
  type WhatsAppButton,
  type WhatsAppCardParameters,
  type WhatsAppFlowStart,
  type WhatsAppHeaderLocation,
  type WhatsAppHeaderMedia,
  type WhatsAppValues,
} from './whatsapp-parameters.ts';

/** Words as they were approved, with the values of their placeholders. */
export interface WhatsAppWords {
  /** With `{{1}}` or `{{name}}` where values go. */
  text: string;
  /** The values, in order or by name. */
  values?: WhatsAppValues | undefined;
}

/** The header of a template: its words, a file, or a place. */
export type WhatsAppTemplateHeader =
  | string
  | { text: string; value: string }
  | { image: WhatsAppHeaderMedia }
  | { video: WhatsAppHeaderMedia }
  | { document: WhatsAppHeaderMedia }
  | { location: WhatsAppHeaderLocation };

/** A button of a template: its caption as it was approved, with what this message puts in. */
export type WhatsAppTemplateButton =
  | { quickReply: string; payload?: string | undefined }
  | { link: string; url: string; value?: string | undefined }
  | { call: string; phoneNumber: string }
  | { copyCode: string; code: string }
  | { flow: string; start?: WhatsAppFlowStart | undefined };

/** The words of one card, and what fills them. */
export interface WhatsAppTemplateCard {
  header?: WhatsAppTemplateHeader | undefined;
  /** Without placeholders a text will do. */
  body?: string | WhatsAppWords | undefined;
  /** Up to ten. */
  buttons?: readonly WhatsAppTemplateButton[] | undefined;
}

/** A whole template: its words as WhatsApp approved them, and what fills them. */
export interface WhatsAppTemplateOptions extends WhatsAppTemplateCard {
  /** Name of the template. */
  name: string;
  /** Language with an underscore, e.g. `en_US`. WhatsApp has no default. */
  language: string;
  footer?: string | undefined;
  /** Up to ten cards below the body. */
  cards?: readonly WhatsAppTemplateCard[] | undefined;
}

/** What {@link whatsappTemplate} gives. */
export interface WhatsAppTemplate {
  /** The message to send. */
  message: { template_message: TemplateMessage };
  /** The words, for `templates` of `render` and `explain`: they are not sent. */
  words: TemplateWords;
}

/** What a template is made from, as its options are read. */
interface Draft {
  card: WhatsAppTemplateCard;
  name: string;
  language: string;
  footer?: string;
  cards?: WhatsAppTemplateCard[];
}

const CARD_FIELDS: Fields<WhatsAppTemplateCard, { card: WhatsAppTemplateCard }> = {
  header({ card }, header) {
    card.header = header;
  },
  body({ card }, body) {
    card.body = body;
  },
  buttons({ card }, buttons, path) {
    card.buttons = need(path, buttons, 'list');
  },
};

// Put together from another table: marked pure, so that bundlers drop it where nobody uses it.
const FIELDS = /* @__PURE__ */ ((): Fields<WhatsAppTemplateOptions, Draft> => ({
  ...CARD_FIELDS,
  name(draft, name, path) {
    draft.name = need(path, name);
  },
  language(draft, language, path) {
    draft.language = need(path, language);
  },
  footer(draft, footer, path) {
    draft.footer = need(path, footer);
  },
  cards(draft, cards, path) {
    draft.cards = Array.from(
      need(path, cards, 'list'),
      (card, at) => toWireWith(`${path}[${at}]`, card, CARD_FIELDS, { card: {} }, []).card,
    );
  },
}))();

/**
 * A whole WhatsApp template: the message that sends it, and its approved words, with which `render`, `explain` and pictures show it. The
 * words are stored at WhatsApp and are not sent; that they are the approved ones is not checked.
 *
 * @throws {@link MessageError} when it is given what its types forbid, and for more than ten buttons or cards.
 *
 * @example
 * ```ts
 * import { render, toSvg, whatsappTemplate } from '@convapi/message-builder';
 *
 * const { message, words } = whatsappTemplate({
 *   name: 'order_sent',
 *   language: 'en_US',
 *   header: { image: { link: 'https://example.com/parcel.jpg' } },
 *   body: { text: 'Hi {{name}}, your order {{order}} has left.', values: { name: 'Ada', order: '17' } },
 *   footer: 'Reply STOP to opt out',
 *   buttons: [{ link: 'Track', url: 'https://example.com/{{1}}', value: 'orders/17' }, { copyCode: 'Copy code', code: 'SAVE20' }],
 * });
 * const picture = toSvg(render(message, 'WHATSAPP', { templates: [words] }));
 * ```
 */
export function whatsappTemplate(options: WhatsAppTemplateOptions): WhatsAppTemplate {
  const empty: Draft = { card: {}, name: '', language: '' };
  const { card, name, language, footer, cards } = toWireWith('whatsappTemplate', options, FIELDS, empty, ['name', 'language']);
  const path = 'whatsappTemplate';
  const filled = cards?.map((one, at) => toValues(one, `${path}.cards[${at}]`));
  const parameters = toParameters(path, { ...toValues(card, path), ...(filled && { cards: filled }) });
  const WHATSAPP: ChannelSpecificTemplateReference = { template_id: name, language_code: language, parameters };
  const words: TemplateWords = { channel: 'WHATSAPP', templateId: name, languageCode: language, ...toWords(card) };
  if (footer !== undefined) words.footer = footer;
  if (cards !== undefined) words.cards = cards.map(toWords);
  return { message: { template_message: { channel_template: { WHATSAPP } } }, words };
}

/** What this message puts into the placeholders. */
function toValues({ header, body, buttons = [] }: WhatsAppTemplateCard, path: string): WhatsAppCardParameters {
  const parameters: WhatsAppCardParameters = {};
  if (typeof header !== 'string' && header !== undefined) {
    need<object>(`${path}.header`, header, 'object', 'a text or an object');
    parameters.header = 'text' in header ? need(`${path}.header.value`, header.value) : header;
  }
  if (typeof body !== 'string' && body !== undefined) {
    need(`${path}.body.text`, need(`${path}.body`, body, 'object', 'a text, or an object with text and values').text);
    if (body.values !== undefined) parameters.body = body.values;
  }
  if (buttons.length > 0) parameters.buttons = buttons.map((button, at) => toValue(button, `${path}.buttons[${at}]`));
  return parameters;
}

function toValue(button: WhatsAppTemplateButton, path: string): WhatsAppButton | undefined {
  need(path, button, 'object', 'a button, in an object');
  if ('quickReply' in button) return { quickReply: need(`${path}.payload`, button.payload ?? '') };
  if ('link' in button) return button.value === undefined ? undefined : { url: button.value };
  if ('copyCode' in button) return { copyCode: button.code };
  if ('flow' in button) return { flow: button.start ?? {} };
  if ('call' in button) return undefined;
  refuse(path, 'is no button that is known', 'Pass quickReply, link, call, copyCode or flow.');
}

/** The words as they were approved. */
function toWords({ header, body, buttons = [] }: WhatsAppTemplateCard): TemplateCardWords {
  const words: TemplateCardWords = {};
  if (typeof header === 'string') words.header = { text: header };
  else if (header !== undefined) words.header = 'text' in header ? { text: header.text } : { media: mediaOf(header) };
  if (body !== undefined) words.body = typeof body === 'string' ? body : body.text;
  if (buttons.length > 0) words.buttons = buttons.map(toButtonWords);
  return words;
}

function mediaOf(header: object): 'image' | 'video' | 'document' | 'location' {
  return 'image' in header ? 'image' : 'video' in header ? 'video' : 'document' in header ? 'document' : 'location';
}

function toButtonWords(button: WhatsAppTemplateButton): TemplateButtonWords {
  if ('quickReply' in button) return { type: 'quick_reply', text: button.quickReply };
  if ('link' in button) return { type: 'url', text: button.link, url: button.url };
  if ('copyCode' in button) return { type: 'copy_code', text: button.copyCode };
  if ('flow' in button) return { type: 'flow', text: button.flow };
  return { type: 'phone_number', text: button.call, phoneNumber: button.phoneNumber };
}
