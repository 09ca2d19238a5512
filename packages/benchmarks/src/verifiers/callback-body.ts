/** A real callback, an inbound message, filled up to a number of bytes. */
export function callbackBody(bytes: number): string {
  const body = (text: string) =>
    JSON.stringify({
      app_id: '01EB37HMH1M6SV18ABNS3G135H',
      accepted_time: '2026-05-01T10:00:00.000Z',
      event_time: '2026-05-01T10:00:00.000Z',
      project_id: 'c36f3d3d-1523-4edd-ae42-11995557ff61',
      message: {
        id: '01EQ4174WMDB8008EFT4M30481',
        direction: 'TO_APP',
        contact_message: { text_message: { text } },
        channel_identity: { channel: 'SMS', identity: '46700000000', app_id: '' },
        conversation_id: '01EQ4174TGGY5B1VPTPGHW19R0',
        contact_id: '01EQ415HAHVC9PKJ4BZJ4EMAT4',
        metadata: '',
        accept_time: '2026-05-01T10:00:00.000Z',
        sender_id: '',
        processing_mode: 'CONVERSATION',
      },
      message_metadata: '',
      correlation_id: '',
    });
  return body('a'.repeat(Math.max(0, bytes - body('').length)));
}
