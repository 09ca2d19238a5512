// WEBHOOK_PAYLOAD_KEYS of core says the same in twice the bytes, and every edge bundle carries it. A test holds the two together.

/** Payload keys that begin with their trigger in lower case. */
const BEGINS =
  /^(conversation_(start|stop|delete)|contact_(create|delete|merge|update)|capability|opt_(in|out)|channel_event|smart_conversation|message_submit)(?=_notification$)|^(message|event)_delivery(?=_report$)|^unsupported(?=_callback$)|^record_notification$/;

/** The trigger of every other payload key. */
const OTHERS: Readonly<Record<string, string>> = {
  message: 'message_inbound',
  message_redaction: 'message_inbound_smart_conversation_redaction',
  event: 'event_inbound',
  duplicated_contact_identities_notification: 'contact_identities_duplication',
};

/** The trigger that a payload key belongs to; `undefined` for other keys. */
export function findTrigger(key: string): string | undefined {
  const trigger = Object.hasOwn(OTHERS, key) ? OTHERS[key] : BEGINS.exec(key)?.[0];
  return trigger?.toUpperCase();
}
