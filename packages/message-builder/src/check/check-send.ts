import type { SendMessageRequest } from '@convapi/core';
import { LIMITS } from '../generated/limits.ts';
import { need } from '../internal/need.ts';
import { asFields, asList, asText, type Fields, fieldOf } from '../internal/read.ts';
import { render } from '../render/render.ts';
import { isLimitChannel } from '../rules/channel-rules.ts';
import { addressFault } from '../rules/identities.ts';
import type { LimitChannel } from '../rules/limits.ts';
import { mostSmsParts, SMS_PARTS_PROPERTY } from '../rules/sms-parts.ts';
import { isCallbackUrl } from '../rules/urls.ts';
import { checkParts } from './check.ts';
import { checkLength } from './check-length.ts';
import { checkShape } from './check-shape.ts';
import { countSms } from './count-sms.ts';
import { API_ORIGIN, type CheckIssue, collectIn, type IssueSeverity, type Origin, type Report } from './issue.ts';
import { type Finding, tell } from './scope.ts';

const OBSERVED: Origin = { basis: 'sinch-doc', source: 'SKILL' };
const NOBODY: Origin = { basis: 'unknown', source: null };
const UNSPECIFIED = 'CHANNEL_UNSPECIFIED';

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
  checkAddresses(report, request);
  checkProperties(report, request, used);
  const url = asText(fieldOf(request, 'callback_url'));
  if (url !== undefined && !isCallbackUrl(url)) add(report, 'callback_url', 'format', 'error', 'is not a web address', API_ORIGIN);
  checkParts(report, 'message.', fieldOf(request, 'message'), used);
  return issues;
}

function checkRecipient(report: Report, request: unknown, order: readonly LimitChannel[], addressed: readonly LimitChannel[]): void {
  const recipient = fieldOf(request, 'recipient');
  const byContact = fieldOf(recipient, 'contact_id') !== undefined;
  if (byContact && fieldOf(request, 'processing_strategy') === 'DISPATCH_ONLY') {
    add(report, 'recipient.contact_id', 'recipient', 'error', 'is a contact, and DISPATCH_ONLY sends to addresses', API_ORIGIN);
  }
  const seen = new Set<string>();
  for (const [at, channel] of order.entries()) {
    const path = `channel_priority_order[${at}]`;
    if (seen.has(channel)) add(report, path, 'duplicate', 'warning', `is ${channel} again`, NOBODY);
    seen.add(channel);
    if (!byContact && !addressed.includes(channel)) {
      add(report, path, 'recipient', 'warning', `is ${channel}, on which the recipient has no address`, OBSERVED);
    }
  }
  for (const [at, channel] of addressed.entries()) {
    if (order.length === 0 || seen.has(channel)) continue;
    const path = `recipient.identified_by.channel_identities[${at}]`;
    add(report, path, 'recipient', 'note', `is an address on ${channel}, which is not in channel_priority_order`, API_ORIGIN);
  }
}

/** Names that stand for no channel, and addresses that can be none. */
function checkAddresses(report: Report, request: unknown): void {
  for (const [at, name] of asList(fieldOf(request, 'channel_priority_order')).entries()) {
    if (name === UNSPECIFIED) add(report, `channel_priority_order[${at}]`, 'recipient', 'error', 'names no channel', API_ORIGIN);
  }
  const path = 'recipient.identified_by.channel_identities';
  const identities = fieldOf(fieldOf(fieldOf(request, 'recipient'), 'identified_by'), 'channel_identities');
  if (Array.isArray(identities) && identities.length === 0) add(report, path, 'empty', 'error', 'has no address', API_ORIGIN);
  for (const [at, one] of asList(identities).entries()) {
    const channel = asText(fieldOf(one, 'channel'));
    const identity = asText(fieldOf(one, 'identity'));
    const place = `${path}[${at}]`;
    if (channel === UNSPECIFIED) add(report, `${place}.channel`, 'recipient', 'error', 'names no channel', API_ORIGIN);
    else if (channel !== undefined && identity !== undefined) {
      // The address itself is not shown: it says who somebody is.
      const fault = addressFault(channel, identity);
      if (fault !== undefined) {
        tell(report, isLimitChannel(channel) ? channel : undefined, toFinding(`${place}.identity`, fault), OBSERVED);
      }
    }
  }
}

function toFinding(path: string, text: string): Finding {
  return { path, code: 'recipient', severity: 'error', effect: 'refuse', text };
}

function checkProperties(report: Report, request: unknown, channels: readonly LimitChannel[]): void {
  const properties = asFields(fieldOf(request, 'channel_properties')) ?? {};
  for (const [key, value] of Object.entries(properties)) {
    const path = `channel_properties.${key.slice(0, 64)}`;
    const channel = channelOf(key);
    if (channel !== undefined && channels.length > 0 && !channels.includes(channel)) {
      add(report, path, 'property', 'note', `is a setting of ${channel}, which is not used`, API_ORIGIN);
    }
    if (/^(SMS_FLASH_MESSAGE|MMS_STRICT_VALIDATION|TELEGRAM_DISABLE_LINK_PREVIEW|WHATSAPP_PREVIEW_URL)$/.test(key) && !isSwitch(value)) {
      add(report, path, 'value', 'warning', 'is neither true nor false', API_ORIGIN);
    }
  }
  const name = fieldOf(properties, 'VIBER_SENDER_NAME');
  const viber = { channel: 'VIBER', limits: LIMITS.VIBER, report } as const;
  checkLength(viber, 'channel_properties.VIBER_SENDER_NAME', name, LIMITS.VIBER.senderNameChars);
  if (channels.includes('MMS') && fieldOf(properties, 'MMS_SENDER') === undefined) {
    const text = 'is left out, which MMS needs unless the app has a default sender';
    add(report, 'channel_properties.MMS_SENDER', 'property', 'note', text, OBSERVED);
  }
  checkSmsParts(report, request, properties, channels);
}

function isSwitch(value: unknown): boolean {
  return value === 'true' || value === 'false';
}

/** More parts than allowed: nothing of it is delivered. */
function checkSmsParts(report: Report, request: unknown, properties: Fields, channels: readonly LimitChannel[]): void {
  const most = mostSmsParts(properties);
  if (most === undefined) return;
  const path = `channel_properties.${SMS_PARTS_PROPERTY}`;
  if (!(most >= 1)) {
    add(report, path, 'value', 'warning', 'is not a number of parts', API_ORIGIN);
    return;
  }
  if (channels.length > 0 && !channels.includes('SMS')) return;
  // What a channel shows says how long it is, whichever message it was.
  const { text = '' } = render(fieldOf(request, 'message') as never, 'SMS');
  const { segments } = countSms(text);
  if (segments <= most) return;
  const { partsMax } = LIMITS.SMS;
  const sentence = 'Nothing is delivered: error 411.';
  const finding = { path, code: 'count', severity: 'warning', limit: most, actual: segments, effect: partsMax.effect, sentence } as const;
  tell(report, 'SMS', { ...finding, text: `is ${most}, and the text takes ${segments} SMS` }, partsMax);
}

/** `SMS_SENDER` is a setting of SMS. */
function channelOf(key: string): LimitChannel | undefined {
  const prefix = key.slice(0, key.indexOf('_'));
  return Object.hasOwn(LIMITS, prefix) ? (prefix as LimitChannel) : undefined;
}

/** The channels of a list; what is none is reported by its shape. */
function namesIn(value: unknown): LimitChannel[] {
  return asList(value).filter(isLimitChannel);
}

function add(report: Report, path: string, code: CheckIssue['code'], severity: IssueSeverity, text: string, origin: Origin): void {
  tell(report, undefined, { path, code, severity, text }, origin);
}
