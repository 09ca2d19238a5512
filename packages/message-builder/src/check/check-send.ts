import type { SendMessageRequest } from '@convapi/core';
import { LIMITS } from '../generated/limits.ts';
import { need } from '../internal/need.ts';
import type { LimitChannel } from '../limits.ts';
import { checkParts } from './check.ts';
import { checkLength } from './check-length.ts';
import { checkShape } from './check-shape.ts';
import { countSms } from './count-sms.ts';
import { API_ORIGIN, type CheckIssue, collectIn, type IssueSeverity, type Origin, type Report } from './issue.ts';
import { asFields, asList, asText, fieldOf } from './read.ts';
import { tell } from './scope.ts';

const OBSERVED: Origin = { basis: 'sinch-doc', source: 'SKILL' };

/**
 * What `check` says about the message of a request, and what is wrong with the request around it: recipient, channel order, ttl,
 * metadata, correlation id, channel properties. Never throws, whatever the request is.
 *
 * @param request The body of `messages:send`.
 * @param channels Channels to check for. Default: those of `channel_priority_order`, else those of the recipient's identities. A request
 *   to a contact id without an order names none.
 *
 * @throws {@link MessageError} when `channels` is no list.
 *
 * @example
 * ```ts
 * import { checkSend, send, text, toIdentities } from '@convapi/message-builder';
 *
 * const request = send({ appId: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P', to: toIdentities({ SMS: '+46701234567' }), message: text('Hello') });
 * const refused = checkSend(request).filter((issue) => issue.severity === 'error');
 * ```
 */
export function checkSend(request: SendMessageRequest, channels?: readonly LimitChannel[]): CheckIssue[] {
  if (channels !== undefined) need('checkSend.channels', channels, 'list', 'a list of channels');
  const issues: CheckIssue[] = [];
  const report = collectIn(issues);
  checkShape(report, '', request, 'SendMessageRequest');
  const order = namesIn(fieldOf(request, 'channel_priority_order'));
  const identities = asList(fieldOf(fieldOf(fieldOf(request, 'recipient'), 'identified_by'), 'channel_identities'));
  const addressed = namesIn(identities.map((identity) => fieldOf(identity, 'channel')));
  const used = channels ?? (order.length > 0 ? order : addressed);
  checkRecipient(report, request, order, addressed);
  checkProperties(report, request, used);
  const url = asText(fieldOf(request, 'callback_url'));
  if (url !== undefined && !/^https?:\/\/./i.test(url))
    add(report, 'callback_url', 'format', 'warning', 'is not a web address', API_ORIGIN);
  checkParts(report, 'message.', fieldOf(request, 'message'), used);
  return issues;
}

function checkRecipient(report: Report, request: unknown, order: readonly LimitChannel[], addressed: readonly LimitChannel[]): void {
  const recipient = fieldOf(request, 'recipient');
  const byContact = fieldOf(recipient, 'contact_id') !== undefined;
  if (byContact && fieldOf(request, 'processing_strategy') === 'DISPATCH_ONLY') {
    add(report, 'recipient.contact_id', 'recipient', 'warning', 'is a contact, and DISPATCH_ONLY sends to addresses', API_ORIGIN);
  }
  const seen = new Set<string>();
  for (const [at, channel] of order.entries()) {
    const path = `channel_priority_order[${at}]`;
    if (seen.has(channel)) add(report, path, 'duplicate', 'warning', `is ${channel} again`, { basis: 'unknown', source: null });
    seen.add(channel);
    if (!byContact && !addressed.includes(channel)) {
      add(report, path, 'recipient', 'warning', `is ${channel}, on which the recipient has no address`, OBSERVED);
    }
  }
  for (const [at, channel] of addressed.entries()) {
    if (order.length === 0 || seen.has(channel)) continue;
    const path = `recipient.identified_by.channel_identities[${at}]`;
    add(report, path, 'recipient', 'info', `is an address on ${channel}, which is not in channel_priority_order`, API_ORIGIN);
  }
}

function checkProperties(report: Report, request: unknown, channels: readonly LimitChannel[]): void {
  const properties = asFields(fieldOf(request, 'channel_properties')) ?? {};
  for (const [key, value] of Object.entries(properties)) {
    const path = `channel_properties.${key.slice(0, 64)}`;
    const channel = channelOf(key);
    if (channel !== undefined && channels.length > 0 && !channels.includes(channel)) {
      add(report, path, 'property', 'info', `is a setting of ${channel}, which is not used`, API_ORIGIN);
    }
    if (/^(SMS_FLASH_MESSAGE|MMS_STRICT_VALIDATION|TELEGRAM_DISABLE_LINK_PREVIEW)$/.test(key) && value !== 'true' && value !== 'false') {
      add(report, path, 'value', 'warning', 'is neither true nor false', API_ORIGIN);
    }
  }
  const name = fieldOf(properties, 'VIBER_SENDER_NAME');
  checkLength({ channel: 'VIBER', limits: LIMITS.VIBER, report }, 'channel_properties.VIBER_SENDER_NAME', name, {
    limit: LIMITS.VIBER.senderNameChars,
  });
  checkSmsParts(report, request, fieldOf(properties, 'SMS_MAX_NUMBER_OF_MESSAGE_PARTS'));
}

/** More parts than allowed: the text does not go out whole. */
function checkSmsParts(report: Report, request: unknown, most: unknown): void {
  if (typeof most !== 'string') return;
  const path = 'channel_properties.SMS_MAX_NUMBER_OF_MESSAGE_PARTS';
  if (!/^[1-9]\d{0,3}$/.test(most)) {
    add(report, path, 'value', 'warning', 'is not a number of parts', API_ORIGIN);
    return;
  }
  const text = asText(fieldOf(fieldOf(fieldOf(request, 'message'), 'text_message'), 'text')) ?? '';
  const { segments } = countSms(text);
  if (segments <= Number(most)) return;
  const finding = {
    path,
    code: 'count',
    severity: 'warning',
    limit: Number(most),
    actual: segments,
    text: `is ${most}, and the text takes ${segments} SMS`,
  } as const;
  tell(report, 'SMS', finding, LIMITS.SMS.textChars);
}

/** `SMS_SENDER` is a setting of SMS. */
function channelOf(key: string): LimitChannel | undefined {
  const prefix = key.slice(0, key.indexOf('_'));
  return Object.hasOwn(LIMITS, prefix) ? (prefix as LimitChannel) : undefined;
}

/** The channels of a list; what is none is reported by its shape. */
function namesIn(value: unknown): LimitChannel[] {
  return asList(value).filter((name): name is LimitChannel => typeof name === 'string' && Object.hasOwn(LIMITS, name));
}

function add(report: Report, path: string, code: CheckIssue['code'], severity: IssueSeverity, text: string, origin: Origin): void {
  tell(report, undefined, { path, code, severity, text }, origin);
}
