// WEBHOOK_PAYLOAD_KEYS of core says the same in thrice the bytes, and every edge bundle carries it. A test holds the two together.

/** Kinds whose payload key begins with the trigger in lower case. */
const PREFIX =
  /^(conversation_(start|stop|delete)|contact_(create|delete|merge|update)|capability|opt_(in|out)|channel_event|smart_conversation|batch_status_update|message_submit)(?=_notification$)|^(message|event)_delivery(?=_report$)|^unsupported(?=_callback$)|^record_notification$/;

/** The trigger of every other payload key. */
const OTHERS: Readonly<Record<string, string | null>> = {
  // Without a prototype: a key may be named `constructor`.
  __proto__: null,
  message: 'message_inbound',
  event: 'event_inbound',
  message_redaction: 'message_inbound_smart_conversation_redaction',
  duplicated_contact_identities_notification: 'contact_identities_duplication',
};

/** The trigger that a payload key belongs to; `undefined` for other keys. */
export function findTrigger(key: string): string | undefined {
  return (OTHERS[key] ?? PREFIX.exec(key)?.[0])?.toUpperCase();
}
