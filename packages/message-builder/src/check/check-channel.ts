import type { ChannelLimits } from '../limits.ts';
import { LIMITS, type LimitChannel } from '../limits.ts';
import { checkLength } from './check-length.ts';
import { type Report, severityOf } from './issue.ts';
import { asText, fieldOf } from './read.ts';
import { checkCardMessage, checkCarousel, checkList } from './rules/check-card.ts';
import { checkChoices } from './rules/check-choices.ts';
import { checkMedia } from './rules/check-media.ts';
import { checkTemplate } from './rules/check-template.ts';
import { checkText } from './rules/check-text.ts';
import { type Scope, tell } from './scope.ts';

/** Reports what one channel does not take of a message, looking at what would be sent there. */
export function checkChannel(report: Report, channel: LimitChannel, message: unknown): void {
  const scope: Scope = { channel, limits: LIMITS[channel] satisfies ChannelLimits, report };
  const explicit = fieldOf(fieldOf(message, 'explicit_channel_message'), channel);
  if (explicit !== undefined) {
    checkExplicit(scope, asText(explicit));
    return;
  }
  // The shapes have checked it, and nothing else of the message is sent.
  if (fieldOf(fieldOf(message, 'channel_specific_message'), channel) !== undefined) return;
  const override = fieldOf(fieldOf(message, 'explicit_channel_omni_message'), channel);
  if (override === undefined) checkGeneric(scope, '', message);
  else checkGeneric(scope, `explicit_channel_omni_message.${channel}.`, override);
}

function checkGeneric(scope: Scope, path: string, message: unknown): void {
  const { limits } = scope;
  const text = fieldOf(message, 'text_message');
  if (text !== undefined) checkText(scope, `${path}text_message`, text);
  const media = fieldOf(message, 'media_message');
  if (media !== undefined) checkMedia(scope, `${path}media_message`, media);
  const choice = fieldOf(message, 'choice_message');
  if (choice !== undefined) checkChoiceMessage(scope, `${path}choice_message`, choice);
  const card = fieldOf(message, 'card_message');
  if (card !== undefined) checkCardMessage(scope, `${path}card_message`, card);
  const carousel = fieldOf(message, 'carousel_message');
  if (carousel !== undefined) checkCarousel(scope, `${path}carousel_message`, carousel);
  const list = fieldOf(message, 'list_message');
  if (list !== undefined) checkList(scope, `${path}list_message`, list);
  const location = fieldOf(message, 'location_message');
  if (location !== undefined) checkLabel(scope, `${path}location_message.label`, fieldOf(location, 'label'));
  const template = fieldOf(message, 'template_message');
  if (template !== undefined) checkTemplate(scope, `${path}template_message`, template);
  if (fieldOf(message, 'contact_info_message') !== undefined) checkContact(scope, `${path}contact_info_message`, limits);
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

function checkExplicit(scope: Scope, json: string | undefined): void {
  if (json === undefined || isJson(json)) return;
  const origin = { basis: 'sinch-api', source: 'API' } as const;
  const path = `explicit_channel_message.${scope.channel}`;
  tell(
    scope.report,
    scope.channel,
    { path, code: 'format', severity: severityOf(origin, 'warning'), text: 'is not JSON, and goes to the channel as it is' },
    origin,
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
