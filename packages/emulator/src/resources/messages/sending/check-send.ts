import type { AppMessage, FieldViolation, ProcessingMode, Recipient } from '@convapi/core';
import { invalid } from '../../../operations/index.ts';
import { type AppRecord, channelsOf } from '../../apps/index.ts';
import { checkRecipient } from '../../contacts/index.ts';
import { findContentViolations } from './check-content.ts';

/** How strictly sends are checked. */
export interface SendRules {
  settings: { loose: boolean; strictChannels: boolean };
}

/** The fields that sends of messages and of events share. */
export interface Sent {
  recipient: Recipient;
  channel_priority_order?: readonly string[];
  callback_url?: string;
  message?: AppMessage;
}

/**
 * What the service finds out before it queues a message. Anything else comes back as a report.
 *
 * @throws {@link Refusal} 400
 */
export function checkSend(world: SendRules, app: AppRecord, mode: ProcessingMode, request: Sent): void {
  const violations = findSendViolations(world, app, mode, request);
  if (violations.length > 0) throw invalid(violations);
}

/** What {@link checkSend} finds. */
export function findSendViolations(world: SendRules, app: AppRecord, mode: ProcessingMode, request: Sent): FieldViolation[] {
  return [
    ...checkRecipient(request.recipient, mode),
    ...checkCallbackUrl(request.callback_url),
    ...checkOrder(request.channel_priority_order ?? []),
    ...(request.message && !world.settings.loose ? findContentViolations(request.message) : []),
    ...(world.settings.strictChannels ? checkConfigured(app, request.channel_priority_order ?? []) : []),
  ];
}

function checkCallbackUrl(url: string | undefined): FieldViolation[] {
  if (!url || (URL.canParse(url) && /^https?:/i.test(url))) return [];
  return [{ field: 'callback_url', description: 'must be an http or https URL' }];
}

function checkOrder(order: readonly string[]): FieldViolation[] {
  const index = order.indexOf('CHANNEL_UNSPECIFIED');
  return index < 0 ? [] : [{ field: `channel_priority_order[${index}]`, description: 'must name a channel' }];
}

function checkConfigured(app: AppRecord, order: readonly string[]): FieldViolation[] {
  const configured = channelsOf(app);
  return order.flatMap((channel, index) =>
    configured.includes(channel) ? [] : { field: `channel_priority_order[${index}]`, description: `is not configured on app ${app.id}` },
  );
}
