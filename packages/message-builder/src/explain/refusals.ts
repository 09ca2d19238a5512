import type { ProcessingMode } from '@convapi/core';
import { isRecord, type Json, recordOf } from '../render/read.ts';
import type { RenderedMessage } from '../render/rendered-message.ts';
import type { Refusal } from './explanation.ts';
import type { ChannelPlan } from './plan-channels.ts';

/** What is against a request as a whole. */
export function requestRefusals(request: Json, mode: ProcessingMode, plan: ChannelPlan, configured: readonly string[]): Refusal[] {
  const recipient = recordOf(request.recipient);
  const refusals: Refusal[] = [];
  const byContact = recipient.contact_id !== undefined && recipient.contact_id !== null;
  if (byContact && mode === 'DISPATCH') refusals.push(atCall('An app in DISPATCH mode has no contacts: use identified_by.', 'stated'));
  if (byContact === isRecord(recipient.identified_by)) {
    refusals.push(atCall('The recipient is either a contact_id or identified_by.', 'stated'));
  } else if (!byContact && plan.addresses.length === 0 && plan.named.length === 0) {
    refusals.push(atCall('The recipient has no identity.', 'inferred'));
  }
  if (!isRecord(request.message)) refusals.push(atCall('There is no message.', 'stated'));
  return [...refusals, ...missingConfigurations(plan, configured), ...missingIdentity(plan)];
}

/** What is against showing it on one channel. */
export function messageRefusals(channel: string, { type, parts, changes }: RenderedMessage): Refusal[] {
  const refusals: Refusal[] = [];
  if (type === 'none') {
    const what = 'The message has no content that is known.';
    refusals.push({ stage: 'call', code: 'INVALID_ARGUMENT', channel, chance: 'certain', what, basis: 'inferred' });
  }
  if (type === 'template' && parts.length === 0) {
    const what = 'There is no template for this channel, and none for all.';
    refusals.push({ stage: 'delivery', code: 'TEMPLATE_NOT_FOUND', channel, chance: 'possible', what, basis: 'guess' });
  }
  for (const { path, what } of changes) {
    if (!path.endsWith('omni_template.parameters') && !path.endsWith('template_reference.parameters')) continue;
    refusals.push({ stage: 'delivery', code: 'TEMPLATE_INSUFFICIENT_PARAMETERS', channel, chance: 'certain', what, basis: 'inferred' });
  }
  return refusals;
}

function atCall(what: string, basis: Refusal['basis']): Refusal {
  return { stage: 'call', code: 'INVALID_ARGUMENT', chance: 'certain', what, basis };
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
