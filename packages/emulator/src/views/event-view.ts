import type { WebhookTrigger } from '@convapi/core';
import type { EmulatedEvent } from '../callbacks/index.ts';
import type { EventEntry, EventSummary } from './control-api.ts';
import { gistOf } from './gist.ts';

/** What the payload of a callback may say of what it is about. */
export interface Payload {
  id?: unknown;
  message_id?: unknown;
  status?: unknown;
  channel?: unknown;
  identity?: unknown;
  channel_identity?: { channel?: unknown; identity?: unknown };
  reason?: { code?: unknown };
}

/** The one field of the body that is an object. */
export function payloadOf(body: Record<string, unknown>): Payload {
  return (Object.values(body).find((value) => typeof value === 'object' && value !== null) ?? {}) as Payload;
}

export function toEventSummary({ seq, trigger, app_id, time, body }: EmulatedEvent): EventSummary {
  return { seq, trigger, app_id, time, ...describeBody(trigger, body) };
}

export function toEventEntry(event: EmulatedEvent): EventEntry {
  return { ...toEventSummary(event), body: event.body };
}

type Description = Pick<EventSummary, 'gist' | 'message_id' | 'status' | 'channel' | 'identity'>;

/** Triggers whose id is that of a message. */
const ABOUT_MESSAGES: ReadonlySet<WebhookTrigger> = new Set(['MESSAGE_INBOUND', 'MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION']);

/** What a callback is about, for lists. */
export function describeBody(trigger: WebhookTrigger, body: Record<string, unknown>): Description {
  const payload = payloadOf(body);
  const address = payload.channel_identity ?? payload;
  const { status, reason } = payload;
  const messageId = payload.message_id ?? (ABOUT_MESSAGES.has(trigger) ? payload.id : undefined);
  const told = {
    ...text('message_id', messageId),
    ...text('status', status),
    ...text('channel', address.channel),
    ...text('identity', address.identity),
  };
  const line = [told.status, told.channel, told.identity, typeof reason?.code === 'string' ? reason.code : undefined];
  return { gist: gistOf(told.status === undefined ? payload : line.filter((word) => word !== undefined).join(' ')), ...told };
}

function text<Name extends string>(name: Name, value: unknown): { [Key in Name]?: string } {
  return typeof value === 'string' && value !== '' ? ({ [name]: value } as { [Key in Name]: string }) : {};
}
