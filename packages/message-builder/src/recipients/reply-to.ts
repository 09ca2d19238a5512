import type { ChannelIdentity, Recipient } from '@convapi/core';
import { need } from '../internal/need.ts';
import { refuse } from '../internal/refuse.ts';
import { toContact } from './to-contact.ts';
import { toIdentities } from './to-identities.ts';

/** Who wrote, as callbacks say it: in DISPATCH mode there is no contact, and its id is empty. */
export interface Sender {
  contact_id?: string | undefined;
  channel_identity?: ChannelIdentity | undefined;
}

/** A callback of something that a contact did: a message, one with personal data masked, or an event. */
export interface InboundCallback {
  message?: Sender | undefined;
  message_redaction?: Sender | undefined;
  event?: Sender | undefined;
}

/**
 * The recipient of an answer to an inbound callback, in both processing modes. With a contact it is the contact, so that the service
 * chooses the channel, that of the conversation first; without one it is the channel and the address that the callback came from.
 *
 * @param event The callback, verified: `MESSAGE_INBOUND`, `MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION` or `EVENT_INBOUND`.
 *
 * @throws {@link MessageError} when it says of nobody that they wrote.
 *
 * @example
 * ```ts
 * import type { WebhookEvents } from '@convapi/core';
 * import { replyTo, send, text } from '@convapi/message-builder';
 *
 * const answer = (event: WebhookEvents['MESSAGE_INBOUND']) =>
 *   send({ appId: event.app_id, to: replyTo(event), message: text('Thank you, we will be with you soon.') });
 * ```
 */
export function replyTo(event: InboundCallback): Recipient {
  const { message, message_redaction: redaction, event: happening } = need('replyTo.event', event, 'object', WANTED);
  const { contact_id: contact, channel_identity: address } = message ?? redaction ?? happening ?? {};
  if (contact) return toContact(contact);
  if (!address) return refuse('replyTo.event', 'says of nobody that they wrote', `Pass ${WANTED}.`);
  // the app that an address belongs to is said once, by the request
  return toIdentities([{ channel: address.channel, identity: address.identity }]);
}

const WANTED = 'the callback of an inbound message or event';
