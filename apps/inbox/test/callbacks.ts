/** Someone on a channel. Without a contact the app is in DISPATCH mode. */
export interface Who {
  channel: string;
  identity: string;
  contact?: string;
}

function about({ channel, identity, contact = '' }: Who) {
  return {
    channel_identity: { channel, identity, app_id: '' },
    contact_id: contact,
    conversation_id: contact === '' ? '' : `conversation-of-${contact}`,
    processing_mode: contact === '' ? 'DISPATCH' : 'CONVERSATION',
  };
}

/** MESSAGE_INBOUND, at a second of a minute so that tests can order messages. */
export function inbound(who: Who, id: string, contactMessage: object, second = 0) {
  const at = `2026-01-02T03:04:${String(second).padStart(2, '0')}.123456789Z`;
  return { message: { id, direction: 'TO_APP', contact_message: contactMessage, accept_time: at, ...about(who) } };
}

/** MESSAGE_SUBMIT. */
export function submit(who: Who, id: string, appMessage: object, metadata = '') {
  return {
    event_time: '2026-01-02T03:04:10Z',
    message_submit_notification: { message_id: id, submitted_message: appMessage, metadata, ...about(who) },
  };
}

/** MESSAGE_DELIVERY. */
export function delivery(who: Who, id: string, status: string, second: number, reason?: object, metadata = '') {
  return {
    event_time: `2026-01-02T03:05:${String(second).padStart(2, '0')}Z`,
    message_delivery_report: { message_id: id, status, metadata, ...(reason ? { reason } : {}), ...about(who) },
  };
}

export function text(words: string) {
  return { text_message: { text: words } };
}
