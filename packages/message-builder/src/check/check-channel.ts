import { LIMITS } from '../generated/limits.ts';
import type { ChannelLimits, LimitChannel } from '../limits.ts';
import { checkLength } from './check-length.ts';
import { API_ORIGIN, type Report } from './issue.ts';
import { asFields, asText, fieldOf } from './read.ts';
import { checkCardMessage, checkCarousel, checkList } from './rules/check-card.ts';
import { checkChoices } from './rules/check-choices.ts';
import { checkMedia } from './rules/check-media.ts';
import { checkTemplate } from './rules/check-template.ts';
import { checkText } from './rules/check-text.ts';
import { type Scope, tell } from './scope.ts';

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
}

function checkGeneric(scope: Scope, path: string, message: unknown): void {
  const fields = asFields(message) ?? {};
  for (const key of Object.keys(fields)) {
    if (fields[key] !== undefined) checkContentOf(scope, key, path + key, fields[key]);
  }
}

function checkContentOf(scope: Scope, key: string, path: string, content: unknown): void {
  switch (key) {
    case 'text_message':
      checkText(scope, path, content);
      break;
    case 'media_message':
      checkMedia(scope, path, content);
      break;
    case 'choice_message':
      checkChoiceMessage(scope, path, content);
      break;
    case 'card_message':
      checkCardMessage(scope, path, content);
      break;
    case 'carousel_message':
      checkCarousel(scope, path, content);
      break;
    case 'list_message':
      checkList(scope, path, content);
      break;
    case 'location_message':
      checkLabel(scope, `${path}.label`, fieldOf(content, 'label'));
      break;
    case 'template_message':
      checkTemplate(scope, path, content);
      break;
    case 'contact_info_message':
      checkContact(scope, path, scope.limits);
      break;
  }
}

function checkChoiceMessage(scope: Scope, path: string, choice: unknown): void {
  const { channel, limits } = scope;
  const text = fieldOf(choice, 'text_message');
  if (channel !== 'SMS' && text !== undefined) checkText(scope, `${path}.text_message`, text);
  checkLength(scope, `${path}.text_message.text`, fieldOf(text, 'text'), {
    limit: limits.choiceBodyChars,
    severity: 'warning',
    effect: 'The choices are sent as plain text.',
  });
  const footer = fieldOf(fieldOf(choice, 'message_properties'), 'whatsapp_footer');
  checkLength(scope, `${path}.message_properties.whatsapp_footer`, footer, { limit: limits.choiceFooterChars });
  checkChoices(scope, `${path}.choices`, fieldOf(choice, 'choices'), limits.choicesMax);
}

/** On these channels the label becomes the button; what stands there without one is not stated. */
function checkLabel(scope: Scope, path: string, label: unknown): void {
  const { channel, limits, report } = scope;
  if (channel !== 'RCS' && channel !== 'MESSENGER') return;
  if (label !== undefined) {
    checkLength(scope, path, label, { limit: limits.choiceTitleChars });
    return;
  }
  tell(
    report,
    channel,
    { path, code: 'empty', severity: 'info', text: `is left out, and is the caption of the button on ${channel}` },
    { basis: 'unknown', source: null },
  );
}

function checkContact(scope: Scope, path: string, limits: ChannelLimits): void {
  if (limits.native.contactInfo !== 'unknown') return;
  const text = `is a contact card, and nobody states what ${scope.channel} shows`;
  tell(scope.report, scope.channel, { path, code: 'not_native', severity: 'warning', text }, { basis: 'unknown', source: null });
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
  const finding = {
    path: `${path}.message_type`,
    code: 'value',
    severity: 'warning',
    limit: home,
    actual: type,
    text: `is ${type}, which is for ${home}`,
  } as const;
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
