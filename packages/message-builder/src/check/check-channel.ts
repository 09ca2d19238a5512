import { LIMITS } from '../generated/limits.ts';
import { asFields, asText, fieldOf } from '../internal/read.ts';
import { render } from '../render/render.ts';
import type { ChannelLimits, Limit, LimitChannel } from '../rules/limits.ts';
import { checkLength } from './check-length.ts';
import { checkNative } from './check-native.ts';
import { isSurelyWithin } from './is-surely-within.ts';
import { API_ORIGIN, type Report } from './issue.ts';
import { checkCardMessage, checkCarousel, checkSubject } from './parts/check-card.ts';
import { checkChoices, checkDisplayModes } from './parts/check-choices.ts';
import { checkList } from './parts/check-list.ts';
import { checkMedia } from './parts/check-media.ts';
import { checkTemplate } from './parts/check-template.ts';
import { checkText, checkWords } from './parts/check-text.ts';
import { checkCount, type Scope, tell } from './scope.ts';

/** What may stand in for a message on single channels: its three maps by channel, read once for all channels. */
export interface Substitutes {
  explicit: unknown;
  specific: unknown;
  omni: unknown;
}

/** Reports what one channel does not take of a message, looking at what would be sent there. `path` is where it stands, with its dot. */
export function checkChannel(report: Report, path: string, channel: LimitChannel, message: unknown, substitutes: Substitutes): void {
  const scope: Scope = { channel, limits: LIMITS[channel] satisfies ChannelLimits, report };
  const explicit = fieldOf(substitutes.explicit, channel);
  const specific = fieldOf(substitutes.specific, channel);
  const omni = fieldOf(substitutes.omni, channel);
  if (explicit !== undefined) checkExplicit(scope, `${path}explicit_channel_message.${channel}`, asText(explicit));
  else if (specific !== undefined) checkSpecific(scope, `${path}channel_specific_message.${channel}`, specific);
  else if (omni !== undefined) checkGeneric(scope, `${path}explicit_channel_omni_message.${channel}.`, omni);
  else checkGeneric(scope, path, message);
  checkQuote(scope, `${path}reply_to`, fieldOf(message, 'reply_to'));
}

function checkGeneric(scope: Scope, path: string, message: unknown): void {
  const fields = asFields(message) ?? {};
  for (const key of Object.keys(fields)) {
    if (fields[key] !== undefined) checkContentOf(scope, key, path + key, fields[key]);
  }
}

function checkContentOf(scope: Scope, key: string, path: string, content: unknown): void {
  if (key === 'template_message') {
    checkTemplate(scope, path, content);
    return;
  }
  const support = checkNative(scope, key, path, content);
  const isNative = support === 'native' || support === 'map';
  checkFrame(scope, key, path, content, isNative);
  if (isNative) (Object.hasOwn(NATIVE, key) ? NATIVE[key] : undefined)?.(scope, path, content);
  else if (key === 'text_message') checkText(scope, path, content);
  else if (support !== 'unknown') checkTranscoded(scope, key, path, content);
}

/** What a channel asks of what it shows in its own form. */
const NATIVE: { readonly [key: string]: (scope: Scope, path: string, content: unknown) => void } = {
  text_message: checkText,
  media_message: checkMedia,
  choice_message: checkChoiceMessage,
  card_message: checkCardMessage,
  carousel_message: checkCarousel,
  list_message: checkList,
};

/** Words that stand for what the channel does not have: they are a text like any other. */
function checkTranscoded(scope: Scope, key: string, path: string, content: unknown): void {
  const { channel, limits } = scope;
  if (key === 'location_message' && limits.native.location === 'parts') checkLabel(scope, `${path}.label`, fieldOf(content, 'label'));
  if (key === 'card_message') checkSubject(scope, path, content);
  // Most texts are short enough on every channel but SMS, where each is counted; putting them together costs more than all else.
  const most = limits.textChars.value;
  if (channel !== 'SMS' && (typeof most !== 'number' || isSurelyWithin(content, most))) return;
  const { mode, text, changes } = render({ [key]: content } as never, channel);
  // Where nobody states what is shown, nobody states how much of it.
  if (mode === 'unknown') return;
  // What is cut is no longer in the text.
  const cut = changes.find(({ kind, limit }) => kind === 'lost' && limit !== undefined)?.limit;
  if (cut === undefined) checkWords(scope, path, text);
  else checkCount(scope, path, cut.actual, limits.textChars as Limit, { code: 'length' });
}

function checkChoiceMessage(scope: Scope, path: string, choice: unknown): void {
  const { limits } = scope;
  const text = fieldOf(choice, 'text_message');
  if (limits.choiceBodyChars === undefined) checkText(scope, `${path}.text_message`, text);
  else checkLength(scope, `${path}.text_message.text`, fieldOf(text, 'text'), limits.choiceBodyChars);
  checkChoices(scope, `${path}.choices`, fieldOf(choice, 'choices'), limits.choicesMax);
  checkDisplayModes(scope, `${path}.choices`, fieldOf(choice, 'choices'), true);
}

/** Header and footer, which WhatsApp alone has, above a card without media and below buttons. */
function checkFrame(scope: Scope, key: string, path: string, content: unknown, isNative: boolean): void {
  const { channel, limits, report } = scope;
  if (limits.headerPlace === undefined || limits.footerPlace === undefined) return;
  const properties = fieldOf(content, 'message_properties');
  const place = `${path}.message_properties`;
  const header = key === 'card_message' ? asText(fieldOf(properties, 'whatsapp_header')) : undefined;
  const footer = key === 'choice_message' ? asText(fieldOf(properties, 'whatsapp_footer')) : undefined;
  if (header) {
    const at = `${place}.whatsapp_header`;
    const hasMedia = asFields(fieldOf(content, 'media_message')) !== undefined;
    if (isNative && !hasMedia) checkLength(scope, at, header, limits.headerChars);
    else {
      const text = `is a header, which ${channel} shows above ${isNative ? 'a card without media' : 'a card with buttons'} only`;
      tell(report, channel, { path: at, code: 'no_effect', severity: 'warning', effect: 'lost', text }, limits.headerPlace);
    }
  }
  if (footer) {
    const at = `${place}.whatsapp_footer`;
    if (isNative) checkLength(scope, at, footer, limits.choiceFooterChars);
    else {
      const text = `is a footer, which ${channel} shows below buttons only`;
      tell(report, channel, { path: at, code: 'no_effect', severity: 'warning', effect: 'lost', text }, limits.footerPlace);
    }
  }
}

/** On these channels the label becomes the button; what stands there without one is not stated. */
function checkLabel(scope: Scope, path: string, label: unknown): void {
  const { channel, limits, report } = scope;
  if (label !== undefined) checkLength(scope, path, label, limits.choiceTitleChars);
  else {
    const text = `is left out, and is the caption of the button on ${channel}`;
    tell(report, channel, { path, code: 'empty', severity: 'note', text }, { basis: 'unknown', source: null });
  }
}

/** A quote of what the contact wrote: without it the message goes out all the same. */
function checkQuote({ channel, limits, report }: Scope, path: string, quote: unknown): void {
  if (asFields(quote) === undefined || limits.replyToHours !== undefined) return;
  const text = `is a quote, which ${channel} does not show`;
  const finding = {
    path,
    code: 'no_effect',
    severity: 'note',
    effect: 'lost',
    sentence: 'The message goes out without it.',
    text,
  } as const;
  tell(report, channel, finding, { basis: 'sinch-api', source: 'OAS' });
}

/** The channel that has each kind of message; its fields are checked with the shapes. */
const HOMES: { readonly [type: string]: LimitChannel } = {
  FLOWS: 'WHATSAPP',
  ORDER_DETAILS: 'WHATSAPP',
  ORDER_STATUS: 'WHATSAPP',
  COMMERCE: 'KAKAOTALK',
  CAROUSEL_COMMERCE: 'KAKAOTALK',
  NOTIFICATION_MESSAGE_TEMPLATE: 'LINE',
};

function checkSpecific(scope: Scope, path: string, specific: unknown): void {
  const type = asText(fieldOf(specific, 'message_type')) ?? '';
  const home = Object.hasOwn(HOMES, type) ? HOMES[type] : undefined;
  if (home === undefined || home === scope.channel) return;
  const text = `is ${type}, which is for ${home}`;
  const finding = { path: `${path}.message_type`, code: 'value', severity: 'warning', limit: home, actual: type, text } as const;
  tell(scope.report, scope.channel, finding, API_ORIGIN);
}

function checkExplicit(scope: Scope, path: string, json: string | undefined): void {
  if (json === undefined || isJson(json)) return;
  const text = 'is not JSON, and goes to the channel as it is';
  tell(scope.report, scope.channel, { path, code: 'format', severity: 'warning', text }, API_ORIGIN);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
