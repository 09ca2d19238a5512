import type { AppMessage, ProcessingMode, SendMessageRequest } from '@convapi/core';
import { check } from '../check/check.ts';
import { checkSend } from '../check/check-send.ts';
import type { CheckIssue } from '../check/issue.ts';
import { type Json, recordOf, textOf } from '../render/read.ts';
import type { Certainty } from '../render/rendered-message.ts';
import type { LimitBasis, LimitChannel } from '../rules/limits.ts';
import { isStopped, toConsentIdentity } from '../rules/opt-outs.ts';
import { unreachableFile } from '../rules/reachable-files.ts';
import { lacksMmsSender } from '../rules/senders.ts';
import { mostSmsParts } from '../rules/sms-parts.ts';
import type { ContentOn } from './content-on.ts';
import type { ExplainOptions } from './explain-options.ts';
import type { Attempt, Refusal } from './explanation.ts';
import type { Address, ChannelPlan } from './plan-channels.ts';

/** A request can have thousands of faults; the first ones say enough. */
const MOST_FAULTS = 20;

/** What is against a request as a whole. */
export function requestRefusals(request: Json, mode: ProcessingMode, plan: ChannelPlan, configured: readonly string[]): Refusal[] {
  const faults = errorsIn(checkSend(request as unknown as SendMessageRequest, [])).map(toCallRefusal);
  const byContact = recordOf(request.recipient).contact_id !== undefined;
  // The other way into this mode is in the request, and reported with it.
  if (byContact && mode === 'DISPATCH' && request.processing_strategy !== 'DISPATCH_ONLY') {
    const what = 'An app in DISPATCH mode has no contacts: use identified_by.';
    faults.push({ stage: 'call', code: 'INVALID_ARGUMENT', chance: 'certain', what, basis: 'stated' });
  }
  return [...faults, ...missingConfigurations(plan, configured), ...missingIdentity(plan)];
}

/** What an attempt is judged by. */
export interface Judged {
  request: Json;
  app: Json;
  address: Address;
  content: ContentOn;
  options: ExplainOptions;
  sms: Attempt['sms'];
}

/** What is against an attempt on one channel, in the order in which it would be noticed. */
export function attemptRefusals({ request, app, address, content, options, sms }: Judged): Refusal[] {
  const { channel } = address;
  const properties = recordOf(request.channel_properties);
  return [
    ...templateRefusals(channel, content),
    ...optOutRefusal(address, request.message_content_type, options.optedOut),
    ...propertyRefusals(channel, properties, app, sms),
    ...contentRefusals(channel, content.content),
  ];
}

function templateRefusals(channel: string, { missing, lacksTemplate }: ContentOn): Refusal[] {
  const refusals: Refusal[] = [];
  if (lacksTemplate)
    refusals.push(onDelivery(channel, 'TEMPLATE_NOT_FOUND', `There is no template for ${channel}, and none for all.`, 'inferred'));
  if (missing.length > 0)
    refusals.push(onDelivery(channel, 'TEMPLATE_INSUFFICIENT_PARAMETERS', `No value for ${missing.join(', ')}.`, 'inferred'));
  return refusals;
}

function optOutRefusal({ channel, identity }: Address, contentType: unknown, optedOut: ExplainOptions['optedOut']): Refusal[] {
  if (identity === undefined) return [];
  const known = toConsentIdentity(identity);
  const lists = recordOf(optedOut);
  const isOn = (list: string) => listOfTexts(lists[list]).some((one) => toConsentIdentity(one) === known);
  if (!isStopped(contentType, isOn)) return [];
  return [onDelivery(channel, 'DELIVERY_REJECTED_DUE_TO_POLICY', 'The identity is on an opt-out list of the app.', 'stated')];
}

function propertyRefusals(channel: string, properties: Json, app: Json, sms: Attempt['sms']): Refusal[] {
  const most = mostSmsParts(properties);
  if (sms !== undefined && most !== undefined && sms.segments > most) {
    const what = `The text takes ${sms.segments} SMS, and the request allows ${most}: error 411.`;
    return [onDelivery(channel, 'CHANNEL_REJECT', what, 'stated')];
  }
  if (!lacksMmsSender(channel, properties, app.channel_credentials)) return [];
  return [onDelivery(channel, 'BAD_REQUEST', 'MMS needs a sender: MMS_SENDER, or a default sender of the app.', 'stated')];
}

function contentRefusals(channel: string, content: unknown): Refusal[] {
  if (content === undefined) return [];
  const [error] = errorsIn(check(content as AppMessage, [channel as LimitChannel])).filter((issue) => issue.channel === channel);
  if (error !== undefined) return [onDelivery(channel, 'BAD_REQUEST', error.message, CERTAINTIES[error.basis])];
  const file = unreachableFile(channel, content);
  if (file === undefined) return [];
  return [onDelivery(channel, 'MEDIA_NOT_REACHABLE', `The file of ${file.path} cannot be fetched: its address ${file.text}.`, 'inferred')];
}

function onDelivery(channel: string, code: Refusal['code'], what: string, basis: Certainty): Refusal {
  return { stage: 'delivery', code, channel, chance: 'certain', what, basis };
}

const CERTAINTIES: { readonly [B in LimitBasis]: Certainty } = {
  'sinch-api': 'stated',
  'sinch-doc': 'stated',
  platform: 'inferred',
  unconfirmed: 'guess',
  unknown: 'unknown',
};

function errorsIn(issues: readonly CheckIssue[]): CheckIssue[] {
  return issues.filter(({ severity }) => severity === 'error').slice(0, MOST_FAULTS);
}

function toCallRefusal({ message, basis }: CheckIssue): Refusal {
  return { stage: 'call', code: 'INVALID_ARGUMENT', chance: 'certain', what: message, basis: CERTAINTIES[basis] };
}

function listOfTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf) : [];
}

/** The API text says that such a call is refused; seen was a 200 and then FAILED, even where the first channel would have worked. */
function missingConfigurations({ named }: ChannelPlan, configured: readonly string[]): Refusal[] {
  return [...new Set(named)]
    .filter((channel) => !configured.includes(channel))
    .map((channel) => ({
      stage: 'delivery',
      code: 'CHANNEL_CONFIGURATION_MISSING',
      channel,
      chance: 'certain',
      what: `${channel} is not configured on the app, which fails the message on every channel.`,
      basis: 'stated',
    }));
}

function missingIdentity({ addresses, named, rule }: ChannelPlan): Refusal[] {
  if (addresses.length > 0 || (named.length === 0 && rule !== 'contact')) return [];
  const what = 'The recipient has no identity on the channels to be tried.';
  return [{ stage: 'delivery', code: 'NO_CHANNEL_IDENTITY_FOR_CONTACT', chance: 'certain', what, basis: 'stated' }];
}
