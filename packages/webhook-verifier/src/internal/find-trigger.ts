// WEBHOOK_PAYLOAD_KEYS of core says the same in twice the bytes, and every edge bundle carries it. A test holds the two together.

/** Kinds whose payload key is the trigger in lower case, and `_notification`. */
const NOTIFICATION =
  /^(conversation_(start|stop|delete)|contact_(create|delete|merge|update)|capability|opt_(in|out)|channel_event|smart_conversation|message_submit)_notification$/;

/** The trigger of every other payload key. */
const OTHERS: Readonly<Record<string, string>> = {
  message: 'message_inbound',
  message_delivery_report: 'message_delivery',
  message_redaction: 'message_inbound_smart_conversation_redaction',
  event: 'event_inbound',
  event_delivery_report: 'event_delivery',
  duplicated_contact_identities_notification: 'contact_identities_duplication',
  record_notification: 'record_notification',
  unsupported_callback: 'unsupported',
};

/** The trigger that a payload key belongs to; `undefined` for other keys. */
export function findTrigger(key: string): string | undefined {
  const trigger = Object.hasOwn(OTHERS, key) ? OTHERS[key] : NOTIFICATION.exec(key)?.[1];
  return trigger?.toUpperCase();
}
