import type { WebhookEvents } from '@convapi/core';
import { toText, toWire } from '../content/wire.ts';
import { publish } from '../live/live-hub.ts';
import { conversationOfWireId } from '../store/conversations.ts';
import { addReport } from '../store/delivery-reports.ts';
import { noteIdentity } from '../store/find-conversation.ts';
import type { CallbackContext } from './callback-context.ts';
import { joinOwnSend } from './take-submit.ts';
import { toSender } from './to-sender.ts';

const ARRIVED: ReadonlySet<string> = new Set(['DELIVERED', 'READ']);

/** Keeps a delivery report, whether its message is known yet or not; false when it was kept before. */
export async function takeDelivery(context: CallbackContext, event: WebhookEvents['MESSAGE_DELIVERY']): Promise<boolean> {
  const { tx } = context;
  const report = toWire(event.message_delivery_report);
  const wireId = toText(report.message_id);
  const status = toText(report.status);
  if (wireId === '' || status === '') return false;
  const sender = toSender(report);
  const reason = toWire(report.reason);
  const added = await addReport(tx, {
    wire_id: wireId,
    status,
    channel: sender.channel,
    reported_at: toText(event.event_time) || toText(event.accepted_time),
    reason_code: toText(reason.code),
    reason_text: toText(reason.description),
  });
  // Settles a send whose answer was lost.
  await joinOwnSend(context, report, wireId);
  const conversationId = await conversationOfWireId(tx, wireId);
  if (conversationId === undefined) return added;
  // One message reached both addresses, so they are one person: without contact ids nothing else says so. Where it
  // failed, an answer would fail too, and a channel that the app lacks would take the whole answer down with it.
  if (sender.identity !== '' && ARRIVED.has(status)) await noteIdentity(tx, conversationId, sender, null);
  if (added) await publish(tx, 'conversation', { conversationId });
  return added;
}
